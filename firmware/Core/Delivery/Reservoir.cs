using Haip.Core.Log;

namespace Haip.Core.Delivery
{
    /// <summary>Dead reckoning of the reservoir: what was filled in less what was metered out.</summary>
    public sealed class Reservoir
    {
        /// <summary>Drug that cannot be drawn from the bellows.</summary>
        public const long ResidualNl = 2_000_000;

        /// <summary>What <see cref="DryInMs"/> returns when nothing runs: about 292 million years.</summary>
        public const long NeverMs = long.MaxValue;

        // A bellows pushes and pulls less than this; beyond it one of the two sensors is wrong.
        private const int PlausiblePa = 15_000;

        /// <summary>Nobody measured what was in the reservoir before it was filled.</summary>
        public const int NotMeasuredNl = -1;

        // Fifteen percent of what went out (HAI refill practice), and what a syringe and the bellows' dead volume leave open.
        private const int TolerancePermille = 150;
        private const int ToleranceNl = 1_000_000;

        private long _filledNl;
        private long _meteredAtFillNl;

        /// <summary>A person has said what was filled in.</summary>
        public bool Known => _filledNl > 0;

        /// <summary>What must have left it since the last fill when this much was drawn out.</summary>
        public long LeftNl(int drawnOutNl) => _filledNl - drawnOutNl;

        /// <summary>What was booked since the last fill.</summary>
        public long BookedNl(long meteredNl) => meteredNl - _meteredAtFillNl;

        /// <summary>A person filled the reservoir: it now holds this volume.</summary>
        public void Refill(long volumeNl, long meteredNl)
        {
            _filledNl = volumeNl;
            _meteredAtFillNl = meteredNl;
        }

        /// <summary>Whether what was drawn out differs from what the books say was left. Without an earlier fill nothing is known.</summary>
        public bool Contradicts(int drawnOutNl, long meteredNl)
        {
            if (drawnOutNl == NotMeasuredNl || _filledNl == 0)
            {
                return false;
            }

            long outNl = BookedNl(meteredNl);
            return Units.Size(LeftNl(drawnOutNl) - outNl) > (outNl * TolerancePermille / Units.FullPermille) + ToleranceNl;
        }

        /// <summary>Takes over the last fill of before a loss of power, if there ever was one.</summary>
        public void Restore(Totals totals)
        {
            _filledNl = totals.ReservoirFillNl;
            _meteredAtFillNl = totals.MeteredAtFillNl;
        }

        /// <summary>Copies what must outlive a loss of power.</summary>
        public void CopyTo(Totals totals)
        {
            totals.ReservoirFillNl = _filledNl;
            totals.MeteredAtFillNl = _meteredAtFillNl;
        }

        /// <summary>Shows what is left, when it will be used up, and the pressure it pushes with.</summary>
        public void Report(DeliveryStatus status, Readings readings)
        {
            status.ReservoirKnown = _filledNl > 0;
            status.ReservoirNl = _filledNl - (status.MeteredNl - _meteredAtFillNl);
            status.DryInMs = DryInMs(status.ReservoirNl, status.BasalNlPerHour);
            long gaugePa = (long)readings.ReservoirPa - readings.AmbientPa;
            status.ReservoirGaugeKnown = readings.ReservoirValid && readings.AmbientValid && Units.Size(gaugePa) < PlausiblePa;
            status.ReservoirGaugePa = status.ReservoirGaugeKnown ? (int)gaugePa : 0;
        }

        /// <summary>When the deliverable part of a volume is used up at a rate, counted from now; <see cref="NeverMs"/> at no rate.</summary>
        public static long DryInMs(long remainingNl, int rateNlPerHour)
        {
            long deliverableNl = remainingNl - ResidualNl;
            return rateNlPerHour <= 0 ? NeverMs
                : deliverableNl <= 0 ? 0
                : deliverableNl * Units.MsPerHour / rateNlPerHour;
        }
    }
}
