using Haip.Core.Delivery;

namespace Haip.Core.Catheter
{
    /// <summary>Cuts the catheter's pressure into heartbeats and takes each one's mean: what is left when the pulse is taken out.</summary>
    /// <remarks>
    /// A beat goes from one rise through the last beat's mean to the next, found between the samples by a straight line. Over a whole
    /// beat the pulse adds nothing, however long and high the beat is: this holds for an irregular heart, where no filter of fixed
    /// frequencies does. Where no pulse is, pieces of 200 ms take the beats' place. Any sampling interval will do.
    /// </remarks>
    public sealed class BeatMean
    {
        private const int LongestBeatMs = 2_500;
        private const int ShortestBeatMs = 300;
        private const int FollowMs = 300;
        private const int PieceMs = 200;
        private const long LongestGapMs = 250;
        private const int SmallestSwingPa = 100; // of which noise makes none
        private const int SwingShare = 4;        // a small beat of an irregular heart falls this share of the pulse below the mean

        private readonly DeliveryStatus _status;
        private long _atMs;
        private int _pa;
        private int _levelPa;
        private int _overPa;
        private int _areaPaMs;
        private int _beatMs;
        private bool _below;
        private bool _runs;

        public BeatMean(DeliveryStatus status)
        {
            _status = status;
        }

        /// <summary>Mean of the beat that ended last.</summary>
        public int MeanPa { get; private set; }

        /// <summary>How long it took. It ended <see cref="AgoMs"/> before the last sample.</summary>
        public int DurationMs { get; private set; }

        public int AgoMs { get; private set; }

        /// <summary>The line was broken: what was known before does not belong to what comes after.</summary>
        public bool Broken { get; private set; }

        /// <summary>Takes a sample.</summary>
        /// <returns>True when a beat ended with it.</returns>
        public bool Take(long nowMs, int catheterPa)
        {
            long sinceMs = nowMs - _atMs;
            int beforePa = _pa;
            _atMs = nowMs;
            _pa = catheterPa;
            Broken = !_runs || sinceMs > LongestGapMs;

            if (Broken)
            {
                _runs = true;
                _levelPa = catheterPa;
                _overPa = 0;
                Begin(0, 0);
                return false;
            }

            int stepMs = (int)sinceMs;
            int beforeOverPa = _overPa;
            _levelPa += (catheterPa - _levelPa) * stepMs / FollowMs;
            _overPa = catheterPa - _levelPa;
            bool rises = _below && _overPa >= 0 && beforeOverPa < 0;
            _below = _below && !rises;

            if (rises && _beatMs >= ShortestBeatMs)
            {
                int untilMs = -beforeOverPa * stepMs / (_overPa - beforeOverPa);
                int startPa = beforePa + ((catheterPa - beforePa) * untilMs / stepMs);
                AgoMs = stepMs - untilMs;
                End(_areaPaMs + ((beforePa + startPa) * untilMs / 2), _beatMs + untilMs);
                Begin((startPa + catheterPa) * AgoMs / 2, AgoMs);
                return true;
            }

            _areaPaMs += (beforePa + catheterPa) * stepMs / 2;
            _beatMs += stepMs;
            int pulsePa = _status.PulseKnown ? _status.PulsePa : int.MaxValue;

            if (_beatMs >= (pulsePa < CatheterMonitor.NoPulsePa ? PieceMs : LongestBeatMs))
            {
                AgoMs = 0;
                End(_areaPaMs, _beatMs);
                Begin(0, 0);
                return true;
            }

            int swingPa = _status.PulseKnown ? pulsePa / SwingShare : SmallestSwingPa;
            _below |= _overPa < -(swingPa > SmallestSwingPa ? swingPa : SmallestSwingPa);
            return false;
        }

        private void End(int areaPaMs, int durationMs)
        {
            // A piece that ended within a millisecond of its start has no mean of its own.
            MeanPa = durationMs > 0 ? areaPaMs / durationMs : _levelPa;
            DurationMs = durationMs;
        }

        private void Begin(int areaPaMs, int durationMs)
        {
            _areaPaMs = areaPaMs;
            _beatMs = durationMs;
            _below = false;
        }
    }
}
