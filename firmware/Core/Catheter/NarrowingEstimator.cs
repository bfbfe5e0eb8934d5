using Haip.Core.Delivery;

namespace Haip.Core.Catheter
{
    /// <summary>Tells from the pressure that packets raise at P2 whether the catheter is getting narrow, long before it is closed.</summary>
    /// <remarks>
    /// While a packet empties, P2 stands above the artery by flow times resistance: 5 Pa on average for 0.2 uL through an open
    /// catheter, 0.5 kPa through one 100 times too narrow. The artery's own waves move the same mean by 0.3 kPa, so it takes an
    /// average over packets: what is left of the waves is 30 Pa. A narrow catheter cannot be told from thick drug.
    /// </remarks>
    public sealed class NarrowingEstimator
    {
        private const int AverageShift = 6;
        private const int FewestPackets = 24;
        private const int NarrowPa = 190;
        private const int NarrowPaPerUl = 950;   // forty times the resistance of an open catheter
        private const int MostOverNarrow = 4;

        private readonly DeliveryStatus _status;
        private long _sumPa;
        private int _samples;
        private long _meanPaTimes64;
        private long _volumeNlTimes64;
        private int _packets;

        public NarrowingEstimator(DeliveryStatus status)
        {
            _status = status;
        }

        /// <summary>Takes a sample while V2 is open.</summary>
        public void Take(int catheterPa)
        {
            _sumPa += catheterPa;
            _samples++;
        }

        /// <summary>V2 has closed and the packet is booked.</summary>
        /// <param name="arteryPa">What P2 stood at without a packet.</param>
        public void PacketMetered(int arteryPa, long volumeNl)
        {
            if (_samples > 0 && _status.PulseKnown)
            {
                // The first packets count in full, so that the average does not begin at nothing.
                int shift = _packets < FewestPackets ? AverageShift - 2 : AverageShift;
                // A cough or a change of posture weighs no more than a catheter that is surely too narrow.
                long mostPa = volumeNl * NarrowPaPerUl * MostOverNarrow / 1_000;
                long risePaTimes64 = Units.Clamp((_sumPa / _samples) - arteryPa, -mostPa, mostPa) * (1 << AverageShift);
                _meanPaTimes64 += (risePaTimes64 - _meanPaTimes64) >> shift;
                _volumeNlTimes64 += ((volumeNl << AverageShift) - _volumeNlTimes64) >> shift;
                _packets = _packets < FewestPackets ? _packets + 1 : _packets;
                _status.CatheterNarrow = _packets == FewestPackets && IsNarrow(_meanPaTimes64 >> AverageShift, _volumeNlTimes64 >> AverageShift);
            }

            _sumPa = 0;
            _samples = 0;
        }

        private static bool IsNarrow(long risePa, long volumeNl) => risePa > NarrowPa && risePa * 1_000 > volumeNl * NarrowPaPerUl;
    }
}
