using Haip.Core.Delivery;

namespace Haip.Core.Catheter
{
    /// <summary>How far P2 rises while a packet empties, told from everything else that moves it.</summary>
    /// <remarks>
    /// A narrow catheter holds back a packet: P2 steps up when V2 opens and sinks as the chamber empties, within seconds. The artery's
    /// breathing and 0.1 Hz wave are as large and slower, its pulse ten times as large and faster. The pulse goes by taking means over
    /// whole beats, the rest by weighing ten seconds of them with <see cref="BumpWeights"/>: packets keep step with the waves, so that no average over packets
    /// would remove them. A regular heart's mean slides along (<see cref="SlidingBeat"/>); an irregular one has it from beat to beat (<see cref="BeatMean"/>),
    /// and the pressure goes straight from the middle of one to the middle of the next: held in steps, it would fold breathing onto the packet's own frequencies.
    /// </remarks>
    public sealed class PacketBump
    {
        private const int BeatCount = 64;   // ten seconds in pieces of 200 ms

        private readonly BeatMean _beat;
        private readonly SlidingBeat _sliding = new SlidingBeat();
        private readonly int[] _meanPa = new int[BeatCount];
        private readonly int[] _durationMs = new int[BeatCount];
        private int _next;
        private int _heldMs;
        private int _sinceOpenMs;
        private int _secondMs;
        private bool _pending;
        private bool _second;
        private bool _weighs;
        private bool _wasOpen;
        private long _atMs;

        public PacketBump(DeliveryStatus status)
        {
            _beat = new BeatMean(status);
        }

        /// <summary>Rise of the packet that was judged last, as the weights see it: about a quarter of the pressure that drove the packet at thirty times the resistance.</summary>
        public int RisePa { get; private set; }

        /// <summary>Takes a sample.</summary>
        /// <param name="open">V2 is open or closing.</param>
        /// <returns>True when a packet has been judged: eight seconds after it began to leave.</returns>
        public bool Take(long nowMs, int catheterPa, bool open)
        {
            int stepMs = (int)(nowMs - _atMs);
            _atMs = nowMs;
            bool ended = _beat.Take(nowMs, catheterPa);
            _sliding.Take(stepMs, catheterPa, _beat.Broken);

            if (_beat.Broken)
            {
                _heldMs = 0;
                _pending = false;
                _second = false;
                _weighs = false;
            }
            else if (_pending)
            {
                _sinceOpenMs += stepMs;
                _secondMs += stepMs;
            }

            if (open && !_wasOpen)
            {
                Begin();
            }

            _wasOpen = open;

            if (!ended)
            {
                return GoneOn();
            }

            _sliding.TakeBeat(_beat.DurationMs);
            _meanPa[_next] = _beat.MeanPa;
            _durationMs[_next] = _beat.DurationMs;
            _next = (_next + 1) % BeatCount;
            _heldMs += _beat.DurationMs;

            if (!_pending || _sinceOpenMs - _beat.AgoMs < BumpWeights.AfterMs + _sliding.LateMs)
            {
                return false;
            }

            bool judged = _heldMs >= _sinceOpenMs + BumpWeights.BeforeMs + _sliding.LateMs;
            int inWindowMs = _sinceOpenMs + BumpWeights.BeforeMs;
            _pending = _second;
            _sinceOpenMs = _secondMs;
            _second = false;

            if (judged && _sliding.IsSteady)
            {
                _sliding.Begin(inWindowMs, _beat.MeanPa);
                _weighs = true;
                return false;
            }

            RisePa = judged ? Weigh(inWindowMs - _beat.AgoMs) : 0;
            return judged;
        }

        // In the ticks between two beats.
        private bool GoneOn()
        {
            if (!_weighs || !_sliding.GoOn())
            {
                return false;
            }

            _weighs = false;
            RisePa = _sliding.WeighedPa;
            return true;
        }

        // At the pace of a bolus the next packet leaves before this one is judged.
        private void Begin()
        {
            if (_pending)
            {
                _second = true;
                _secondMs = 0;
            }
            else
            {
                _pending = true;
                _sinceOpenMs = 0;
            }
        }

        // From the last beat backwards; times count from the window's beginning. What goes straight between two middles weighs as its slope times the area of
        // the weights' sum between them.
        private int Weigh(int endMs)
        {
            long sum = 0;
            int i = (_next + BeatCount - 1) % BeatCount;
            int laterPa = _meanPa[i];
            int laterMs = endMs - (_durationMs[i] / 2);
            int laterArea = BumpWeights.AreaAt(laterMs);
            endMs -= _durationMs[i];

            for (int n = 1; n < BeatCount && laterMs > 0; n++)
            {
                i = (i + BeatCount - 1) % BeatCount;
                int middleMs = endMs - (_durationMs[i] / 2);
                int area = BumpWeights.AreaAt(middleMs);
                sum -= laterMs > middleMs ? (long)(laterPa - _meanPa[i]) * (laterArea - area) / (laterMs - middleMs) : 0;
                endMs -= _durationMs[i];
                laterPa = _meanPa[i];
                laterMs = middleMs;
                laterArea = area;
            }

            return (int)(sum / BumpWeights.UnitPermille);
        }
    }
}
