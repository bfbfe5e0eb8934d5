namespace Haip.Core.Delivery
{
    /// <summary>Looks whether a bolus was given in full.</summary>
    /// <remarks>
    /// A bolus lasts as long as its rate says. What pump and restrictor cannot keep up with, as with thick drug before a high artery, is written off and never made up,
    /// so people have to know: a short bolus is over before any window of the flow has seen it.
    /// </remarks>
    public sealed class BolusShortfall
    {
        private const int TolerancePermille = 100; // GIP 1.2.3: less than nine tenths

        private long _orderedNl;
        private long _missedNl;
        private bool _running;

        /// <summary>Takes the totals of a tick.</summary>
        /// <param name="running">A bolus runs.</param>
        /// <returns>True in the tick in which one ends that the pump could not keep up with. Not of one that was halted, which its halt tells.</returns>
        public bool Take(bool running, DeliveryStatus status)
        {
            bool ends = _running && !running && status.Delivers;

            if (running && !_running)
            {
                _orderedNl = status.OrderedNl;
                _missedNl = status.MissedNl;
            }

            _running = running;
            return ends && (status.MissedNl - _missedNl) * Units.FullPermille > (status.OrderedNl - _orderedNl) * TolerancePermille;
        }
    }
}
