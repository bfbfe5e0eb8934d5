using Haip.Core.Catheter;

namespace Haip.Core.Delivery
{
    /// <summary>How much the next packet is to hold, and whether it is time for it.</summary>
    public sealed class PacketDemand
    {
        private const int MostDuePackets = 3;
        private const int MostDueNl = 600; // and what an artery that rose has pushed back, at rates whose packets are smaller

        private const int LeastShare = 4;

        private readonly DeliveryStatus _status;
        private readonly Ledger _ledger;

        public PacketDemand(DeliveryStatus status, Ledger ledger)
        {
            _status = status;
            _ledger = ledger;
        }

        /// <summary>Volume of the packet that is due or on its way; 0 before it is due.</summary>
        public int WantedNl { get; private set; }

        /// <summary>A chamber filled to less above the artery is as good as empty.</summary>
        public int LeastNl => WantedNl / LeastShare;

        /// <summary>What could not be delivered for long is not made up: catching up at full speed is a bolus that nobody ordered.</summary>
        public void Limit()
        {
            int packetNl = PacketPlanner.PacketNl(_status.RateNlPerHour);
            int mostNl = MostDuePackets * (packetNl > WantedNl ? packetNl : WantedNl);
            _ledger.LimitDue(mostNl > MostDueNl ? mostNl : MostDueNl);
        }

        /// <summary>Looks whether a packet is due in full.</summary>
        public bool IsDue()
        {
            int dueNl = PacketPlanner.DueNl(_ledger.DueNl, _status.RateNlPerHour, AsksLouder());

            // The last one stayed in the catheter: the next is a question, and no bolus that waits behind a clot.
            WantedNl = _status.OccludedPackets > 0 && dueNl > PacketPlanner.TherapyPacketNl ? PacketPlanner.TherapyPacketNl : dueNl;
            return WantedNl > 0;
        }

        /// <summary>
        /// No packet is smaller than the weakest drive makes it: a larger one waits until it is due, and what is left of a finished order is written off. One of more than 0.6 uL is never
        /// due at a therapy's rate: an artery so far below the reservoir gets nothing.
        /// </summary>
        /// <param name="lowestNl">What the weakest drive makes of it; negative where the artery is far above the reservoir, as it mostly is.</param>
        /// <returns>False when it has to wait.</returns>
        public bool Grow(int lowestNl)
        {
            if (lowestNl > WantedNl)
            {
                WantedNl = lowestNl <= _ledger.DueNl ? lowestNl : 0;

                if (WantedNl == 0 && _status.RateNlPerHour == 0)
                {
                    _ledger.WriteOff();
                }
            }

            return WantedNl > 0;
        }

        // Twice the volume, half as often: where a narrow catheter is suspected, and where a small packet stayed behind waves, although there is a pulse.
        private bool AsksLouder() =>
            (_status.NarrowSuspected && !_status.CatheterNarrow) || (_status.BlockedPackets > 0 && _status.PulseKnown && _status.PulsePa >= 2 * CatheterMonitor.NoPulsePa);
    }
}
