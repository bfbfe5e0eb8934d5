using Haip.Core.Delivery;

namespace Haip.Core.Catheter
{
    /// <summary>How fast the chamber empties.</summary>
    /// <remarks>The chamber's time constant is the area between P1 and P2 over the fall of P1, whatever the artery does meanwhile.</remarks>
    public sealed class ChamberWatch
    {
        private const int SmallestNl = 80;   // below it a step of 14 Pa, the noise of two pressures, is too much of the packet
        private const int SoftShift = 6;

        private readonly BoardProfile _board;
        private readonly DeliveryStatus _status;
        private long _areaPaMs;
        private long _atMs;
        private int _openMs;
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

            _areaPaMs = 0;
            _openMs = 0;
            _spoiled = false;
        }
    }
}
