using Haip.Core.Log;

namespace Haip.Core.Delivery
{
    /// <summary>Ordered against metered: what is due is the difference, and nothing else decides when a packet is fired.</summary>
    /// <remarks>
    /// A packet is fired only when it is due in full, so that the metered volume never runs more than one packet ahead of the order.
    /// Drug that was missed while something was wrong is written off, never made up: catching up after an occlusion is a bolus that
    /// nobody ordered.
    /// </remarks>
    public sealed class Ledger
    {
        private readonly VolumeIntegral _ordered = new VolumeIntegral();
        private long _orderedBeforeNl;

        /// <summary>What the orders entitled the patient to so far.</summary>
        public long OrderedNl => _orderedBeforeNl + _ordered.TotalNl;

        /// <summary>What was metered into the catheter so far; a packet of unknown size counts as the largest it can have been.</summary>
        public long MeteredNl => MeteredFl / Units.FlPerNl;

        /// <summary><see cref="MeteredNl"/> before rounding.</summary>
        public long MeteredFl { get; private set; }

        /// <summary>Part of <see cref="OrderedNl"/> that was written off.</summary>
        public long MissedNl { get; private set; }

        /// <summary>What the patient should get now. Negative after a packet larger than wanted.</summary>
        public long DueNl => OrderedNl - MissedNl - MeteredNl;

        /// <summary>What was about to be let out of the chamber and is not booked yet; 0 when nothing was.</summary>
        public int InFlightNl { get; private set; }

        /// <summary>Moves on when a packet is announced and when it is booked.</summary>
        public int PacketChangedCount { get; private set; }

        /// <summary>Takes over the totals of before a loss of power. A packet that was in flight then counts as delivered: it may have been.</summary>
        public void Restore(Totals totals)
        {
            _ordered.Reset();
            _orderedBeforeNl = totals.OrderedNl;
            MeteredFl = totals.MeteredFl + ((long)totals.InFlightNl * Units.FlPerNl);
            InFlightNl = 0;
            MissedNl = totals.MissedNl;
        }

        /// <summary>Copies what must outlive a loss of power.</summary>
        public void CopyTo(Totals totals)
        {
            totals.OrderedNl = OrderedNl;
            totals.MeteredFl = MeteredFl;
            totals.MissedNl = MissedNl;
            totals.InFlightNl = InFlightNl;
        }

        /// <summary>Shows the totals to whoever reads the status.</summary>
        public void Report(DeliveryStatus status)
        {
            status.OrderedNl = OrderedNl;
            status.MeteredNl = MeteredNl;
            status.MissedNl = MissedNl;
            status.DueNl = DueNl;
        }

        /// <summary>Adds an interval of the ordered rate.</summary>
        public void Order(int rateNlPerHour, long durationMs) => _ordered.Add(rateNlPerHour, durationMs);

        /// <summary>Notes a packet before its valve moves.</summary>
        public void Announce(int volumeNl)
        {
            InFlightNl = volumeNl;
            PacketChangedCount++;
        }

        /// <summary>Books a packet. Fluid that came back from the catheter is negative.</summary>
        public void Book(long volumeFl)
        {
            MeteredFl += volumeFl;
            InFlightNl = 0;
            PacketChangedCount++;
        }

        /// <summary>Writes off what is due beyond a limit.</summary>
        public void LimitDue(long mostNl)
        {
            if (DueNl > mostNl)
            {
                MissedNl += DueNl - mostNl;
            }
        }

        /// <summary>Writes off what is due. Excess stays booked, and delays the next packet.</summary>
        public void WriteOff()
        {
            if (DueNl > 0)
            {
                MissedNl += DueNl;
            }
        }
    }
}
