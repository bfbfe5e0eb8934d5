using Haip.Core.Ports;

namespace Haip.Core.Log
{
    /// <summary>Keeps the last order, with a number that the totals quote.</summary>
    public sealed class OrderStore
    {
        private readonly TwoSlotRecord _record;
        private readonly RecordCheck _check;
        private readonly byte[] _payload = new byte[OrderRecord.Length];
        private uint _lastNumber;
        private bool _known;

        public OrderStore(IMemory memory)
        {
            _record = new TwoSlotRecord(memory, MemoryMap.OrderAddress, OrderRecord.Length);
            _check = new RecordCheck(_record);
        }

        /// <summary>The order as it was loaded or saved last.</summary>
        public OrderRecord Order { get; } = new OrderRecord();

        /// <summary>What the totals quote; 0 when no order in the memory belongs to them.</summary>
        public uint Number { get; private set; }

        /// <summary>Reads the last order, for somebody to judge.</summary>
        public LoadResult Load()
        {
            LoadResult result = _record.Load(_payload);
            Order.Read(_payload);
            _lastNumber = result == LoadResult.New || result == LoadResult.Damaged ? 0 : Order.Number;
            return result;
        }

        /// <summary>These totals quote a number that the memory never took: it is not used again.</summary>
        public void Pass(uint number) => _lastNumber = number > _lastNumber ? number : _lastNumber;

        /// <summary>The order that was loaded was judged.</summary>
        /// <param name="number">What the totals quote.</param>
        /// <param name="known">The memory holds what the pump goes by.</param>
        public void Accept(uint number, bool known)
        {
            Number = number;
            _known = known;
        }

        /// <summary>Keeps the order that the pump has now.</summary>
        /// <returns>False when the memory did not take it. Its number is used up: totals that quote it stand alone.</returns>
        public bool TrySave(PumpRecords records)
        {
            _lastNumber++;
            Number = _lastNumber;
            Write(records);
            _known = _record.TrySave(_payload);
            return _known;
        }

        /// <summary>Once an hour, compares the memory with what the pump goes by.</summary>
        /// <returns>False when they differ.</returns>
        public bool TryPass(PumpRecords records, long nowMs)
        {
            if (!_known || !_check.IsDue(nowMs))
            {
                return true;
            }

            Write(records);
            return _check.TryPass(nowMs, _payload);
        }

        private void Write(PumpRecords records)
        {
            records.CopyOrder(Order);
            Order.Number = Number;
            Order.Write(_payload);
        }
    }
}
