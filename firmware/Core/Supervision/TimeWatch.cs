namespace Haip.Core.Supervision
{
    /// <summary>Judges monotonic time, which rules the dose: that it goes on, that ticks are not late, and that it goes at the wall clock's rate.</summary>
    /// <remarks>
    /// The two clocks are compared in pieces of two minutes. A wall clock that is set, or lost and found, spoils one piece and proves
    /// nothing; clocks that run at different rates spoil all of them. One that stands still is broken and compares with nothing.
    /// </remarks>
    public sealed class TimeWatch
    {
        private const long PieceMs = 120_000;

        // The wall clock is read once a second or two and counts seconds: 2 % of a piece.
        private const int SlightShare = 20; // 5 %
        private const int GrossShare = 4;   // 25 %

        // Five slight pieces in a row, ten minutes, or two gross ones: at twice the rate 2 uL too much.
        private const int SlightWeight = 1;
        private const int GrossWeight = 3;
        private const int WeightToFault = 5;

        private bool _started;
        private bool _comparing;
        private long _lastMs;
        private long _minuteLeftMs;
        private int _lateTicks;
        private long _pieceAtMs;
        private long _pieceAtSeconds;
        private int _weight;
        private bool _wallAhead;

        /// <summary>Time since the previous tick, from 0 to <see cref="SupervisorLimits.LongestGapMs"/>: what nobody looked at entitles to nothing.</summary>
        public int ElapsedMs { get; private set; }

        /// <summary>Time stands still, goes back, or at another rate than the wall clock's.</summary>
        public bool Wrong { get; private set; }

        /// <summary>Ticks come too late to control anything.</summary>
        public bool Late { get; private set; }

        /// <summary>Takes one tick.</summary>
        public void Take(Readings readings)
        {
            long nowMs = readings.NowMs;
            long lastMs = _lastMs;
            _lastMs = nowMs;

            if (!_started)
            {
                _started = true;
                return;
            }

            long gapMs = nowMs - lastMs;
            bool backward = nowMs <= lastMs;
            bool gap = !backward && (gapMs > SupervisorLimits.LongestGapMs || gapMs < 0);
            ElapsedMs = backward ? 0 : gap ? SupervisorLimits.LongestGapMs : (int)gapMs;
            _minuteLeftMs -= ElapsedMs;

            if (_minuteLeftMs <= 0)
            {
                _minuteLeftMs = Units.MsPerMinute;
                _lateTicks = 0;
            }

            if (ElapsedMs > SupervisorLimits.LateTickMs)
            {
                _lateTicks++;
            }

            Late = gap || _lateTicks > SupervisorLimits.LateTicksCount;

            if (readings.ClockValid && _comparing && !backward)
            {
                if (nowMs - _pieceAtMs >= PieceMs)
                {
                    Compare(nowMs - _pieceAtMs, (readings.UtcSeconds - _pieceAtSeconds) * 1_000);
                    Begin(readings);
                }
            }
            else
            {
                _weight = 0;
                _comparing = readings.ClockValid;
                Begin(readings);
            }

            Wrong = backward || _weight >= WeightToFault;
        }

        /// <summary>A person set the wall clock: it is compared from here on.</summary>
        public void ClockSet() => _comparing = false;

        /// <summary>Forgets what was counted.</summary>
        public void Forget()
        {
            _lateTicks = 0;
            _comparing = false;
            Late = false;
            Wrong = false;
        }

        private void Begin(Readings readings)
        {
            _pieceAtMs = readings.NowMs;
            _pieceAtSeconds = readings.UtcSeconds;
        }

        private void Compare(long pieceMs, long wallMs)
        {
            bool ahead = wallMs > pieceMs;
            long apartMs = ahead ? wallMs - pieceMs : pieceMs - wallMs;
            bool slight = apartMs > pieceMs / SlightShare || apartMs < 0;

            if (wallMs == 0 || !slight)
            {
                _weight = 0;
                return;
            }

            int weight = apartMs > pieceMs / GrossShare || apartMs < 0 ? GrossWeight : SlightWeight;
            _weight = ahead == _wallAhead ? _weight + weight : weight;
            _wallAhead = ahead;
        }
    }
}
