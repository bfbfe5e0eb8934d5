using Haip.Core.Ports;

namespace Haip.Drivers
{
    /// <summary>The lock of the fluid path: inlet valve V1 and outlet valve V2, both normally closed, never both open.</summary>
    /// <remarks>
    /// The board's XOR of the two gate signals forbids "both driven", but it cannot see that a valve which is no longer driven
    /// still moves: a small solenoid closes in milliseconds, a shape memory valve in half a second (Takasago SMV: 600 ms). So one
    /// valve opens only when the other has had its travel time to close. A pin that should be low is written on every call,
    /// because a level lost to a disturbance must not leave a valve open; a pin that is high is written once.
    /// </remarks>
    public sealed class ValvePair
    {
        private readonly IOutputPin _inlet;
        private readonly IOutputPin _outlet;
        private readonly int _travelMs;
        private long _inletClosedAtMs;
        private long _outletClosedAtMs;
        private bool _travelKnown;

        /// <param name="travelMs">The longest time either valve takes to close after its pin went low.</param>
        public ValvePair(IOutputPin inlet, IOutputPin outlet, int travelMs)
        {
            _inlet = inlet;
            _outlet = outlet;
            _travelMs = travelMs;
        }

        /// <summary>The inlet valve's pin is high.</summary>
        public bool InletOpen { get; private set; }

        /// <summary>The outlet valve's pin is high.</summary>
        public bool OutletOpen { get; private set; }

        /// <summary>Closes at once what must be closed and opens what may be open. Call once per tick.</summary>
        /// <remarks>
        /// Both requested is a fault of the caller: both close. A valve that may not open yet stays closed and opens at a later
        /// call that still asks for it. The first call takes both valves for just closed: nobody knows what ran before a restart.
        /// </remarks>
        public void Drive(long nowMs, bool inletOpen, bool outletOpen)
        {
            if (!_travelKnown)
            {
                _travelKnown = true;
                _inletClosedAtMs = nowMs;
                _outletClosedAtMs = nowMs;
            }

            bool both = inletOpen && outletOpen;

            // Every closing before any opening.
            if (!inletOpen || both)
            {
                _inletClosedAtMs = InletOpen ? nowMs : _inletClosedAtMs;
                InletOpen = false;
                _inlet.Write(false);
            }

            if (!outletOpen || both)
            {
                _outletClosedAtMs = OutletOpen ? nowMs : _outletClosedAtMs;
                OutletOpen = false;
                _outlet.Write(false);
            }

            if (both)
            {
                return;
            }

            if (inletOpen && !InletOpen)
            {
                InletOpen = nowMs - _outletClosedAtMs >= _travelMs;
                _inlet.Write(InletOpen);
            }

            if (outletOpen && !OutletOpen)
            {
                OutletOpen = nowMs - _inletClosedAtMs >= _travelMs;
                _outlet.Write(OutletOpen);
            }
        }
    }
}
