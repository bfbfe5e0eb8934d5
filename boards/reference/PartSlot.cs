using Haip.Drivers;

namespace Haip.Board
{
    /// <summary>One part on the board and whether it answers: a part that was lost is reset and started again, once a second.</summary>
    public sealed class PartSlot
    {
        // One silent second is a lost part; a single bad frame is not.
        private const long PatienceMs = 1_000;

        private readonly IPart _part;
        private long _failingSinceMs;
        private long _resetAtMs;
        private bool _resetting;

        public PartSlot(IPart part)
        {
            _part = part;
        }

        /// <summary>The last thing the part was asked, it answered.</summary>
        public bool Answers { get; private set; }

        /// <summary>The part was reset and is about to be started.</summary>
        public bool ComesUp => _resetting;

        /// <summary>First half of bringing the part up.</summary>
        public void Reset(long nowMs)
        {
            _part.TryReset(); // an absent part shows in Start
            _resetAtMs = nowMs;
            _resetting = true;
        }

        /// <summary>Second half, at least <see cref="Settling.ResetMs"/> later.</summary>
        public bool Start(long nowMs)
        {
            _resetting = false;
            _failingSinceMs = nowMs;
            Answers = _part.TryStart(nowMs);
            return Answers;
        }

        /// <summary>Notes whether the part answered; brings it up again when it has been silent for long.</summary>
        /// <returns>Its argument: a part that was just started again has not measured anything yet.</returns>
        public bool Note(long nowMs, bool answered)
        {
            Answers = answered;

            if (answered)
            {
                _failingSinceMs = nowMs;
                _resetting = false;
            }
            else if (_resetting)
            {
                if (nowMs - _resetAtMs >= Settling.ResetMs)
                {
                    Start(nowMs);
                }
            }
            else if (nowMs - _failingSinceMs >= PatienceMs)
            {
                Reset(nowMs);
            }

            return answered;
        }
    }
}
