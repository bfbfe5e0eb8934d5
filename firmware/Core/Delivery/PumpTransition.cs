namespace Haip.Core.Delivery
{
    /// <summary>One row of <see cref="PumpTransitions"/>.</summary>
    public sealed class PumpTransition
    {
        public readonly PumpState From;
        public readonly PumpEvent On;
        public readonly PumpState To;

        /// <summary>The reason, for the printed table.</summary>
        public readonly string Why;

        public PumpTransition(PumpState from, PumpEvent on, PumpState to, string why)
        {
            From = from;
            On = on;
            To = to;
            Why = why;
        }
    }
}
