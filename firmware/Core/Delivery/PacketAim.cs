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
        private const int MovedPa = 1_500;
        private const int MovedChamberPa = 1_000;
        private const int MostFallPa = 5_000;
        private const int MostRisePa = 1_500; // beyond where the chamber itself has come to: more would fill it for the height of a cough
        private const long MeanFollowsMs = 4_500;

        private readonly DeliveryStatus _status;
        private readonly EmptyingWatch _emptying;
        private long _emptiedAtMs = -MeanFollowsMs;

        public PacketAim(DeliveryStatus status, EmptyingWatch emptying)
        {
            _status = status;
            _emptying = emptying;
        }

        /// <summary>A packet has left.</summary>
        public void Emptied(long nowMs) => _emptiedAtMs = nowMs;

        /// <summary>Pressure of the sealed chamber after a packet that leaves now.</summary>
        public int EndPa(long nowMs)
        {
            int meanPa = _status.ExpectedEndPa;

            if (nowMs - _emptiedAtMs > MeanFollowsMs || !_emptying.ArteryKnown || !_status.EndKnown)
            {
                return meanPa;
            }

            int seenPa = _emptying.ArteryPa + _status.EndOffsetPa;
            int leftPa = _status.EndPa - meanPa;
            bool moved = Units.Size(seenPa - meanPa) > MovedPa && (seenPa > meanPa ? leftPa : -leftPa) > MovedChamberPa;
            return moved ? (int)Units.Clamp(seenPa, _status.EndPa - MostFallPa, _status.EndPa + MostRisePa) : meanPa;
        }
    }
}
