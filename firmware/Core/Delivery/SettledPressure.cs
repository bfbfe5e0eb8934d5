namespace Haip.Core.Delivery
{
    /// <summary>The mean of the first few chamber samples taken after a moment: what the sealed chamber holds.</summary>
    public sealed class SettledPressure
    {
        private const int SampleCount = 4;

        /// <summary>Without enough samples by then, the pressure is unknown. Twenty ticks: a single lost frame does not matter.</summary>
        private const long PatienceMs = 1_000;

        private long _afterMs;
        private long _lastAtMs;
        private int _sumPa;
        private int _firstHalfPa;
        private int _count;

        /// <summary>Enough samples, or no hope of any.</summary>
        public bool Done { get; private set; }

        /// <summary>True when <see cref="MeanPa"/> is a measurement.</summary>
        public bool Known { get; private set; }

        public int MeanPa { get; private set; }

        /// <summary>First half of the samples less the second: what the pressure fell by over two samples' time.</summary>
        public int FallPa { get; private set; }

        /// <summary>Forgets everything; only samples taken after this moment count.</summary>
        public void Begin(long afterMs)
        {
            _afterMs = afterMs;
            _lastAtMs = afterMs;
            _sumPa = 0;
            _count = 0;
            Done = false;
            Known = false;
            MeanPa = 0;
            FallPa = 0;
        }

        /// <summary>Takes this tick's sample if it is new and late enough.</summary>
        public void Take(Readings readings)
        {
            if (readings.ChamberValid && readings.ChamberAtMs > _lastAtMs)
            {
                _lastAtMs = readings.ChamberAtMs;
                _sumPa += readings.ChamberPa;
                _count++;
                _firstHalfPa = _count == SampleCount / 2 ? _sumPa : _firstHalfPa;
            }

            if (_count == SampleCount)
            {
                MeanPa = _sumPa / SampleCount;
                FallPa = ((2 * _firstHalfPa) - _sumPa) / (SampleCount / 2);
                Known = true;
                Done = true;
            }
            else if (readings.NowMs - _afterMs > PatienceMs)
            {
                Done = true;
            }
        }
    }
}
