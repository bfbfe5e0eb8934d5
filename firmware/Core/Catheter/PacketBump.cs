using Haip.Core.Delivery;

namespace Haip.Core.Catheter
{
    /// <summary>How far P2 rises while a packet empties, told from everything else that moves it.</summary>
    /// <remarks>
    /// A narrow catheter holds back a packet: P2 steps up when V2 opens and sinks as the chamber empties, within seconds. The artery's
    /// breathing and 0.1 Hz wave are as large and slower, its pulse ten times as large and faster. The pulse goes by taking means over
    /// whole beats (<see cref="BeatMean"/>), the rest by weighing ten seconds of them with weights that follow the step and its decay
    /// and have no answer to a constant, a slope, or a wave from 0.05 to 0.3 Hz, whatever its phase: packets keep step with the waves, so that
    /// no average over packets would remove them. The weights are the least-squares solution for a chamber of 1 s, beats of 0.7 s
    /// and the waves as noise ([docs/catheter.md]); the table holds their running sum, so that a beat weighs as its two ends say.
    /// </remarks>
    public sealed class PacketBump
    {
        private const int BeforeMs = 2_800;
        private const int NodeMs = 400;
        private const int AfterMs = 7_200;
        private const int WindowMs = BeforeMs + AfterMs;
        private const int BeatCount = 64;   // ten seconds in pieces of 200 ms
        private const int UnitWeight = 1_000;

        // Every 400 ms from 2.8 s before V2 opens to 7.2 s after, in thousandths.
        private static readonly int[] s_weightSums =
        {
            0, -81, -478, -246, 497, 887, -3, -1_718, -540, 1_282, 941, -86, -716, -545, 40, 508, 436, 95, -201, -369, -146, 271, 352, 19, -192, 0,
        };

        private readonly BeatMean _beat;
        private readonly int[] _meanPa = new int[BeatCount];
        private readonly int[] _durationMs = new int[BeatCount];
        private int _next;
        private int _heldMs;
        private int _sinceOpenMs;
        private int _secondMs;
        private bool _pending;
        private bool _second;
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
        /// <returns>True when a packet has been judged: seven seconds after it began to leave.</returns>
        public bool Take(long nowMs, int catheterPa, bool open)
        {
            int stepMs = (int)(nowMs - _atMs);
            _atMs = nowMs;
            bool ended = _beat.Take(nowMs, catheterPa);

            if (_beat.Broken)
            {
                _heldMs = 0;
                _pending = false;
                _second = false;
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
                return false;
            }

            _meanPa[_next] = _beat.MeanPa;
            _durationMs[_next] = _beat.DurationMs;
            _next = (_next + 1) % BeatCount;
            _heldMs += _beat.DurationMs;

            if (!_pending || _sinceOpenMs - _beat.AgoMs < AfterMs)
            {
                return false;
            }

            bool judged = _heldMs >= _sinceOpenMs + BeforeMs;
            RisePa = judged ? Weigh(_sinceOpenMs - _beat.AgoMs + BeforeMs) : 0;
            _pending = _second;
            _sinceOpenMs = _secondMs;
            _second = false;
            return judged;
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

        // From the last beat backwards; times count from the window's beginning.
        private int Weigh(int endMs)
        {
            int sum = 0;
            int originPa = _beat.MeanPa;
            int i = _next;
            int upper = SumAt(endMs);

            for (int n = 0; n < BeatCount && endMs > 0; n++)
            {
                i = (i + BeatCount - 1) % BeatCount;
                endMs -= _durationMs[i];
                int lower = SumAt(endMs);
                sum += (_meanPa[i] - originPa) * (upper - lower);
                upper = lower;
            }

            return sum / UnitWeight;
        }

        private static int SumAt(int inWindowMs)
        {
            if (inWindowMs <= 0 || inWindowMs >= WindowMs)
            {
                return 0;
            }

            int node = inWindowMs / NodeMs;
            int from = s_weightSums[node];
            return from + ((s_weightSums[node + 1] - from) * (inWindowMs - (node * NodeMs)) / NodeMs);
        }
    }
}
