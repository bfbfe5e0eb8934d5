using Haip.Core.Ports;

namespace Haip.Core.Log
{
    /// <summary>Keeps why the application gave up, so that it can say so after the restart.</summary>
    /// <code>
    /// offset  0              4
    ///         reason u32     when it happened, i64 ms since that start
    /// </code>
    public sealed class StopStore
    {
        public const int PayloadLength = 12;

        private const int AfterOffset = 4;

        private readonly TwoSlotRecord _record;
        private readonly byte[] _payload = new byte[PayloadLength];

        public StopStore(IMemory memory)
        {
            _record = new TwoSlotRecord(memory, MemoryMap.StopAddress, PayloadLength);
        }

        /// <summary>What the last <see cref="TryTake"/> found in the memory.</summary>
        public LoadResult Found { get; private set; }

        /// <summary>Keeps the reason. Comes after <see cref="TryTake"/>, which finds the record that must not be touched.</summary>
        /// <param name="nowMs">Monotonic time of the run that ends.</param>
        /// <returns>False when the memory did not take it.</returns>
        public bool TrySave(StopReason reason, long nowMs)
        {
            LittleEndian.Write32(_payload, 0, (uint)reason);
            LittleEndian.Write64(_payload, AfterOffset, nowMs);
            return _record.TrySave(_payload);
        }

        /// <summary>Hands out the last reason once: a start that follows an ordinary loss of power has none.</summary>
        /// <param name="afterMs">How long the run had lasted.</param>
        /// <returns>False when the last run did not give up, or nothing whole is in the memory.</returns>
        public bool TryTake(out StopReason reason, out long afterMs)
        {
            reason = StopReason.None;
            afterMs = 0;

            Found = _record.Load(_payload);

            if (Found == LoadResult.Unreadable || Found == LoadResult.New)
            {
                return false;
            }

            if (Found != LoadResult.Damaged)
            {
                uint code = LittleEndian.Read32(_payload, 0);
                reason = code <= (uint)StopReason.Button ? (StopReason)(int)code : StopReason.None;
                afterMs = LittleEndian.Read64(_payload, AfterOffset);
                Found = code <= (uint)StopReason.Button ? Found : LoadResult.Damaged;
            }

            if (reason == StopReason.None && Found == LoadResult.Whole)
            {
                afterMs = 0;
                return false;
            }

            afterMs = reason == StopReason.None ? 0 : afterMs;
            TrySave(StopReason.None, 0); // when this fails, the same reason is said twice
            return reason != StopReason.None;
        }
    }
}
