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
        private bool _owes;

        /// <summary>Takes the totals of a tick.</summary>
        /// <param name="running">A bolus runs.</param>
        /// <returns>True in the tick in which one is over that the pump could not keep up with. Not of one that was halted, which its halt tells.</returns>
        public bool Take(bool running, DeliveryStatus status)
        {
            if (running && !_owes)
            {
                _orderedNl = status.OrderedNl;
                _missedNl = status.MissedNl;
            }

            // What is due when its time is over may still be given, or written off.
            bool ends = _owes && !running && (!status.Delivers || status.DueNl < PacketPlanner.TherapyPacketNl);
            _owes = running || (_owes && !ends);
            return ends && status.Delivers && (status.MissedNl - _missedNl) * Units.FullPermille > (status.OrderedNl - _orderedNl) * TolerancePermille;
        }
    }
}
