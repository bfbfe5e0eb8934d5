using Haip.Core.Ports;

namespace Haip.Core.Log
{
    /// <summary>The two logs in the memory: what happened, and faults, which ordinary events cannot push out.</summary>
    public sealed class EventLog
    {
        /// <summary>A beat has time for so many entries beside nothing else, and for one beside a record. What is left waits for the next beat.</summary>
        public const int PerBeatCount = 2;
        public const int BesideRecordCount = 1;

        private const int SearchPerBeat = 4;

        private readonly RecordRing _events;
        private readonly RecordRing _faults;
        private readonly LogEntry _entry = new LogEntry();
        private readonly byte[] _event = new byte[LogEntry.EventLength];
        private readonly byte[] _fault = new byte[LogEntry.FaultLength];

        public EventLog(IMemory memory)
        {
            _events = new RecordRing(memory, MemoryMap.EventsAddress, LogEntry.EventLength, MemoryMap.EventCount);
            _faults = new RecordRing(memory, MemoryMap.FaultsAddress, LogEntry.FaultLength, MemoryMap.FaultCount);
        }

        /// <summary>The number that the next event and the next fault get.</summary>
        public uint NextEventNumber => _events.NextNumber;
        public uint NextFaultNumber => _faults.NextNumber;

        /// <summary>The newest entries are known: entries may be added.</summary>
        public bool Opened { get; private set; }

        /// <summary>Finds the newest entries. Takes about a second, so it belongs before the first beat; a beat does some of it.</summary>
        /// <returns>False when the memory did not answer.</returns>
        public bool TryOpen() => TrySearch(MemoryMap.EventCount, MemoryMap.FaultCount);

        /// <summary>Moves what happened into the memory, oldest first.</summary>
        /// <param name="mostCount">Entries to write: <see cref="PerBeatCount"/> or <see cref="BesideRecordCount"/>.</param>
        /// <returns>False when the memory did not take it: it stays pending.</returns>
        public bool TryKeep(PendingEvents pending, LogTime time, int mostCount)
        {
            if (!Opened)
            {
                return TrySearch(SearchPerBeat, SearchPerBeat);
            }

            _entry.ClockKnown = time.Known;
            _entry.AtMs = time.AtMs;

            for (int i = 0; i < mostCount && pending.TryPeek(out _entry.Id, out _entry.First, out _entry.Second); i++)
            {
                if (!TryAppend())
                {
                    return false;
                }

                pending.Drop();
            }

            // What found no room came after all that was pending.
            if (pending.Count == 0 && pending.LostCount > 0)
            {
                _entry.Id = EventId.EventsLost;
                _entry.First = pending.LostCount;
                _entry.Second = 0;

                if (!TryAppend())
                {
                    return false;
                }

                pending.ForgetLost();
            }

            return true;
        }

        /// <summary>Reads an event by its number.</summary>
        /// <returns>False when it was never written, is overwritten or damaged, or the memory did not answer.</returns>
        public bool TryReadEvent(uint number, LogEntry entry)
        {
            bool read = _events.TryRead(number, _event);

            if (read)
            {
                entry.ReadEvent(_event);
            }

            return read;
        }

        /// <summary>Reads a fault by its number.</summary>
        /// <returns>False when it was never written, is overwritten or damaged, or the memory did not answer.</returns>
        public bool TryReadFault(uint number, LogEntry entry)
        {
            bool read = _faults.TryRead(number, _fault);

            if (read)
            {
                entry.ReadFault(_fault);
            }

            return read;
        }

        private bool TrySearch(int eventCount, int faultCount)
        {
            bool answered = _events.TrySearch(eventCount) && _faults.TrySearch(faultCount);
            Opened = _events.Searched && _faults.Searched;
            return answered;
        }

        private bool TryAppend()
        {
            if (_entry.Id >= EventId.AlarmRaised)
            {
                _entry.WriteFault(_fault);
                return _faults.TryAppend(_fault);
            }

            _entry.WriteEvent(_event);
            return _events.TryAppend(_event);
        }
    }
}
