using Haip.Core.Delivery;

namespace Haip.Core.Catheter
{
    /// <summary>How fast the chamber empties, and whether it has become softer: air in it takes fluid without a rise of pressure.</summary>
    /// <remarks>
    /// The chamber's time constant is the area between P1 and P2 over the fall of P1, whatever the artery does meanwhile. Its compliance
    /// is the flow sensor's volume over P1's rise. Air is a compliance that jumps: 1 uL of it adds 9 % to 100 nL/kPa. A slow change is
    /// drift of one of the two measures, which metering judges; a sensor whose gain jumps looks like air.
    /// </remarks>
    public sealed class ChamberWatch
    {
        private const int JumpPermille = 80;      // more than noise makes of three packets in a row, less than the two measures may disagree
        private const int UsualShift = 5;
        private const int RecentShift = 3;
        private const int ScaleShift = 9;
        private const int FewestPackets = 16;
        private const int SmallestNl = 80;        // below it a step of 14 Pa, the noise of two pressures, is too much of the packet
        private const int SoftShift = 6;

        private readonly BoardProfile _board;
        private readonly DeliveryStatus _status;
        private long _areaPaMs;
        private long _atMs;
        private int _openMs;
        private int _usual;                       // permille x 512: flow sensor's volume over the chamber's
        private int _usualNl;
        private int _packets;
        private int _offset;                      // Pa x 64
        private bool _offsetKnown;
        private bool _spoiled;

        public ChamberWatch(BoardProfile board, DeliveryStatus status)
        {
            _board = board;
            _status = status;
        }

        /// <summary>Takes a sample while V2 is open.</summary>
        public void Take(Readings readings)
        {
            long sinceMs = readings.NowMs - _atMs;
            _atMs = readings.NowMs;

            if (_openMs > 0 || _areaPaMs != 0)
            {
                _areaPaMs += (readings.ChamberPa - readings.CatheterPa) * sinceMs;
                _openMs += (int)sinceMs;
            }
            else
            {
                _openMs = 1; // the first sample was taken with V2 shut
            }

            _spoiled |= !readings.ChamberValid;
        }

        /// <summary>V2 has closed and the packet is booked.</summary>
        public void PacketMetered(int arteryPa)
        {
            if (_status.EndKnown)
            {
                int foundPa = (_status.EndPa - arteryPa) << SoftShift;
                _offset = _offsetKnown ? _offset + ((foundPa - _offset) >> SoftShift) : foundPa;
                _offsetKnown = true;
            }

            long fallPa = _status.DeliveredNl * Units.FlPerNl / _board.ChamberFlPerPa;

            if (!_spoiled && _offsetKnown && _status.DeliveredNl >= SmallestNl)
            {
                _status.DecayMs = (int)Units.Clamp((_areaPaMs - ((long)(_offset >> SoftShift) * _openMs)) / fallPa, 0, short.MaxValue);
            }

            JudgeCompliance();
            _areaPaMs = 0;
            _openMs = 0;
            _spoiled = false;
        }

        private void JudgeCompliance()
        {
            long chamberNl = _status.FilledNl;

            if (_status.UnconfirmedPackets > 0 || chamberNl < SmallestNl)
            {
                return;
            }

            int permille = (int)Units.Clamp((chamberNl - _status.MeterDifferenceNl) * Units.FullPermille / chamberNl, 0, 2 * Units.FullPermille);

            // Packets of quite another size: a bolus. What the two measures differ by need not be the same share of those.
            if (chamberNl > 3 * _usualNl || 3 * chamberNl < _usualNl)
            {
                _packets = 0;
                _usualNl = (int)chamberNl;
                _usual = permille << ScaleShift;
            }

            bool jumped = _packets == FewestPackets && permille > (_usual >> ScaleShift) + JumpPermille;
            _status.AirPackets = jumped ? _status.AirPackets + 1 : 0;

            if (!jumped)
            {
                _packets = _packets < FewestPackets ? _packets + 1 : _packets;
                int shift = _packets < FewestPackets ? RecentShift : UsualShift;
                _usual += ((permille << ScaleShift) - _usual) >> shift;
                _usualNl += ((int)chamberNl - _usualNl) >> 2;
            }
        }
    }
}
