using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core
{
    /// <summary>The part of the pump that must outlive a loss of power: taken over at the start, copied out whenever it changed.</summary>
    /// <remarks>
    /// A pump that woke stays in its self-test until that has passed or an alarm stops it. Until then the state and the time of before the loss are what it
    /// copies out: a second loss of power must not make a therapy that waits into one that nobody ordered.
    /// </remarks>
    public sealed class PumpRecords
    {
        private readonly Ledger _ledger;
        private readonly DeliverySchedule _schedule;
        private readonly Reservoir _reservoir;
        private readonly DeliveryStatus _status;
        private int _changedCount;

        public PumpRecords(Ledger ledger, DeliverySchedule schedule, Reservoir reservoir, DeliveryStatus status)
        {
            _ledger = ledger;
            _schedule = schedule;
            _reservoir = reservoir;
            _status = status;
        }

        /// <summary>Something was taken over, and the pump has not moved since.</summary>
        public bool Waiting { get; private set; }

        /// <summary>What the pump was doing before the loss of power; <see cref="PumpState.Standby"/> also when the memory left doubts.</summary>
        public PumpState StateBefore { get; private set; }

        /// <summary>A bolus ran when the power went.</summary>
        public bool BolusBefore { get; private set; }

        /// <summary>When the pump was alive last; 0 when not known.</summary>
        public long AliveAtUtcSeconds { get; private set; }

        /// <summary>Moves on with every change of the totals that must outlive a loss of power.</summary>
        public int TotalsChangedCount => _changedCount + _ledger.PacketChangedCount + _schedule.BolusCount;

        /// <summary>Moves on when a person orders a therapy or ends one.</summary>
        public int OrderChangedCount => _schedule.ChangedCount;

        /// <summary>There is a therapy: it runs, waits or has come to its patency rate.</summary>
        public bool HasTherapy => _schedule.HasTherapy;

        /// <summary>No person has said anything since the start: what the memory holds is what counts.</summary>
        public bool Untouched => _schedule.ChangedCount == 0 && !_reservoir.Known;

        /// <summary>Takes over what the memory kept. What was due then is written off at the next start.</summary>
        public void Restore(Totals totals, OrderRecord order)
        {
            _ledger.Restore(totals);
            _reservoir.Restore(totals);
            _schedule.Restore(order, totals.TherapyLeftMs);
            StateBefore = (PumpState)totals.State;
            BolusBefore = totals.BolusRunning;
            AliveAtUtcSeconds = totals.AliveAtUtcSeconds;
            Waiting = _status.State == PumpState.SelfTest; // a memory that answers late finds a pump that has stopped
        }

        /// <summary>The pump goes from one state to another: from here on its own state counts.</summary>
        public void Move()
        {
            Waiting = false;
            _changedCount++;
        }

        /// <summary>Something else changed that must outlive a loss of power.</summary>
        public void Change() => _changedCount++;

        /// <summary>Copies the totals.</summary>
        /// <param name="utcSeconds">Wall-clock time; 0 when not known.</param>
        public void CopyTotals(Totals totals, long utcSeconds)
        {
            _ledger.CopyTo(totals);
            _reservoir.CopyTo(totals);
            _schedule.CopyTo(totals);
            // A self-test that begins again follows an alarm that stopped the pump: so it is as long as it has not passed.
            PumpState state = _status.State == PumpState.SelfTest ? PumpState.Stopped : _status.State;
            totals.State = (int)(Waiting ? StateBefore : state);
            totals.BolusRunning = Waiting ? BolusBefore : _schedule.BolusRunning;
            totals.AliveAtUtcSeconds = Waiting ? AliveAtUtcSeconds : utcSeconds;
        }

        /// <summary>Copies the order. Its number is the memory's business.</summary>
        public void CopyOrder(OrderRecord order) => _schedule.CopyTo(order);
    }
}
