using Haip.Core.Metering;
using Haip.Core.Ports;

namespace Haip.Core.Log
{
    /// <summary>Keeps what the pump has learned about its two measures.</summary>
    public sealed class MeteringStore
    {
        private readonly TwoSlotRecord _record;
        private readonly byte[] _payload = new byte[MeteringRecord.Length];
        private int _savedCount;

        public MeteringStore(IMemory memory)
        {
            _record = new TwoSlotRecord(memory, MemoryMap.MeteringAddress, MeteringRecord.Length);
        }

        /// <summary>Takes over what was learned. After the calibration, which it goes with.</summary>
        /// <returns>Damaged also when the values are: the pump then goes by its calibration alone.</returns>
        public LoadResult Load(Meters meters)
        {
            LoadResult result = _record.Load(_payload);

            if (result != LoadResult.Whole && result != LoadResult.Torn)
            {
                return result;
            }

            // One that was torn is the one before: hours old, and as good.
            meters.Record.Read(_payload);

            if (!meters.Record.IsPlausible)
            {
                meters.Record.Begin(0, 0);
                result = LoadResult.Damaged;
            }

            meters.Restart();
            _savedCount = meters.ChangedCount;
            return result;
        }

        /// <summary>Keeps what was learned since the last time, if anything was.</summary>
        /// <returns>False when the memory did not take it.</returns>
        public bool TryKeep(Meters meters)
        {
            int count = meters.ChangedCount;

            if (count == _savedCount)
            {
                return true;
            }

            meters.Record.Write(_payload);

            if (!_record.TrySave(_payload))
            {
                return false;
            }

            _savedCount = count;
            return true;
        }
    }
}
