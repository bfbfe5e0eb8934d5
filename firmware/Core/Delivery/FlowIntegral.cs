namespace Haip.Core.Delivery
{
    /// <summary>The flow sensor's opinion of a packet: its readings summed over the fill, less the zero it showed at rest.</summary>
    public sealed class FlowIntegral
    {
        // The zero follows over sixteen readings: at 100 ms that is 1.6 s, and rest lasts longer at every therapy rate.
        private const int ZeroShift = 4;

        // Ten counts of the sensor. A steady flow beyond that is a flow.
        private const long LargestZeroNlPerHour = 60_000;

        private readonly VolumeIntegral _volume = new VolumeIntegral();
        private long _zeroNlPerHourTimes16;

        /// <summary>Every reading since <see cref="Begin"/> was there and exact. Otherwise the sensor has no opinion on this packet.</summary>
        public bool Exact { get; private set; }

        public long TotalNl => _volume.TotalNl;
        public long TotalFl => _volume.TotalFl;

        /// <summary>What the sensor shows when nothing flows.</summary>
        public int ZeroNlPerHour => (int)(_zeroNlPerHourTimes16 >> ZeroShift);

        /// <summary>Learns the zero. Only while both valves are closed and the pump is off.</summary>
        public void Rest(Readings readings)
        {
            if (readings.FlowValid)
            {
                long zero = _zeroNlPerHourTimes16 + readings.FlowNlPerHour - ZeroNlPerHour;
                _zeroNlPerHourTimes16 = Units.Clamp(zero, -LargestZeroNlPerHour << ZeroShift, LargestZeroNlPerHour << ZeroShift);
            }
        }

        /// <summary>Starts a packet.</summary>
        public void Begin()
        {
            _volume.Reset();
            Exact = true;
        }

        /// <summary>Adds the mean flow since the previous tick.</summary>
        public void Add(Readings readings, long elapsedMs)
        {
            if (readings.FlowValid && !readings.FlowSmoothed)
            {
                _volume.Add(readings.FlowNlPerHour - ZeroNlPerHour, elapsedMs);
            }
            else
            {
                Exact = false;
            }
        }
    }
}
