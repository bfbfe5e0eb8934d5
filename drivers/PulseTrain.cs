namespace Haip.Drivers
{
    /// <summary>Walks through a row of durations, on, off, on, off and so on, for ever.</summary>
    /// <remarks>
    /// A step ends at the first call at which its time is up or nearly so, and the next one is timed from there. Looking the step
    /// up by the time since the start would lose a pulse whenever two late ticks straddle it; people tell urgency by counting.
    /// </remarks>
    internal sealed class PulseTrain
    {
        private const int EarlyMs = 25; // half the shorter tick: a call this early is nearer than the next one would be

        private int[] _stepsMs;
        private long _stepSinceMs;

        /// <summary>Index of the present duration. Even is on.</summary>
        public int Step;

        public void Restart(long nowMs, int[] stepsMs)
        {
            _stepsMs = stepsMs;
            _stepSinceMs = nowMs;
            Step = 0;
        }

        /// <summary>Moves on by at most one step.</summary>
        public void Advance(long nowMs)
        {
            if (nowMs - _stepSinceMs < _stepsMs[Step] - EarlyMs)
            {
                return;
            }

            _stepSinceMs = nowMs;
            Step = Step + 1 == _stepsMs.Length ? 0 : Step + 1;
        }
    }
}
