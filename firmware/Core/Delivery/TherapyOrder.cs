namespace Haip.Core.Delivery
{
    /// <summary>A continuous infusion: a rate for each part of the day, for a number of hours.</summary>
    /// <remarks>A constant rate is a profile of one segment. Segments start in rising order, the first at midnight UTC: the pump's clock knows no time zone.</remarks>
    public sealed class TherapyOrder
    {
        public const int MaxSegmentCount = 8;

        /// <summary>Long enough to change a supply, too short for a clot or for another person's decision.</summary>
        public const int DefaultResumeWithinMinutes = 30;

        public readonly int[] StartMinutes = new int[MaxSegmentCount];
        public readonly int[] RateNlPerHour = new int[MaxSegmentCount];
        public int SegmentCount;

        public int DurationHours;

        /// <summary>Rate that keeps the artery open when the therapy has ended or an alarm forbids it.</summary>
        public int PatencyNlPerHour;

        /// <summary>After a loss of power no longer than this the therapy goes on by itself; 0 waits for a person.</summary>
        public int ResumeWithinMinutes = DefaultResumeWithinMinutes;

        /// <summary>An order of one rate around the clock.</summary>
        public static TherapyOrder Constant(int rateNlPerHour, int durationHours, int patencyNlPerHour)
        {
            var order = new TherapyOrder { DurationHours = durationHours, PatencyNlPerHour = patencyNlPerHour };
            order.AddSegment(0, rateNlPerHour);
            return order;
        }

        /// <summary>Appends a segment. More than <see cref="MaxSegmentCount"/> are counted but not kept, and then refused by <see cref="OrderLimits"/>.</summary>
        public void AddSegment(int startMinutes, int rateNlPerHour)
        {
            if (SegmentCount < MaxSegmentCount)
            {
                StartMinutes[SegmentCount] = startMinutes;
                RateNlPerHour[SegmentCount] = rateNlPerHour;
            }

            SegmentCount++;
        }

        /// <summary>The rate at a minute of the day, 0 to 1439.</summary>
        public int RateAtNlPerHour(int minuteOfDay)
        {
            int index = SegmentCount - 1;

            while (index > 0 && StartMinutes[index] > minuteOfDay)
            {
                index--;
            }

            return RateNlPerHour[index];
        }

        /// <summary>The lowest rate of the day.</summary>
        public int LowestNlPerHour()
        {
            int lowest = RateNlPerHour[0];

            for (int i = 1; i < SegmentCount; i++)
            {
                lowest = RateNlPerHour[i] < lowest ? RateNlPerHour[i] : lowest;
            }

            return lowest;
        }

        /// <summary>Takes over every value of another order, so that the caller's copy cannot change a running therapy.</summary>
        public void CopyFrom(TherapyOrder other)
        {
            for (int i = 0; i < MaxSegmentCount; i++)
            {
                StartMinutes[i] = other.StartMinutes[i];
                RateNlPerHour[i] = other.RateNlPerHour[i];
            }

            SegmentCount = other.SegmentCount;
            DurationHours = other.DurationHours;
            PatencyNlPerHour = other.PatencyNlPerHour;
            ResumeWithinMinutes = other.ResumeWithinMinutes;
        }
    }
}
