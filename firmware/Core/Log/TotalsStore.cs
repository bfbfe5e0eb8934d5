using Haip.Core.Ports;

namespace Haip.Core.Log
{
    /// <summary>Keeps the pump's totals in non-volatile memory: written in the beat in which they change, and again until the memory takes them.</summary>
    public sealed class TotalsStore
    {
        /// <summary>Where the record lies in the FRAM.</summary>
        public const int Address = 0;

        private readonly TwoSlotRecord _record;
        private readonly byte[] _payload = new byte[Totals.Length];
        private readonly Totals _totals = new Totals();
        private int _savedCount;

        /// <summary>The memory took the last totals that it was given.</summary>
        public bool Kept { get; private set; }

        public TotalsStore(IMemory memory)
        {
            _record = new TwoSlotRecord(memory, Address, Totals.Length);
        }

        /// <summary>Hands the last whole totals to a pump that has just woken.</summary>
        /// <returns>False when there are none: a new pump, or a memory that lost them.</returns>
        public bool TryRestore(Pump pump)
        {
            bool found = _record.TryLoad(_payload);
            Kept = _record.Answered;

            if (!found)
            {
                return false;
            }

            _totals.Read(_payload);
            pump.Restore(_totals);
            return true;
        }

        /// <summary>Saves the totals if they changed since the last successful save. Called after every tick.</summary>
        public void Keep(Pump pump)
        {
            // A memory that was silent at start may hold older totals: they are taken over unless a person has begun anew.
            if (!_record.Answered && !(pump.TotalsChangedCount == 0 ? TryRestore(pump) || _record.Answered : TryNumber()))
            {
                Kept = false;
                return;
            }

            if (pump.TotalsChangedCount == _savedCount)
            {
                return;
            }

            pump.CopyTotals(_totals);
            _totals.Write(_payload);

            Kept = _record.TrySave(_payload);

            if (Kept)
            {
                _savedCount = pump.TotalsChangedCount;
            }
        }

        // Only to go on with the record's numbers: what it holds is out of date.
        private bool TryNumber()
        {
            _record.TryLoad(_payload);
            return _record.Answered;
        }
    }
}
