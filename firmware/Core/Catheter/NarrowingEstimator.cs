using Haip.Core.Delivery;

namespace Haip.Core.Catheter
{
    /// <summary>Tells from what packets raise P2 by, and from the pulse that fades, whether the catheter is getting narrow, long before it is closed.</summary>
    /// <remarks>
    /// Every packet's rise (<see cref="PacketBump"/>) is held against two claims: no rise, or twice what divides them, with the
    /// scatter that this patient's rises have shown. Thick drug raises nothing by itself: it makes catheter and restrictor alike
    /// harder to pass, and the packet's pressure divides between them as before.
    /// </remarks>
    public sealed class NarrowingEstimator
    {
        /// <summary>Between nothing and thirty times the resistance: 60 Pa for 0.2 uL. An open catheter of the narrowest kind makes 20, waves that keep step with the packets up to 50.</summary>
        private const int NarrowPaPerUl = 300;

        /// <summary>The sum, in thousandths of a nat, that a thousand days of healthy patients do not reach.</summary>
        public const int ProvenPermille = 22_000;

        /// <summary>From so many on packets are larger: healthy days reach it for some minutes.</summary>
        private const int SuspectedPermille = 5_000;

        // Of a usual packet; one of twice the volume, which takes twice the time, may say twice as much.
        private const int MostOfOnePermille = 1_000;

        // A bolus fires every 7 s, in step with deep breath for minutes.
        private const int MostOfBolusPermille = 500;

        private const int TenfoldPa = 150;          // on average over a quarter of an hour
        private const int HundredfoldPa = 600;
        private const int HundredfoldPulsePermille = 250;
        private const int UnitNl = 200;             // rises are told as this packet would make them
        private const int SmallestNl = 50;
        private const int RecentShift = 3;
        private const int AverageShift = 6;
        private const int ScatterShift = 6;
        private const int ScaleShift = 6;
        private const int UsualShift = 9;           // two hours of usual packets, minutes of a bolus: a rise is known by the square of its packet
        private const int MostUsualShare = 32;
        private const int MostUsualPa = 40;         // what waves that keep step with the packets leave in a patient; a narrow way is not learned
        private const int FewestPackets = 32;
        private const int MostOutlying = 9;         // a cough widens the scatter by no more than three times itself
        private const int LeastScatterPa = 120;
        private const int FirstScatterPa = 300;

        private readonly DeliveryStatus _status;
        private readonly PacketBump _bump;
        private readonly PulseFade _fade = new PulseFade();
        private readonly Evidence _narrow = new Evidence(ProvenPermille, SuspectedPermille);
        private long _scatter = (long)FirstScatterPa * FirstScatterPa; // Pa x Pa
        private int _lastPa;
        private int _recent;                        // Pa x 64
        private int _average;                       // Pa x 64
        private int _usual;                         // Pa x 512
        private int _packets;

        public NarrowingEstimator(DeliveryStatus status)
        {
            _status = status;
            _bump = new PacketBump(status);
        }

        /// <summary>Enough packets have been seen to say that nothing is wrong.</summary>
        public bool Knows => _packets == FewestPackets;

        /// <summary>Takes a sample, and judges a packet when its time has come.</summary>
        /// <param name="atMs">When P2 was so. Ticks are shorter while a packet is in flight: taken for the time of reading, an age of one tick would shift the pulse there by a twentieth of a beat.</param>
        public void Take(long atMs, int catheterPa)
        {
            bool open = _status.Phase == PacketPhase.Empty || _status.Phase == PacketPhase.CloseOutlet;

            if (_bump.Take(atMs, catheterPa, open) && _status.PulseKnown && _status.DeliveredNl >= SmallestNl)
            {
                Judge(_bump.RisePa, _status.DeliveredNl);
            }
        }

        private void Judge(int risePa, long packetNl)
        {
            // Neighbours' difference: what all rises have in common is no scatter.
            long differencePa = risePa - _lastPa;
            long squared = differencePa * differencePa / 2;
            _lastPa = risePa;
            _scatter += ((squared < MostOutlying * _scatter ? squared : MostOutlying * _scatter) - _scatter) >> ScatterShift;
            long scatter = _scatter > LeastScatterPa * LeastScatterPa ? _scatter : LeastScatterPa * LeastScatterPa;

            _fade.Take(_status.PulsePa, _status.CatheterMeanPa, _narrow.Holds);
            long narrowPa = packetNl * NarrowPaPerUl / 1_000;
            long abovePa = risePa - ((_usual >> UsualShift) * packetNl / UnitNl) - narrowPa;
            long mostPermille = PacketPlanner.PacketNl(_status.RateNlPerHour) > PacketPlanner.TherapyPacketNl ? MostOfBolusPermille : Units.Clamp(packetNl * MostOfOnePermille / UnitNl, MostOfOnePermille, 2 * MostOfOnePermille);
            _narrow.Add(2 * narrowPa * abovePa * Units.FullPermille / scatter, (int)mostPermille, _fade.Permille);

            int unitPa = (int)Units.Clamp(risePa * (long)UnitNl / packetNl, -4 * HundredfoldPa, 4 * HundredfoldPa) << ScaleShift;

            if (!_narrow.IsSuspected)
            {
                int healthyPa = (int)Units.Clamp(unitPa >> ScaleShift, -HundredfoldPa, HundredfoldPa);
                int share = (int)Units.Clamp(packetNl * packetNl / (UnitNl * UnitNl), 1, MostUsualShare);
                _usual = (int)Units.Clamp(_usual + (share * (healthyPa - (_usual >> UsualShift))), 0, MostUsualPa << UsualShift);
            }

            _packets = _packets < FewestPackets ? _packets + 1 : _packets;
            _recent += (unitPa - _recent) >> RecentShift;
            _average += (unitPa - _average) >> (_packets < FewestPackets ? RecentShift : AverageShift);

            _status.BumpPa = _recent >> ScaleShift;
            _status.BumpTrendPa = (_recent - _average) >> ScaleShift;
            _status.PulseLeftPermille = _fade.LeftPermille;
            _status.NarrowSuspected = _narrow.IsSuspected;
            _status.Narrowed = Resistance();
        }

        private CatheterPatency Resistance()
        {
            if (_narrow.Holds)
            {
                return _status.BumpPa >= HundredfoldPa || _fade.LeftPermille < HundredfoldPulsePermille ? CatheterPatency.Narrowed100 : CatheterPatency.Narrowed30;
            }

            return _packets == FewestPackets && _average >> ScaleShift >= TenfoldPa ? CatheterPatency.Narrowed10 : CatheterPatency.Open;
        }
    }
}
