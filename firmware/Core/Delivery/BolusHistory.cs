namespace Haip.Core.Delivery
{
    /// <summary>How much was given as boluses within the last day, hour by hour: two orders that are right alone can be too much together.</summary>
    /// <remarks>It begins anew with a reset, as the supervisor's day does.</remarks>
    public sealed class BolusHistory
    {
        private const int DayHours = 25;  // whole ones before the one that runs: the supervisor's day is up to 25 hours long
        private const int Slots = 32;     // a power of two, more than 26

        private readonly long[] _nlPerHourTimesMs = new long[Slots];
        private long _hour;

        /// <summary>Adds an interval of a bolus.</summary>
        public void Add(int rateNlPerHour, long durationMs, long nowMs)
        {
            Advance(nowMs);
            _nlPerHourTimesMs[(int)_hour & (Slots - 1)] += rateNlPerHour * durationMs;
        }

        /// <summary>All that was given in the last 25 hours, rounded up.</summary>
        public long WithinDayNl(long nowMs)
        {
            Advance(nowMs);
            long sum = 0;

            for (int i = 0; i <= DayHours; i++)
            {
                sum += _nlPerHourTimesMs[(int)(_hour - i) & (Slots - 1)];
            }

            return (sum + Units.MsPerHour - 1) / Units.MsPerHour;
        }

        // Forgets the hours whose place is needed again, at most all.
        private void Advance(long nowMs)
        {
            long hour = nowMs / Units.MsPerHour;
            _hour = hour - _hour > Slots ? hour - Slots : _hour;

            while (_hour < hour)
            {
                _hour++;
                _nlPerHourTimesMs[(int)_hour & (Slots - 1)] = 0;
            }
        }
    }
}
