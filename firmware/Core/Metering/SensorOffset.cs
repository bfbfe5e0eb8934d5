using Haip.Core.Delivery;

namespace Haip.Core.Metering
{
    /// <summary>How P1 stands to P2 when a packet has left: what the next one is aimed by, and how far the two sensors differ.</summary>
    /// <remarks>
    /// The two are not the same. Thick drug leaves a chamber that still stands above the artery. For aiming that counts in full. Of the
    /// sensors' difference it explains as much as can be left of the packet; only the rest is theirs.
    /// </remarks>
    public sealed class SensorOffset
    {
        private const int AverageShare = 8;
        private const int DriftShare = 2;       // packets aimed by what was would be too large meanwhile
        private const int OutlyingPa = 1_500;   // beyond what waves and noise do, and what two sound sensors differ by, which is 1 kPa
        private const int OutlyingPackets = 2;
        private const int AlikePa = 1_000;      // two packets confirm each other: an artery on its way shows another difference with each
        private const long ArrivedMs = 30_000;  // no artery is on its way for so long: packets further apart confirm each other whatever they say
        private const int LeftShare = 3;        // of two: drug of 7 mPa s leaves 1.3 packets behind in 4.5 s, of 5 mPa s 1.2 in 3 s

        private readonly DeliveryStatus _status;
        private int _endPa;
        private int _sensorsPa;
        private bool _known;
        private int _outlying;
        private int _outlyingPa;
        private long _tookAtMs;

        public SensorOffset(DeliveryStatus status)
        {
            _status = status;
        }

        /// <summary>A packet has left, and its end was seen.</summary>
        /// <param name="arteryPa">Where P2's mean stood before it.</param>
        public void Take(int arteryPa)
        {
            int foundPa = _status.EndPa - arteryPa;
            int mostLeftPa = _status.EndRested || _status.FellPa < 0 ? 0 : _status.FellPa * LeftShare / 2;
            int sensorsPa = foundPa - (int)Units.Clamp(foundPa, 0, mostLeftPa);

            // A chamber that was shut early stands higher than it would have come to: it was filled too high. A sensor that drifts so that P1 shows more has it filled too low.
            if (_status.EndEarly && foundPa > _endPa)
            {
                return;
            }

            // A few packets may end in a bout of coughs, or in an artery that has moved. What the next two confirm is no chance: a sensor drifts.
            bool outlying = Units.Size(foundPa - _endPa) > OutlyingPa;
            bool alike = Units.Size(foundPa - _outlyingPa) <= AlikePa || _status.NowMs - _tookAtMs > ArrivedMs;
            _tookAtMs = _status.NowMs;
            _outlying = !outlying ? 0 : alike ? _outlying + 1 : 1;
            _outlyingPa = foundPa;

            if (!outlying || _outlying > OutlyingPackets)
            {
                int share = outlying ? DriftShare : _known ? AverageShare : 1;
                _known |= !outlying;
                _endPa += (foundPa - _endPa) / share;
                _sensorsPa += (sensorsPa - _sensorsPa) / share;
            }

            _status.EndOffsetPa = _endPa;
            _status.SensorOffsetPa = _sensorsPa;
        }
    }
}
