namespace Haip.Core.Log
{
    /// <summary>Compares a record in the memory with what the pump goes by, once an hour: neither of the two may change by itself.</summary>
    /// <remarks>The bus carries no check byte, so one bad reading is no finding: a few in a row are.</remarks>
    public sealed class RecordCheck
    {
        private const long PeriodMs = Units.MsPerHour;
        private const int TriesToFault = 3;

        private readonly TwoSlotRecord _record;
        private long _dueMs = PeriodMs;
        private int _badCount;

        public RecordCheck(TwoSlotRecord record)
        {
            _record = record;
        }

        /// <summary>The hour is over.</summary>
        public bool IsDue(long nowMs) => nowMs >= _dueMs;

        /// <summary>Looks once. Costs the reading of one slot.</summary>
        /// <param name="expected">The payload that the record should hold.</param>
        /// <returns>False when the record is certainly another. A memory that does not answer is asked again.</returns>
        public bool TryPass(long nowMs, byte[] expected)
        {
            LoadResult result = _record.Verify(expected);

            if (result == LoadResult.Unreadable)
            {
                return true;
            }

            _badCount = result == LoadResult.Whole ? 0 : _badCount + 1;

            if (_badCount == 0 || _badCount == TriesToFault)
            {
                bool passed = _badCount == 0;
                _badCount = 0;
                _dueMs = nowMs + PeriodMs;
                return passed;
            }

            return true;
        }
    }
}
