using Haip.Core.Ports;

namespace Haip.Core.Log
{
    /// <summary>One record in non-volatile memory that survives a power loss between any two bytes.</summary>
    /// <remarks>
    /// Two slots are written in turn, so the last whole record is never touched while the next one is written. Each slot carries a
    /// sequence number and a check value over both; the newer whole slot counts, and a torn one is as if it had never been begun.
    /// </remarks>
    /// <code>
    /// slot: payload[n] | sequence u32 | CRC-32 of all before u32
    /// </code>
    public sealed class TwoSlotRecord
    {
        private const int SequenceLength = 4;
        private const int CrcLength = 4;
        private const int ChunkLength = 32; // the longest single write of the FRAM driver

        private readonly IMemory _memory;
        private readonly int _address;
        private readonly int _payloadLength;
        private readonly byte[] _slot;
        private readonly byte[] _chunk = new byte[ChunkLength];
        private uint _sequence;
        private int _nextSlot;

        /// <param name="address">Of the first slot; the record takes <see cref="Length"/> bytes from there.</param>
        public TwoSlotRecord(IMemory memory, int address, int payloadLength)
        {
            _memory = memory;
            _address = address;
            _payloadLength = payloadLength;
            _slot = new byte[payloadLength + SequenceLength + CrcLength];
        }

        /// <summary>Both slots could be read in the last load: what it found, or did not find, is the truth.</summary>
        public bool Answered { get; private set; }

        /// <summary>Bytes of memory taken by both slots.</summary>
        public int Length => 2 * _slot.Length;

        /// <summary>Reads the newest whole record.</summary>
        /// <returns>False when neither slot holds one, or, see <see cref="Answered"/>, when one of them could not be read and may hold a newer one.</returns>
        public bool TryLoad(byte[] payload)
        {
            bool found = false;
            Answered = true;

            for (int slot = 0; slot < 2; slot++)
            {
                if (!TryReadSlot(slot, out uint sequence))
                {
                    continue;
                }

                // Difference and not size: the number may have wrapped.
                if (!found || (int)(sequence - _sequence) > 0)
                {
                    Copy(_slot, payload, _payloadLength);
                    _sequence = sequence;
                    _nextSlot = 1 - slot;
                    found = true;
                }
            }

            return found && Answered;
        }

        /// <summary>Writes the record into the slot that does not hold the last one.</summary>
        /// <returns>False when the memory did not take it; the last record is then still whole.</returns>
        public bool TrySave(byte[] payload)
        {
            Copy(payload, _slot, _payloadLength);
            LittleEndian.Write32(_slot, _payloadLength, _sequence + 1);
            LittleEndian.Write32(_slot, _payloadLength + SequenceLength, Crc32.Of(_slot, _payloadLength + SequenceLength));

            if (!TryWriteSlot(_nextSlot))
            {
                return false; // the same slot is tried again, never the good one
            }

            _sequence++;
            _nextSlot = 1 - _nextSlot;
            return true;
        }

        private static void Copy(byte[] from, byte[] to, int length)
        {
            for (int i = 0; i < length; i++)
            {
                to[i] = from[i];
            }
        }

        private bool TryReadSlot(int slot, out uint sequence)
        {
            bool read = _memory.TryRead(_address + (slot * _slot.Length), _slot, _slot.Length);
            Answered &= read;
            sequence = LittleEndian.Read32(_slot, _payloadLength);
            return read && LittleEndian.Read32(_slot, _payloadLength + SequenceLength) == Crc32.Of(_slot, _payloadLength + SequenceLength);
        }

        private bool TryWriteSlot(int slot)
        {
            int address = _address + (slot * _slot.Length);

            for (int offset = 0; offset < _slot.Length; offset += ChunkLength)
            {
                int length = _slot.Length - offset < ChunkLength ? _slot.Length - offset : ChunkLength;

                for (int i = 0; i < length; i++)
                {
                    _chunk[i] = _slot[offset + i];
                }

                if (!_memory.TryWrite(address + offset, _chunk, length))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
