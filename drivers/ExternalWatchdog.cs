using Haip.Core.Ports;

namespace Haip.Drivers
{
    /// <summary>The kick line of the window watchdog that gates pump and valve power.</summary>
    /// <remarks>
    /// Times after TI TPS3430 (SBVS366A, timing requirements): CWD 10 nF, SET0 = SET1 = 0 gives an upper boundary of 750 to 908 ms
    /// and a lower one of an eighth of it, 94 to 113 ms; a 5 % capacitor widens this to 712 and 120 ms. The part counts falling
    /// edges and a kick turns the pin over, so two kicks make one of them: kicks 60 to 350 ms apart are falling edges 120 to 700 ms
    /// apart. A controller that hangs in either level makes no edge; one that turns the pin over in a tight loop is too early.
    /// The firmware has one way to report that something is wrong: it no longer calls <see cref="Kick"/>.
    /// </remarks>
    public sealed class ExternalWatchdog
    {
        /// <summary>A kick sooner than this after the last one is swallowed: two ticks may come close together after a pause.</summary>
        public const int MinKickMs = 60;

        /// <summary>Kicks further apart than this may lose the power of pump and valves. Ticks are 50 or 100 ms.</summary>
        public const int MaxKickMs = 350;

        private readonly IOutputPin _pin;
        private long _kickedAtMs;
        private bool _kicked;
        private bool _high;

        public ExternalWatchdog(IOutputPin pin) => _pin = pin;

        /// <summary>Says "all is well": makes one edge, or none when the last one is less than <see cref="MinKickMs"/> ago.</summary>
        public void Kick(long nowMs)
        {
            if (_kicked && nowMs - _kickedAtMs < MinKickMs)
            {
                return;
            }

            _kicked = true;
            _kickedAtMs = nowMs;
            _high = !_high;
            _pin.Write(_high);
        }
    }
}
