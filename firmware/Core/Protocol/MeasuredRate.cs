namespace Haip.Core.Protocol
{
    /// <summary>What was metered in the last quarter of an hour, as a rate: what a person holds against the rate that was ordered.</summary>
    public sealed class MeasuredRate
    {
        /// <summary>Not a minute has passed yet.</summary>
        public const int UnknownNlPerHour = -1;

        private const int SampleCount = 15;

        private readonly long[] _meteredNl = new long[SampleCount];
        private readonly long[] _atMs = new long[SampleCount];
        private long _nextMs;
        private int _next;
        private int _count;

        /// <summary>Takes a sample once a minute. After every beat.</summary>
        public void Watch(long nowMs, long meteredNl)
        {
            if (nowMs < _nextMs)
            {
                return;
            }

            _nextMs = nowMs + Units.MsPerMinute;
            _meteredNl[_next] = meteredNl;
            _atMs[_next] = nowMs;
            _next = (_next + 1) % SampleCount;
            _count += _count < SampleCount ? 1 : 0;
        }

        /// <summary>The rate since the oldest sample; <see cref="UnknownNlPerHour"/> in the first minute, and 0 when more came back than went out.</summary>
        public int NlPerHour(long nowMs, long meteredNl)
        {
            int oldest = _count < SampleCount ? 0 : _next;
            long elapsedMs = nowMs - _atMs[oldest];

            return _count == 0 || elapsedMs < Units.MsPerMinute
                ? UnknownNlPerHour
                : (int)Units.Clamp((meteredNl - _meteredNl[oldest]) * Units.MsPerHour / elapsedMs, 0, int.MaxValue);
        }
    }
}
