using Haip.Core.Log;

namespace Haip.Core.Delivery
{
    /// <summary>Judges every number of an order and remembers the worst: the reason that a person is shown.</summary>
    public sealed class OrderCheck
    {
        /// <summary>The result of the last check.</summary>
        public Verdict Verdict { get; private set; }

        /// <summary>The number that <see cref="Verdict"/> is about, when it is about a limit.</summary>
        public OrderField Field { get; private set; }

        /// <summary>The number that was judged and the limit that it met, in the unit of <see cref="Field"/>; both 0 when it was about no limit.</summary>
        public int Value { get; private set; }
        public int Limit { get; private set; }

        /// <summary>Judges a therapy. A profile of more than one segment needs a clock that can be trusted.</summary>
        public Verdict Judge(TherapyOrder order, bool clockValid)
        {
            Begin();
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
            Begin();
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
                Refuse(Verdict.AboveHardLimit, OrderField.FlushRate, rateNlPerHour, OrderLimits.Rows[(int)OrderField.FlushRate].HardHigh);
            }
        }

        /// <summary>Judges what a person says was filled in, and drawn out before.</summary>
        public Verdict JudgeFill(int volumeNl, int drawnOutNl)
        {
            Begin();
            Take(OrderField.ReservoirFill, volumeNl);

            if (drawnOutNl != Reservoir.NotMeasuredNl)
            {
                Take(OrderField.ResidualVolume, drawnOutNl);
            }

            return Verdict;
        }

        /// <summary>Judges one number that stands alone.</summary>
        public Verdict Judge(OrderField field, int value)
        {
            Begin();
            Take(field, value);
            return Verdict;
        }

        /// <summary>Judges what the bench found. A flow sensor that it did not measure has no gain.</summary>
        public Verdict Judge(CalibrationRecord found)
        {
            Begin();
            Take(OrderField.ChamberCompliance, found.ChamberFlPerPa);
            Take(OrderField.ComplianceChange, found.ChamberPpmPerC);
            Take(OrderField.CalibrationTemperature, found.CalibratedMilliC);
            Take(OrderField.FlowGainChange, found.FlowPpmPerC);

            if (found.FlowGainPpm != 0)
            {
                Take(OrderField.FlowGain, found.FlowGainPpm);
            }

            return Verdict;
        }

        /// <summary>Judges what people say of drug and patient. Limits and weight may still be missing, but not some of them.</summary>
        public Verdict Judge(Drug drug)
        {
            Begin();

            if (drug.Known)
            {
                Take(OrderField.DrugNature, (int)drug.Nature);
            }

            if (drug.Nature == DrugNature.Cytotoxic)
            {
                Take(OrderField.Concentration, drug.ConcentrationUgPerMl);
            }
            else if (drug.ConcentrationUgPerMl != 0)
            {
                Refuse(Verdict.Contradiction, OrderField.Concentration, drug.ConcentrationUgPerMl, 0);
            }

            if (drug.WeightGrams != 0 || drug.MostUgPerDay != 0 || drug.MostUgPerKgPerDay != 0)
            {
                Take(OrderField.PatientWeight, drug.WeightGrams);
                Take(OrderField.DoseLimit, drug.MostUgPerDay);
                Take(OrderField.DosePerKgLimit, drug.MostUgPerKgPerDay);
            }

            return Verdict;
        }

        /// <summary>Judges what a day would bring. Only a cytotoxic drug has a dose.</summary>
        public void JudgeDose(Drug drug, long doseUgPerDay)
        {
            if (drug.Nature != DrugNature.Cytotoxic)
            {
                return;
            }

            if (!drug.PerfusionAccepted)
            {
                Refuse(Verdict.ScanNotAccepted, OrderField.PerfusionScan, 0, 1);
            }
            else if (!drug.Limited)
            {
                Refuse(Verdict.DoseLimitUnknown, OrderField.DoseLimit, 0, 0);
            }
            else if (doseUgPerDay > drug.LimitUgPerDay())
            {
                Refuse(Verdict.DoseTooHigh, OrderField.DailyDose, (int)Units.Clamp(doseUgPerDay, 0, int.MaxValue), (int)drug.LimitUgPerDay());
            }
        }

        /// <summary>Refuses for a reason that is not a limit. The first refusal stands.</summary>
        public Verdict Refuse(Verdict reason)
        {
            if (Verdict < Verdict.BelowHardLimit)
            {
                Verdict = reason;
                Value = 0;
                Limit = 0;
            }

            return Verdict;
        }

        /// <summary>Begins a judgement.</summary>
        public void Begin()
        {
            Verdict = Verdict.Accepted;
            Value = 0;
            Limit = 0;
        }

        private void Refuse(Verdict reason, OrderField field, int value, int limit)
        {
            if (Verdict < Verdict.BelowHardLimit)
            {
                Verdict = reason;
                Field = field;
                Value = value;
                Limit = limit;
            }
        }

        private void Take(OrderField field, int value)
        {
            Verdict found = OrderLimits.Judge(field, value);

            if (found > Verdict && Verdict < Verdict.BelowHardLimit)
            {
                OrderLimit row = OrderLimits.Rows[(int)field];
                Verdict = found;
                Field = field;
                Value = value;
                Limit = found == Verdict.BelowHardLimit ? row.HardLow
                    : found == Verdict.AboveHardLimit ? row.HardHigh
                    : value < row.SoftLow ? row.SoftLow
                    : row.SoftHigh;
            }
        }
    }
}
