using Haip.Core.Catheter;
using Haip.Core.Metering;

namespace Haip.Core.Delivery
{
    /// <summary>Where the chamber will end when the next packet has left: what the packet is aimed from.</summary>
    /// <remarks>
    /// An artery that has moved by more than its waves do, seen at P2 while V2 closed and left behind in the chamber, is where the next packet goes. The mean
    /// without a packet needs two blocks of two seconds to say the same. A cough looks alike; the packet is then aimed too high, and V2 closes early.
    /// </remarks>
    public sealed class PacketAim
    {
        /// <summary>A chamber that a low artery left low is filled in two: the supervisor takes more at once for a fault.</summary>
        public const int MostFillNl = 1_500;

        /// <summary>A fill that moves less says nothing about the pump, and five in a row of less than 20 nL are a dead one for the supervisor.</summary>
        public const int LeastFillNl = 50;

        private const int MovedPa = 1_500;
        private const int MovedChamberPa = 1_000;
        private const int MostFallPa = 5_000;
        private const int MostRisePa = 1_500; // beyond where the chamber itself has come to: more would fill it for the height of a cough
        private const long MeanFollowsMs = 4_500;
        private const int MeasurablePa = 33_000; // P1 ends at 34.5 kPa (ABP2 of 5 psi): in a chamber filled beyond, it would count as lost

        private const long LongestStrainMs = 90_000; // what lasts longer is no strain, and the supervisor's grace for the rest of a bolus ends after 120 s
        private const long Within = -1;

        private readonly DeliveryStatus _status;
        private readonly EmptyingWatch _emptying;
        private long _emptiedAtMs = -MeanFollowsMs;
        private long _beyondSinceMs = Within;

        public PacketAim(DeliveryStatus status, EmptyingWatch emptying)
        {
            _status = status;
            _emptying = emptying;
        }

        /// <summary>A packet has left.</summary>
        public void Emptied(long nowMs) => _emptiedAtMs = nowMs;

        /// <summary>Pressure of the sealed chamber after a packet that leaves now.</summary>
        /// <param name="reachPa">The highest that the pump can fill a packet on top of.</param>
        public int EndPa(long nowMs, int reachPa)
        {
            int meanPa = _status.ExpectedEndPa;

            if (nowMs - _emptiedAtMs > MeanFollowsMs || !_emptying.ArteryKnown || !_status.EndKnown)
            {
                // No artery's mean is so high: a cough left the chamber there, and what P2 has shown since counts alone.
                return meanPa > reachPa && _status.PulseKnown ? _status.CatheterMeanPa + _status.EndOffsetPa : meanPa;
            }

            int seenPa = _emptying.ArteryPa + _status.EndOffsetPa;
            int leftPa = _status.EndPa - meanPa;
            bool moved = Units.Size(seenPa - meanPa) > MovedPa && (seenPa > meanPa ? leftPa : -leftPa) > MovedChamberPa;
            return moved ? (int)Units.Clamp(seenPa, _status.EndPa - MostFallPa, _status.EndPa + MostRisePa) : meanPa;
        }

        /// <summary>
        /// The pump can fill the chamber above the artery. In a cough, or while somebody strains, the artery stands higher than a pump reaches with a large packet: nothing could be let
        /// out, and fills that miss would be blamed on the pump. So it waits, and tries all the same when that lasts: a sensor may lie, and what the pump can do is learned from fills alone.
        /// A strain has a pulse; where there is none, or the last packet stayed in the catheter, a fill that misses is the finding.
        /// </summary>
        /// <param name="endPa">As <see cref="EndPa"/> says.</param>
        public bool IsWithin(long nowMs, int endPa, int reachPa)
        {
            bool within = endPa <= reachPa || _status.OccludedPackets > 0 || (_status.PulseKnown && _status.PulsePa < CatheterMonitor.NoPulsePa);
            _beyondSinceMs = within ? Within : _beyondSinceMs == Within ? nowMs : _beyondSinceMs;
            return within || nowMs - _beyondSinceMs > LongestStrainMs;
        }

        /// <summary>Where to fill the chamber to. Where a heart that beats in step with the closing of V2 has pushed packet after packet back, it stands there already: a little higher then, and V2 closes on what is due.</summary>
        /// <param name="wantedPa">Where it will end, and the packet on top.</param>
        /// <param name="lowestPa">What the weakest drive makes.</param>
        /// <param name="mostStepPa">The step of <see cref="MostFillNl"/>.</param>
        /// <param name="leastStepPa">The step of <see cref="LeastFillNl"/>.</param>
        public static int FullPa(Readings readings, int wantedPa, int lowestPa, int mostStepPa, int leastStepPa)
        {
            int mostPa = readings.ChamberValid && readings.ChamberPa + mostStepPa < MeasurablePa ? readings.ChamberPa + mostStepPa : MeasurablePa;
            bool there = readings.ChamberValid && Units.Size(wantedPa - readings.ChamberPa) < leastStepPa;
            return (int)Units.Clamp(there ? readings.ChamberPa + leastStepPa : wantedPa, lowestPa, mostPa);
        }
    }
}
