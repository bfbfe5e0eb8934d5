using Haip.Core.Delivery;

namespace Haip.Core.Catheter
{
    /// <summary>One class from everything that is known about the catheter, the most urgent first.</summary>
    public static class PatencyVerdict
    {
        /// <param name="known">Packets have been seen, and the pressure behind the restrictor is.</param>
        public static CatheterPatency Of(DeliveryStatus status, bool known)
        {
            if (status.PulseKnown && status.PressureLost)
            {
                return CatheterPatency.Disconnected;
            }

            if (status.OccludedPackets >= DeliveryStatus.PacketsToOcclusion || status.BlockedPackets >= DeliveryStatus.PacketsToFault)
            {
                return CatheterPatency.Occluded;
            }

            if (status.ChamberAir)
            {
                return CatheterPatency.AirInLine;
            }

            if (!status.PulseKnown)
            {
                return CatheterPatency.Unknown;
            }

            if (status.CatheterNarrow)
            {
                return status.Narrowed;
            }

            if (status.PulsePa < CatheterMonitor.NoPulsePa)
            {
                return CatheterPatency.PulseLost;
            }

            return known ? status.Narrowed : CatheterPatency.Unknown;
        }
    }
}
