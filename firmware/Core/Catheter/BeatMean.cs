using Haip.Core.Delivery;

namespace Haip.Core.Catheter
{
    /// <summary>Cuts the catheter's pressure into heartbeats and takes each one's mean: what is left when the pulse is taken out.</summary>
    /// <remarks>
    /// A beat goes from one rise through the pressure's own running average to the next, found between the samples by a straight line. The average follows breath and
    /// not the heart: a pulse that a narrow catheter has halved is cut as evenly as a whole one. Over a whole beat the pulse adds nothing, however long and high the beat is:
    /// this holds for an irregular heart, where no filter of fixed frequencies does. Where no pulse is, pieces of 200 ms take the beats' place. Any sampling interval will do.
    /// </remarks>
    public sealed class BeatMean
    {
        private const int LongestBeatMs = 2_500;
        private const int ShortestBeatMs = 300;  // no heart beats faster than 200 a minute: a second rise within a beat is none
        private const int FollowMs = 300;        // of breath at 0.25 Hz 0.4 is left above the average, of a heart at 0.75 Hz 0.8
        private const int PieceMs = 200;
        private const long LongestGapMs = 250;
        private const int SmallestSwingPa = 100; // of which noise makes none
        private const int SwingShare = 4;        // a small beat of an irregular heart falls this share of the pulse below the average

        private readonly DeliveryStatus _status;
        private long _atMs;
        private int _pa;
        private int _averagePa;
        private int _abovePa;
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
                _averagePa = catheterPa;
                _abovePa = 0;
                Begin(0, 0);
                return false;
            }

            int stepMs = (int)sinceMs;
            int beforeAbovePa = _abovePa;
            _averagePa += (catheterPa - _averagePa) * stepMs / FollowMs;
            _abovePa = catheterPa - _averagePa;
            bool rises = _below && _abovePa >= 0 && beforeAbovePa < 0;
            _below = _below && !rises;

            if (rises && _beatMs >= ShortestBeatMs)
            {
                int untilMs = -beforeAbovePa * stepMs / (_abovePa - beforeAbovePa);
                int startPa = beforePa + (int)((catheterPa - beforePa) * (long)-beforeAbovePa / (_abovePa - beforeAbovePa));
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
            _below |= _abovePa < -(swingPa > SmallestSwingPa ? swingPa : SmallestSwingPa);
            return false;
        }

        private void End(int areaPaMs, int durationMs)
        {
            // A piece that ended within a millisecond of its start has no mean of its own.
            MeanPa = durationMs > 0 ? areaPaMs / durationMs : _averagePa;
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
