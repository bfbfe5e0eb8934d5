using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Metering
{
    /// <summary>What the pump knows about its two measures: the chamber, the flow sensor, and what both, refills and the bench say about them.</summary>
    public sealed class Meters
    {
        private readonly BoardProfile _board;
        private readonly DeliveryStatus _status;
        private readonly RefillCorrection _refills;
        private int _changedCount;

        public Meters(BoardProfile board, DeliveryStatus status, PendingEvents events)
        {
            _board = board;
            _status = status;
            Chamber = new ChamberCompliance(board);
            Comparison = new MeterComparison(board, status, Record);
            _refills = new RefillCorrection(board, Record, events);
        }

        /// <summary>What must outlive a loss of power.</summary>
        public MeteringRecord Record { get; } = new MeteringRecord();

        /// <summary>Moves on when the record is worth keeping.</summary>
        public int ChangedCount => _changedCount + Comparison.ChangedCount;

        public ChamberCompliance Chamber { get; }

        public MeterComparison Comparison { get; }

        public SealedLeak Leak { get; } = new SealedLeak();

        /// <summary>The record was taken over from before a loss of power.</summary>
        public void Restart() => Comparison.Restart();

        /// <summary>A packet is about to be aimed: what a pressure step is worth now.</summary>
        public void Prepare(Readings readings)
        {
            // A new calibration ends all that was learned under the one before.
            if (Record.CalibrationVersion != _board.CalibrationVersion || (Record.FlowGainPpm == 0 && _board.FlowGainPpm != 0))
            {
                Record.Begin(_board.CalibrationVersion, _board.FlowGainPpm);
                Comparison.Restart();
                _changedCount++;
            }

            Chamber.Take(readings, Record.RefillPpm, Comparison.UnseenPpm);
            _status.ChamberFlPerPa = Chamber.BookedFlPerPa;
        }

        /// <summary>A person is about to fill the reservoir. What was measured of the residual is learned from, unless it contradicts the books.</summary>
        public void Refilled(Reservoir reservoir, int drawnOutNl, long meteredNl)
        {
            // What seems to be missing while the chamber is soft with air says nothing about the chamber.
            bool tells = reservoir.Known && drawnOutNl != Reservoir.NotMeasuredNl && !_status.ResidualMismatch && !Comparison.Air;

            if (tells && _refills.Take(reservoir.BookedNl(meteredNl), reservoir.LeftNl(drawnOutNl), _status.MeterDriftPpm, Comparison.UnseenPpm))
            {
                Comparison.Restart();
                _changedCount++;
            }
        }
    }
}
