using Haip.Core.Log;

namespace Haip.Core.Metering
{
    /// <summary>Learns from what was left in the reservoir at a refill: the one look at the dose that neither measure took.</summary>
    /// <remarks>
    /// The residual is known to 0.2 mL, which is 1.1 % of the 18 mL of two weeks; a bench calibration to 0.15 %. Each counts by the inverse of its
    /// variance, so that a refill moves a calibrated pump by a fiftieth of what it finds and one that was never calibrated by most of it, and never by
    /// more than the limits. Where the two measures have drifted apart, the residual says which of them did: the larger error has the smaller voice.
    /// </remarks>
    public sealed class RefillCorrection
    {
        /// <summary>One refill moves the compliance by no more.</summary>
        public const int MostAtOncePpm = 5_000;

        /// <summary>And what the flow sensor is taken to show by no more.</summary>
        public const int MostGainAtOncePpm = 20_000;

        /// <summary>With less metered the residual says nothing: its uncertainty is a tenth.</summary>
        public const int FewestOutNl = 2_000_000;

        private const int SyringeNl = 200_000;        // filling and drawing out, 0.14 mL each (k = 1): scale, needle, bellows
        private const int BenchPpm = 1_500;           // docs/calibration.md
        private const int NominalPpm = 20_000;        // a chamber as it was made
        private const int AgeingPpm = 1_000;          // what a chamber may change by between two refills
        private const int TellingDriftPpm = 10_000;   // smaller drifts are the two instruments' temperature and zero

        private readonly BoardProfile _board;
        private readonly MeteringRecord _record;
        private readonly PendingEvents _events;

        public RefillCorrection(BoardProfile board, MeteringRecord record, PendingEvents events)
        {
            _board = board;
            _record = record;
            _events = events;
        }

        /// <summary>Takes what was booked since the last fill, and what must have left as a person measured.</summary>
        /// <param name="driftPpm">What the flow sensor sees more than the chamber.</param>
        /// <param name="unseenPpm">What of it was booked.</param>
        /// <returns>True when something was learned.</returns>
        public bool Take(long bookedNl, long leftNl, int driftPpm, int unseenPpm)
        {
            if (bookedNl < FewestOutNl)
            {
                return false;
            }

            long foundPpm = ((leftNl - bookedNl) * Units.FullPpm / bookedNl) + unseenPpm;
            long measuredPpm = (long)SyringeNl * Units.FullPpm / bookedNl;
            long driftSizePpm = Units.Size(driftPpm);
            bool telling = driftSizePpm >= TellingDriftPpm && driftSizePpm > 2 * measuredPpm;
            bool byFlow = telling && (driftPpm > 0 ? foundPpm : -foundPpm) * 2 < driftSizePpm;
            return byFlow ? TakeFlow(driftPpm) : TakeChamber(foundPpm, measuredPpm, driftPpm);
        }

        // The chamber was right: the flow sensor has changed.
        private bool TakeFlow(int driftPpm)
        {
            int beforePpm = _record.FlowGainPpm;
            long movedPpm = Units.Clamp(driftPpm, -MostGainAtOncePpm, MostGainAtOncePpm);
            long gainPpm = beforePpm + movedPpm;
            _record.FlowGainPpm = (int)Units.Clamp(gainPpm, Units.FullPpm - MeteringRecord.MostGainOffPpm, Units.FullPpm + MeteringRecord.MostGainOffPpm);
            int changePpm = _record.FlowGainPpm - beforePpm;
            _record.DriftPpm = driftPpm - changePpm;
            _events.Add(EventId.FlowGainCorrected, beforePpm, _record.FlowGainPpm);
            return changePpm != 0;
        }

        private bool TakeChamber(long foundPpm, long measuredPpm, int driftPpm)
        {
            int beforePpm = _record.RefillPpm;
            long knownPpm = _record.UncertaintyPpm > 0 ? _record.UncertaintyPpm : _board.CalibrationVersion > 0 ? BenchPpm : NominalPpm;
            knownPpm = Units.Clamp(knownPpm + AgeingPpm, 0, NominalPpm);

            // A drift that the residual confirms is the chamber's own: then the calibration is known no better than that.
            bool confirmed = (driftPpm > 0) == (foundPpm > 0) && Units.Size(driftPpm) >= TellingDriftPpm;
            long doubtPpm = confirmed && Units.Size(driftPpm) / 2 > knownPpm ? Units.Size(driftPpm) / 2 : knownPpm;
            long weightPpm = doubtPpm * doubtPpm * Units.FullPpm / ((doubtPpm * doubtPpm) + (measuredPpm * measuredPpm));
            long wishedPpm = foundPpm * weightPpm / Units.FullPpm;
            long movedPpm = Units.Clamp(wishedPpm, -MostAtOncePpm, MostAtOncePpm);
            _record.RefillPpm = (int)Units.Clamp(beforePpm + movedPpm, -MeteringRecord.MostMoreDrugPpm, MeteringRecord.MostLessDrugPpm);
            int changePpm = _record.RefillPpm - beforePpm;

            // The root of what is left of the variance, from above. What was not moved in full is not known any better.
            _record.UncertaintyPpm = (int)(changePpm == wishedPpm ? doubtPpm - (doubtPpm * weightPpm / (2 * Units.FullPpm)) : doubtPpm);
            _record.DriftPpm = driftPpm - changePpm;
            _events.Add(EventId.ComplianceCorrected, beforePpm, _record.RefillPpm);
            return true;
        }
    }
}
