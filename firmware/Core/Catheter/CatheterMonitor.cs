using Haip.Core.Delivery;
using Haip.Core.Metering;

namespace Haip.Core.Catheter
{
    /// <summary>Tells from the pressure behind the restrictor (P2) whether the catheter is open to an artery.</summary>
    /// <remarks>
    /// Mean pressure is blind: a catheter a thousand times too narrow adds 1.3 kPa at 1.3 mL/day. But an open catheter shows the
    /// artery's pulse at full size and a closed one shows none, and a packet that finds no way out stays: P2 is higher after it than
    /// before. Both together, packet after packet, are a complete occlusion. Judged by variance and means over two seconds without a
    /// packet, so it depends neither on the rate nor on the heart's.
    /// </remarks>
    public sealed class CatheterMonitor
    {
        /// <summary>Pulse below this is none: an open catheter shows 1 to 3 kPa, one 100 times too narrow 0.2 kPa, noise 0.01 kPa.</summary>
        public const int NoPulsePa = 150;

        /// <summary>No artery has so low a mean: the catheter ends elsewhere.</summary>
        public const int NoArteryPa = 4_000;

        // A catheter that closes keeps what it had, in a low artery at the trough of its pulse half of the mean; one that ends elsewhere falls to less than two fifths, and where
        // something moves beside it there is more than no pulse. No tissue has more than this.
        private const int TissuePa = 2_500;

        /// <summary>Where the mean is that low, this much pulse is none: breathing and movement beside the artery make 0.1 to 0.3 kPa.</summary>
        public const int FaintPulsePa = 500;

        private const long BlockMs = 2_000;
        private const long ForgottenMs = 30_000;
        private const int FewestSamplesCount = 12;
        private const int PlausibleChangePa = 5_000;     // more than posture does between two packets
        private const int RetainedPermille = 300;
        private const int TellingNl = 20;                // less moves a closed catheter by less than P1 and P2 can tell
        private const int BlocksToLost = 2;              // one may be a sensor's lie

        // Breathing and the 0.1 Hz wave move a two-second mean by hundreds of pascals; over four blocks little of that is left.
        private const int SlowBlocks = 4;
        private const int FallBlocks = 16;

        // No breath moves a two-second mean so far.
        private const int PosturePa = 1_200;

        private readonly BoardProfile _board;
        private readonly DeliveryStatus _status;
        private readonly NarrowingEstimator _narrowing;
        private readonly ChamberWatch _chamber;
        private readonly SensorOffset _offset;
        private long _blockStartMs;
        private long _heardAtMs;
        private long _judgedAtMs;
        private int _originPa;
        private int _sumPa;
        private long _sumSquares;            // Pa x Pa
        private int _count;
        private int _slowMeanPa;
        private int _arteryPa = 2 * NoArteryPa;
        private bool _leapt;
        private int _beforePa;
        private bool _beforeKnown;
        private long _packetNl;
        private bool _packetPending;
        private int _lostBlocks;

        public CatheterMonitor(BoardProfile board, DeliveryStatus status)
        {
            _board = board;
            _status = status;
            _narrowing = new NarrowingEstimator(status);
            _chamber = new ChamberWatch(board, status);
            _offset = new SensorOffset(status);
        }

        /// <summary>Takes this tick's sample. Samples taken while V2 is open belong to the packet, not to the artery.</summary>
        public void Take(Readings readings)
        {
            if (readings.NowMs - _judgedAtMs > ForgottenMs)
            {
                _status.PulseKnown = false;
            }

            if (!readings.CatheterValid && readings.NowMs - _heardAtMs <= BlockMs)
            {
                return; // a single bad frame
            }

            if (!readings.CatheterValid)
            {
                // Blind: the end of the last packet is the next best guess, and without one there is none.
                _status.PulseKnown = false;
                _status.ExpectedEndKnown = _status.EndKnown;
                _status.ExpectedEndPa = _status.EndPa;
                _lostBlocks = 0;
                Classify();
                Restart(readings);
                return;
            }

            // The sensor converts from one tick to the next: what it says now was when it was heard last.
            _narrowing.Take(_heardAtMs, readings.CatheterPa);
            _heardAtMs = readings.NowMs;

            if (_status.Phase == PacketPhase.Empty || _status.Phase == PacketPhase.CloseOutlet)
            {
                _chamber.Take(readings);
                Restart(readings);
                return;
            }

            int fromOriginPa = readings.CatheterPa - _originPa;
            _sumPa += fromOriginPa;
            _sumSquares += (long)fromOriginPa * fromOriginPa;
            _count++;

            if (readings.NowMs - _blockStartMs >= BlockMs)
            {
                if (_count >= FewestSamplesCount)
                {
                    Judge();
                    Classify();
                    _judgedAtMs = readings.NowMs;
                }

                Restart(readings);
            }
        }

        /// <summary>A packet went out: the next quiet block tells whether it stayed in the catheter.</summary>
        public void PacketMetered()
        {
            _packetNl = _status.DeliveredNl;
            _packetPending = true;
            _chamber.PacketMetered(_slowMeanPa);
            Classify();

            // The next packet goes to where this one has left a way without a pulse, and may leave before two seconds have been heard.
            if (_status.PulseKnown && _status.PulsePa < NoPulsePa)
            {
                _slowMeanPa = _originPa;
                Expect();
            }

            if (_status.EndKnown && _status.PulseKnown)
            {
                _offset.Take(_slowMeanPa);
            }
        }

        private void Classify() => _status.Patency = PatencyVerdict.Of(_status, _narrowing.Knows);

        private void Restart(Readings readings)
        {
            // Sums are taken from a sample near the mean: their squares then stay small and exact.
            _originPa = readings.CatheterPa;
            _blockStartMs = readings.NowMs;
            _sumPa = 0;
            _sumSquares = 0;
            _count = 0;
        }

        private void Judge()
        {
            int meanPa = _sumPa / _count;
            _status.PulsePa = Units.SquareRoot((_sumSquares / _count) - ((long)meanPa * meanPa));
            _status.CatheterMeanPa = _originPa + meanPa;
            FollowMean();
            _status.PulseKnown = true;
            FollowArtery();
            long limitPa = _status.PulsePa < NoPulsePa ? Units.Clamp(_arteryPa * 2 / 5, TissuePa, NoArteryPa) : NoArteryPa;
            bool lost = _status.PulsePa < FaintPulsePa && _status.CatheterMeanPa < limitPa;
            _lostBlocks = lost ? _lostBlocks + 1 : 0;
            _status.PressureLost = _lostBlocks >= BlocksToLost;

            if (_status.PulsePa >= NoPulsePa)
            {
                _status.OccludedPackets = 0;
            }
            else if (_packetPending && _beforeKnown)
            {
                JudgePacket();
            }

            Expect();
            _packetPending = false;
            _beforePa = _status.CatheterMeanPa;
            _beforeKnown = true;
        }

        // A pressure that falls looks like a pulse: the artery's own falls within minutes.
        private void FollowArtery()
        {
            if (_status.PulsePa >= FaintPulsePa)
            {
                _arteryPa = _slowMeanPa > _arteryPa ? _slowMeanPa : _arteryPa + ((_slowMeanPa - _arteryPa) / FallBlocks);
            }
        }

        private void Expect()
        {
            _status.ExpectedEndKnown = true;
            _status.ExpectedEndPa = _slowMeanPa + _status.EndOffsetPa;

            // One sensor's word is not enough for a leap: the chamber has seen the artery at the end of the last packet.
            if (_status.EndKnown)
            {
                _status.ExpectedEndPa = (int)Units.Clamp(_status.ExpectedEndPa, _status.EndPa - PlausibleChangePa, _status.EndPa + PlausibleChangePa);
            }
        }

        // A packet that found no way out is in the catheter, whose pressure went up with it, or down with what came back; or it is still in the chamber.
        private void JudgePacket()
        {
            long packetNl = Units.Size(_packetNl);

            if (packetNl >= TellingNl)
            {
                // What a closed catheter of nominal compliance would rise by; a softer one, or one with a bubble, rises less.
                long sealedPa = packetNl * Units.FlPerNl / _board.CatheterFlPerPa;
                long keptPa = _packetNl > 0 ? _status.CatheterMeanPa - _beforePa : _beforePa - _status.CatheterMeanPa;
                _status.OccludedPackets = keptPa * Units.FullPermille > sealedPa * RetainedPermille ? _status.OccludedPackets + 1 : 0;
            }
            else if (_status.BlockedPackets > 0)
            {
                _status.OccludedPackets++;
            }
        }

        // A cough fills one block and is passed over; two in a row are a change of posture, which the next packet must know at once.
        private void FollowMean()
        {
            int awayPa = _status.CatheterMeanPa - _slowMeanPa;
            bool leap = Units.Size(awayPa) >= PosturePa;

            // Without a pulse there are no waves either: nothing to average.
            if (!_status.PulseKnown || (leap && _leapt) || _status.PulsePa < NoPulsePa)
            {
                _slowMeanPa = _status.CatheterMeanPa;
                leap = false;
            }
            else if (!leap)
            {
                _slowMeanPa += awayPa / SlowBlocks;
            }

            _leapt = leap;
        }
    }
}
