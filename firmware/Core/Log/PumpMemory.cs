using Haip.Core.Delivery;
using Haip.Core.Ports;

namespace Haip.Core.Log
{
    /// <summary>The pump's memory: gives back at the start what it kept, and keeps after every tick what changed, before anything is driven.</summary>
    /// <remarks>
    /// A packet is in the books before its valve moves, so power that goes at any moment leaves it counted: at worst one that never
    /// left. A memory that is silent at the start is asked again in every beat, and what it holds counts unless a person has begun anew.
    /// </remarks>
    public sealed class PumpMemory
    {
        private const long AlivePeriodMs = Units.MsPerMinute; // how well "alive at" is known
        private const long SlowPeriodMs = 1_000; // for what has time

        private readonly Pump _pump;
        private readonly PumpRecords _records;
        private readonly PumpRecovery _recovery;
        private readonly TwoSlotRecord _totalsRecord;
        private readonly OrderStore _orders;
        private readonly byte[] _totalsBytes = new byte[Totals.Length];
        private readonly Totals _totals = new Totals();
        private readonly HourCount _hour = new HourCount();
        private readonly LogTime _time = new LogTime();
        private bool _restored;
        private int _totalsSavedCount;
        private int _orderSavedCount;
        private long _savedAtMs;
        private long _nextSlowMs;

        public PumpMemory(IMemory memory, Pump pump)
        {
            _pump = pump;
            _records = pump.Records;
            _recovery = new PumpRecovery(pump.Events);
            _totalsRecord = new TwoSlotRecord(memory, MemoryMap.TotalsAddress, Totals.Length);
            _orders = new OrderStore(memory);
            Calibration = new CalibrationStore(memory);
            Stops = new StopStore(memory);
            Log = new EventLog(memory);
        }

        /// <summary>The memory took the last that it was given.</summary>
        public bool Kept { get; private set; }

        /// <summary>Nothing that the pump knows is missing from the memory: orders, totals and what happened.</summary>
        public bool KeptAll =>
            Kept && _orderSavedCount == _records.OrderChangedCount && _totalsSavedCount == _records.TotalsChangedCount && _pump.Events.Count == 0;

        /// <summary>Since the last <see cref="Keep"/>, a record was found damaged: the readings of the next tick say so.</summary>
        public bool RecordsDamaged { get; private set; }

        /// <summary>Since the last <see cref="Keep"/>, it was found that the run before gave up: the readings of the next tick say so.</summary>
        public bool FailedBefore { get; private set; }

        /// <summary>Why the run before gave up, and how long it had lasted.</summary>
        public StopReason StoppedBefore { get; private set; }
        public long StoppedAfterMs { get; private set; }

        /// <summary>Where this run keeps why it gives up.</summary>
        public StopStore Stops { get; }

        public CalibrationStore Calibration { get; }

        /// <summary>What happened, to read back.</summary>
        public EventLog Log { get; }

        /// <summary>Hands what was kept to a pump that has just woken, and finds the ends of the logs. Not for the tick: it reads nearly all of the memory.</summary>
        /// <returns>False when the memory did not answer. <see cref="Keep"/> then goes on trying.</returns>
        public bool Restore() => TryRestore() && Log.TryOpen();

        /// <summary>Keeps what the tick changed. After every tick, before its outputs are driven.</summary>
        public void Keep(Readings readings)
        {
            RecordsDamaged = false;
            FailedBefore = false;
            _time.Take(readings);

            if (!_restored && !TryRestore())
            {
                return;
            }

            bool orderChanged = _records.OrderChangedCount != _orderSavedCount;
            bool totalsChanged = orderChanged || _records.TotalsChangedCount != _totalsSavedCount;
            bool slow = !totalsChanged && readings.NowMs >= _nextSlowMs;

            if (slow)
            {
                _nextSlowMs = readings.NowMs + SlowPeriodMs;
                _hour.Take(_pump.Status, _pump.Events);
                Check(readings.NowMs);
            }
            else
            {
                totalsChanged |= readings.NowMs - _savedAtMs >= AlivePeriodMs;
            }

            // One of them a beat, the order first: totals that quote another order wait for a person, and no valve moves within a beat.
            bool orderTaken = orderChanged && TrySaveOrder();
            bool kept = orderTaken || !totalsChanged || TrySaveTotals(readings.NowMs);
            kept &= orderTaken || !orderChanged;

            if (_pump.Events.Count > 0 || _pump.Events.LostCount > 0 || !Log.Opened)
            {
                kept &= Log.TryKeep(_pump.Events, _time, slow || totalsChanged ? EventLog.BesideRecordCount : EventLog.PerBeatCount);
            }

            Kept = kept;
        }

        private bool TryRestore()
        {
            LoadResult totals = _totalsRecord.Load(_totalsBytes);
            LoadResult order = totals == LoadResult.Unreadable ? totals : _orders.Load();
            LoadResult calibration = order == LoadResult.Unreadable ? order : Calibration.Load(_pump.Board);
            Kept = calibration != LoadResult.Unreadable && TryTakeStop();

            if (!Kept)
            {
                return false;
            }

            _restored = true;
            _totals.Read(_totalsBytes);

            if (totals != LoadResult.New && totals != LoadResult.Damaged)
            {
                _orders.Pass(_totals.OrderNumber);
            }

            if (calibration != LoadResult.Whole && calibration != LoadResult.New)
            {
                _recovery.Report(MemoryRecord.Calibration);
            }

            if (_records.Untouched)
            {
                TakeOver(totals, order);
            }
            else
            {
                _orderSavedCount = _records.OrderChangedCount - 1; // all that a person said since is kept instead
            }

            RecordsDamaged = _recovery.Damaged;
            return true;
        }

        private void TakeOver(LoadResult totals, LoadResult order)
        {
            bool trusted = _recovery.Judge(totals, _totals, order, _orders.Order);
            _orders.Accept(_totals.OrderNumber, trusted && order == LoadResult.Whole);

            if (_totals.InFlightNl > 0)
            {
                _pump.Events.Add(EventId.PacketRecovered, _totals.InFlightNl, 0);
            }

            _records.Restore(_totals, _orders.Order);

            // A packet is recovered once: it is in the books before anything else. Until it is, it can be recovered again.
            _totalsSavedCount = _records.TotalsChangedCount - 1;
            Kept = totals == LoadResult.New || TrySaveTotals(0);
        }

        private bool TryTakeStop()
        {
            FailedBefore = Stops.TryTake(out StopReason reason, out long afterMs);
            StoppedBefore = reason;
            StoppedAfterMs = afterMs;
            _pump.Events.Add(EventId.Started, (int)reason, (int)(afterMs / 1_000));

            if (Stops.Found == LoadResult.Damaged)
            {
                _recovery.Report(MemoryRecord.Stop);
            }

            return Stops.Found != LoadResult.Unreadable;
        }

        private bool TrySaveOrder()
        {
            if (!_orders.TrySave(_records))
            {
                return false;
            }

            _orderSavedCount = _records.OrderChangedCount;
            _totalsSavedCount = _records.TotalsChangedCount - 1; // they have to quote it
            return true;
        }

        private bool TrySaveTotals(long nowMs)
        {
            _records.CopyTotals(_totals, _time.UtcSeconds);
            _totals.OrderNumber = _orders.Number;
            _totals.Write(_totalsBytes);

            if (!_totalsRecord.TrySave(_totalsBytes))
            {
                return false;
            }

            _totalsSavedCount = _records.TotalsChangedCount;
            _savedAtMs = nowMs;
            return true;
        }

        // What the pump goes by and what the memory holds must be the same, and neither changes by itself.
        private void Check(long nowMs)
        {
            if (_pump.Status.Phase != PacketPhase.Rest)
            {
                return;
            }

            if (!_orders.TryPass(_records, nowMs))
            {
                Report(MemoryRecord.Order);
            }

            if (!Calibration.TryPass(_pump.Board, nowMs))
            {
                Report(MemoryRecord.Calibration);
            }
        }

        private void Report(MemoryRecord record)
        {
            _recovery.Report(record);
            RecordsDamaged = true;
        }
    }
}
