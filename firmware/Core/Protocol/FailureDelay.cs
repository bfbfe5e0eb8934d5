using Haip.Core.Log;
using Haip.Core.Ports;

namespace Haip.Core.Protocol
{
    /// <summary>Makes whoever fails to prove the key wait, longer each time, and never longer than a clinician can stand.</summary>
    /// <remarks>The count outlives a reset, after which the whole delay begins again: pulling the supply gains nothing.</remarks>
    /// <code>
    /// byte  0         4
    ///       failures  (end)
    ///       u32
    /// </code>
    public sealed class FailureDelay
    {
        public const int PayloadLength = 4;
        public const int LongestSeconds = 60;

        private const int DoublingCount = 6; // 1, 2, 4, 8, 16, 32, then the longest
        private const int MostCount = 1_000_000;

        private readonly TwoSlotRecord _record;
        private readonly byte[] _payload = new byte[PayloadLength];
        private long _untilMs;

        public FailureDelay(IMemory memory)
        {
            _record = new TwoSlotRecord(memory, MemoryMap.FailuresAddress, PayloadLength);
        }

        /// <summary>Failures in a row.</summary>
        public int FailureCount { get; private set; }

        /// <summary>Takes over the count. A record that cannot be trusted counts as many.</summary>
        public LoadResult Load(long nowMs)
        {
            LoadResult result = _record.Load(_payload);

            if (result != LoadResult.Unreadable)
            {
                uint kept = result == LoadResult.New ? 0 : LittleEndian.Read32(_payload, 0);
                FailureCount = result == LoadResult.Damaged || kept > MostCount ? DoublingCount + 1 : (int)kept;
                _untilMs = nowMs + DelayMs();
            }

            return result;
        }

        /// <summary>Somebody failed.</summary>
        public void Fail(long nowMs)
        {
            FailureCount += FailureCount < MostCount ? 1 : 0;
            _untilMs = nowMs + DelayMs();
            Save();
        }

        /// <summary>Somebody proved the key.</summary>
        public void Forget()
        {
            _untilMs = 0;

            if (FailureCount > 0)
            {
                FailureCount = 0;
                Save();
            }
        }

        /// <summary>How long nobody is listened to; 0 when somebody is. Never above <see cref="LongestSeconds"/>.</summary>
        public int WaitSeconds(long nowMs) => nowMs >= _untilMs ? 0 : (int)((_untilMs - nowMs + 999) / 1_000);

        private long DelayMs() =>
            FailureCount == 0 ? 0
            : FailureCount > DoublingCount ? LongestSeconds * 1_000L
            : 1_000L << (FailureCount - 1);

        // When the memory does not take it, the count holds until the power goes: other alarms tell of the memory.
        private void Save()
        {
            LittleEndian.Write32(_payload, 0, (uint)FailureCount);
            _record.TrySave(_payload);
        }
    }
}
