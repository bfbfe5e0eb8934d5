namespace Haip.Core.Safety
{
    /// <summary>Notices that people start again and again what an alarm stops: three stops in ten minutes (Open PCA EC23).</summary>
    public sealed class StopCounter
    {
        private const int MostCount = 3;
        private const long WindowMs = 10L * Units.MsPerMinute;

        private readonly long[] _stoppedAtMs = new long[MostCount];
        private long _stops;

        /// <summary>An alarm stopped a delivery.</summary>
        public void Note(long nowMs)
        {
            _stoppedAtMs[(int)(_stops % MostCount)] = nowMs;
            _stops++;
        }

        /// <summary>The last three stops lie within ten minutes, which are not over yet.</summary>
        public bool TooOften(long nowMs)
        {
            // The slot that the next stop will take is the oldest.
            return _stops >= MostCount && nowMs - _stoppedAtMs[(int)(_stops % MostCount)] < WindowMs;
        }
    }
}
