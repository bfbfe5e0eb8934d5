using Haip.Core.Ports;

namespace Haip.Core.Log
{
    /// <summary>Entries of one length in a ring: each is one write, and the power may fail between any two of its bytes.</summary>
    /// <remarks>
    /// An entry carries how often the ring had gone round before it, which with its place makes its number: no pointer has to be
    /// kept, and numbers go on after a reset. A torn entry fails its check value and is as if never begun; what it overwrote was the
    /// oldest.
    /// </remarks>
    /// <code>
    /// entry: 5 bytes | id u8, never 0 | round u16 | more | CRC-16 of all before u16
    /// </code>
    public sealed class RecordRing
    {
        private const int IdOffset = 5;
        private const int RoundOffset = 6;
        private const int CrcLength = 2;
        private const uint RoundCount = 0x10000;

        private readonly IMemory _memory;
        private readonly int _address;
        private readonly int _length;
        private readonly uint _entryCount;
        private readonly uint _mask;
        private readonly byte[] _entry;
        private uint _searched;
        private bool _found;

        /// <param name="length">Of an entry, at most 32.</param>
        /// <param name="entryCount">A power of two.</param>
        public RecordRing(IMemory memory, int address, int length, int entryCount)
        {
            _memory = memory;
            _address = address;
            _length = length;
            _entryCount = (uint)entryCount;
            _mask = (RoundCount * _entryCount) - 1;
            _entry = new byte[length];
        }

        /// <summary>The newest entry is known: entries may be added.</summary>
        public bool Searched => _searched == _entryCount;

        /// <summary>The number that the next entry gets. Numbers wrap after 65,536 rounds.</summary>
        public uint NextNumber { get; private set; }

        /// <summary>Looks at more of the ring for its newest entry.</summary>
        /// <param name="count">Entries to look at in this call.</param>
        /// <returns>False when the memory did not answer; the next call goes on there.</returns>
        public bool TrySearch(int count)
        {
            for (int i = 0; i < count && !Searched; i++)
            {
                if (!_memory.TryRead(_address + ((int)_searched * _length), _entry, _length))
                {
                    return false;
                }

                if (IsWhole(_entry))
                {
                    uint next = (NumberAt(_searched) + 1) & _mask;

                    // Difference and not size: the number wraps.
                    if (!_found || ((next - NextNumber) & _mask) < (_mask / 2))
                    {
                        NextNumber = next;
                        _found = true;
                    }
                }

                _searched++;
            }

            return true;
        }

        /// <summary>Adds an entry in place of the oldest.</summary>
        /// <param name="entry">Gets its round and its check value here.</param>
        /// <returns>False when the memory did not take it; the same place is tried again.</returns>
        public bool TryAppend(byte[] entry)
        {
            if (!Searched)
            {
                return false;
            }

            LittleEndian.Write16(entry, RoundOffset, (int)(NextNumber / _entryCount));
            LittleEndian.Write16(entry, _length - CrcLength, Crc16.Of(entry, _length - CrcLength));

            if (!_memory.TryWrite(AddressOf(NextNumber), entry, _length))
            {
                return false;
            }

            NextNumber = (NextNumber + 1) & _mask;
            return true;
        }

        /// <summary>Reads an entry by its number.</summary>
        /// <returns>False when it was never written, is overwritten or damaged, or the memory did not answer.</returns>
        public bool TryRead(uint number, byte[] entry)
        {
            bool kept = Searched && number <= _mask && ((NextNumber - 1 - number) & _mask) < _entryCount;
            return kept
                && _memory.TryRead(AddressOf(number), entry, _length)
                && IsWhole(entry)
                && LittleEndian.Read16(entry, RoundOffset) == (int)(number / _entryCount);
        }

        private bool IsWhole(byte[] entry) =>
            LittleEndian.Read16(entry, _length - CrcLength) == Crc16.Of(entry, _length - CrcLength) && entry[IdOffset] != 0;

        private uint NumberAt(uint place) => ((uint)LittleEndian.Read16(_entry, RoundOffset) * _entryCount) + place;

        private int AddressOf(uint number) => _address + ((int)(number % _entryCount) * _length);
    }
}
