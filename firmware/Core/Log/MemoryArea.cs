namespace Haip.Core.Log
{
    /// <summary>One row of <see cref="MemoryMap"/>.</summary>
    public sealed class MemoryArea
    {
        public readonly MemoryRecord Record;
        public readonly int Address;
        public readonly int Length;

        /// <summary>What it holds and how.</summary>
        public readonly string Holds;

        public MemoryArea(MemoryRecord record, int address, int length, string holds)
        {
            Record = record;
            Address = address;
            Length = length;
            Holds = holds;
        }
    }
}
