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

        private readonly Pump _pump;
        private readonly PumpRecords _records;
        private readonly PumpRecovery _recovery;
        private readonly TwoSlotRecord _totalsRecord;
        private readonly TwoSlotRecord _orderRecord;
        private readonly RecordCheck _orderCheck;
        private readonly byte[] _totalsBytes = new byte[Totals.Length];
        private readonly byte[] _orderBytes = new byte[OrderRecord.Length];
        private readonly Totals _totals = new Totals();
        private readonly OrderRecord _order = new OrderRecord();
        private readonly LogTime _time = new LogTime();
        private bool _restored;
        private bool _orderKnown;
        private uint _orderNumber;
        private uint _lastOrderNumber;
        private int _totalsSavedCount;
        private int _orderSavedCount;
        private long _savedAtMs;
        private long _hourEndMs;
        private long _hourOrderedNl;
        private long _hourMeteredNl;

        public PumpMemory(IMemory memory, Pump pump)
        {
            _pump = pump;
            _records = pump.Records;
            _recovery = new PumpRecovery(pump.Events);
            _totalsRecord = new TwoSlotRecord(memory, MemoryMap.TotalsAddress, Totals.Length);
            _orderRecord = new TwoSlotRecord(memory, MemoryMap.OrderAddress, OrderRecord.Length);
            _orderCheck = new RecordCheck(_orderRecord);
            Calibration = new CalibrationStore(memory);
            Stops = new StopStore(memory);
            Log = new EventLog(memory);
        }

        /// <summary>The memory took the last that it was given.</summary>
        public bool Kept { get; private set; }

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

            CountHour(readings.NowMs);

            bool orderChanged = _records.OrderChangedCount != _orderSavedCount;
            bool totalsChanged = orderChanged || _records.TotalsChangedCount != _totalsSavedCount || readings.NowMs - _savedAtMs >= AlivePeriodMs;
            Kept = !orderChanged || TrySaveOrder();
            Kept &= !totalsChanged || TrySaveTotals(readings.NowMs); // also when the order was not taken: they then quote no order that is kept
            Kept &= Log.TryKeep(_pump.Events, _time);

            if (!totalsChanged && _pump.Status.Phase == PacketPhase.Rest)
            {
                Check(readings.NowMs);
            }
        }

        private bool TryRestore()
        {
            LoadResult totals = _totalsRecord.Load(_totalsBytes);
            LoadResult order = totals == LoadResult.Unreadable ? totals : _orderRecord.Load(_orderBytes);
            LoadResult calibration = order == LoadResult.Unreadable ? order : Calibration.Load(_pump.Board);
            Kept = calibration != LoadResult.Unreadable && TryTakeStop();

            if (!Kept)
            {
                return false;
            }

            _restored = true;
            _order.Read(_orderBytes);
            _totals.Read(_totalsBytes);
            _lastOrderNumber = order == LoadResult.New || order == LoadResult.Damaged ? 0 : _order.Number;

            if (totals != LoadResult.New && totals != LoadResult.Damaged && _totals.OrderNumber > _lastOrderNumber)
            {
                _lastOrderNumber = _totals.OrderNumber; // one that the memory never took
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
            _orderKnown = _recovery.Judge(totals, _totals, order, _order) && order == LoadResult.Whole;
            _orderNumber = _totals.OrderNumber;

            if (_totals.InFlightNl > 0)
            {
                _pump.Events.Add(EventId.PacketRecovered, _totals.InFlightNl, 0);
            }

            _records.Restore(_totals, _order);

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
            // Used up even when the memory does not take it: totals that quote it then stand alone.
            _lastOrderNumber++;
            _orderNumber = _lastOrderNumber;
            WriteOrder();

            if (!_orderRecord.TrySave(_orderBytes))
            {
                return false;
            }

            _orderSavedCount = _records.OrderChangedCount;
            _orderKnown = true;
            return true;
        }

        private void WriteOrder()
        {
            _records.CopyOrder(_order);
            _order.Number = _orderNumber;
            _order.Write(_orderBytes);
        }

        private bool TrySaveTotals(long nowMs)
        {
            _records.CopyTotals(_totals, _time.UtcSeconds);
            _totals.OrderNumber = _orderNumber;
            _totals.Write(_totalsBytes);

            if (!_totalsRecord.TrySave(_totalsBytes))
            {
                return false;
            }

            _totalsSavedCount = _records.TotalsChangedCount;
            _savedAtMs = nowMs;
            return true;
        }

        private void CountHour(long nowMs)
        {
            if (nowMs < _hourEndMs)
            {
                return;
            }

            long orderedNl = _pump.Status.OrderedNl;
            long meteredNl = _pump.Status.MeteredNl;

            if (_hourEndMs > 0)
            {
                _pump.Events.Add(EventId.HourPassed, (int)(orderedNl - _hourOrderedNl), (int)(meteredNl - _hourMeteredNl));
            }

            _hourOrderedNl = orderedNl;
            _hourMeteredNl = meteredNl;
            _hourEndMs = nowMs + Units.MsPerHour;
        }

        // What the pump goes by and what the memory holds must be the same, and neither changes by itself.
        private void Check(long nowMs)
        {
            if (_orderKnown && _orderCheck.IsDue(nowMs))
            {
                WriteOrder();

                if (!_orderCheck.TryPass(nowMs, _orderBytes))
                {
                    Report(MemoryRecord.Order);
                }
            }
            else if (!Calibration.TryPass(_pump.Board, nowMs))
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
