namespace Haip.Core.Delivery
{
    /// <summary>Judges every number of an order and remembers the worst: the reason that a person is shown.</summary>
    public sealed class OrderCheck
    {
        /// <summary>The result of the last check.</summary>
        public Verdict Verdict { get; private set; }

        /// <summary>The number that <see cref="Verdict"/> is about, when it is about a limit.</summary>
        public OrderField Field { get; private set; }

        /// <summary>Judges a therapy. A profile of more than one segment needs a clock that can be trusted.</summary>
        public Verdict Judge(TherapyOrder order, bool clockValid)
        {
            Verdict = Verdict.Accepted;
            Take(OrderField.SegmentCount, order.SegmentCount);
            Take(OrderField.TherapyDuration, order.DurationHours);
            Take(OrderField.PatencyRate, order.PatencyNlPerHour);
            Take(OrderField.ResumeWithin, order.ResumeWithinMinutes);

            for (int i = 0; i < order.SegmentCount && i < TherapyOrder.MaxSegmentCount; i++)
            {
                Take(OrderField.TherapyRate, order.RateNlPerHour[i]);
                Take(OrderField.SegmentStart, order.StartMinutes[i]);

                if (i == 0 ? order.StartMinutes[0] != 0 : order.StartMinutes[i] <= order.StartMinutes[i - 1])
                {
                    Refuse(Verdict.ProfileOutOfOrder);
                }
            }

            if (order.SegmentCount > 1 && !clockValid)
            {
                Refuse(Verdict.ClockUnknown);
            }

            return Verdict;
        }

        /// <summary>Judges a bolus against the limits of its kind.</summary>
        public Verdict Judge(BolusOrder order)
        {
            bool flush = order.Kind == BolusKind.Flush;
            Verdict = Verdict.Accepted;
            Take(flush ? OrderField.FlushVolume : OrderField.PerfusionTestVolume, order.VolumeNl);
            Take(flush ? OrderField.FlushRate : OrderField.PerfusionTestRate, order.RateNlPerHour);
            return Verdict;
        }

        /// <summary>Judges a bolus together with those of the day.</summary>
        /// <param name="givenNl">Within the day, without the new one.</param>
        public void JudgeDay(BolusOrder order, long givenNl) =>
            Take(OrderField.BolusDayVolume, (int)Units.Clamp(givenNl + order.VolumeNl, 0, int.MaxValue));

        /// <summary>Judges everything that would flow together: valves and restrictor allow no more than the fastest flush.</summary>
        public void JudgeTotal(int rateNlPerHour)
        {
            if (OrderLimits.Judge(OrderField.FlushRate, rateNlPerHour) == Verdict.AboveHardLimit)
            {
                Field = Verdict < Verdict.BelowHardLimit ? OrderField.FlushRate : Field;
                Refuse(Verdict.AboveHardLimit);
            }
        }

        /// <summary>Judges what a person says was filled in.</summary>
        public Verdict JudgeFill(int volumeNl)
        {
            Verdict = Verdict.Accepted;
            Take(OrderField.ReservoirFill, volumeNl);
            return Verdict;
        }

        /// <summary>Refuses for a reason that is not a limit. The first refusal stands.</summary>
        public Verdict Refuse(Verdict reason)
        {
            if (Verdict < Verdict.BelowHardLimit)
            {
                Verdict = reason;
            }

            return Verdict;
        }

        private void Take(OrderField field, int value)
        {
            Verdict found = OrderLimits.Judge(field, value);

            if (found > Verdict && Verdict < Verdict.BelowHardLimit)
            {
                Verdict = found;
                Field = field;
            }
        }
    }
}
