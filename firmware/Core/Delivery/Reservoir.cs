namespace Haip.Core.Delivery
{
    /// <summary>Dead reckoning of the reservoir: what was filled in less what was metered out.</summary>
    public sealed class Reservoir
    {
        /// <summary>Drug that cannot be drawn from the bellows.</summary>
        public const long ResidualNl = 2_000_000;

        /// <summary>What <see cref="DryInMs"/> returns when nothing runs: about 292 million years.</summary>
        public const long NeverMs = long.MaxValue;

        /// <summary>What was filled in last.</summary>
        public long FilledNl { get; private set; }

        /// <summary>What the pump had metered at that moment.</summary>
        public long MeteredAtFillNl { get; private set; }

        /// <summary>A person filled the reservoir: it now holds this volume.</summary>
        public void Refill(long volumeNl, long meteredNl)
        {
            FilledNl = volumeNl;
            MeteredAtFillNl = meteredNl;
        }

        /// <summary>Shows what is left, when it will be used up, and the pressure it pushes with.</summary>
        public void Report(DeliveryStatus status, Readings readings)
        {
            status.ReservoirNl = FilledNl - (status.MeteredNl - MeteredAtFillNl);
            status.DryInMs = DryInMs(status.ReservoirNl, status.BasalNlPerHour);
            status.ReservoirGaugeKnown = readings.ReservoirValid && readings.AmbientValid;
            status.ReservoirGaugePa = status.ReservoirGaugeKnown ? readings.ReservoirPa - readings.AmbientPa : 0;
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
