using System;
using Haip.Core.Ports;

namespace Haip.Core.Log
{
    /// <summary>One record in non-volatile memory that survives a power loss between any two bytes.</summary>
    /// <remarks>
    /// Two slots are written in turn, so the last whole record is never touched while the next one is written. The number is the last
    /// byte of a slot and so the last that is written: a slot with the number of two records ago was never completed, and one with
    /// another number was. That tells a torn write, after which nothing is missing, from damage to a newer record. Numbers go in steps
    /// of three: no flip of a single bit then makes the next number out of the one that it replaces.
    /// </remarks>
    /// <code>
    /// slot: payload[n] | CRC-32 over payload and number u32 | number u8
    /// </code>
    public sealed class TwoSlotRecord
    {
        /// <summary>What a slot needs besides the payload.</summary>
        public const int OverheadLength = CrcLength + 1;

        private const int CrcLength = 4;
        private const int ChunkLength = 32; // the longest single write of the FRAM driver
        private const int Step = 3;

        private readonly IMemory _memory;
        private readonly int _address;
        private readonly int _payloadLength;
        private readonly byte[] _slot;
        private readonly byte[] _chunk = new byte[ChunkLength];
        private readonly byte[] _numbers = new byte[2];
        private readonly bool[] _whole = new bool[2];
        private readonly bool[] _untouched = new bool[2];
        private bool _located;
        private bool _bothDamaged;
        private byte _number;
        private int _nextSlot;

        /// <param name="address">Of the first slot; the record takes <see cref="Length"/> bytes from there.</param>
        public TwoSlotRecord(IMemory memory, int address, int payloadLength)
        {
            _memory = memory;
            _address = address;
            _payloadLength = payloadLength;
            _slot = new byte[payloadLength + OverheadLength];
        }

        /// <summary>Bytes of memory taken by both slots.</summary>
        public int Length => 2 * _slot.Length;

        /// <summary>Reads the newest whole record.</summary>
        /// <param name="payload">Undefined unless the result is <see cref="LoadResult.Whole"/>, Torn or Doubtful; null when only the place of the next save is wanted.</param>
        public LoadResult Load(byte[] payload)
        {
            bool found = false;
            _located = false;

            for (int slot = 0; slot < 2; slot++)
            {
                if (!_memory.TryRead(_address + (slot * _slot.Length), _slot, _slot.Length))
                {
                    return LoadResult.Unreadable; // it may hold the newer one
                }

                Judge(slot);

                // Difference and not size: the number wraps.
                if (_whole[slot] && (!found || (sbyte)(_numbers[slot] - _number) > 0))
                {
                    if (payload != null)
                    {
                        Array.Copy(_slot, 0, payload, 0, _payloadLength);
                    }

                    _number = _numbers[slot];
                    _nextSlot = 1 - slot;
                    found = true;
                }
            }

            _located = true;

            if (found)
            {
                _bothDamaged = false;
                return JudgeOther();
            }

            // The first record goes into the first slot: as long as that has no number, none was completed.
            bool untouched = _untouched[1] && IsUntouched(_numbers[0]);
            _bothDamaged = !untouched;
            _number = 0;
            _nextSlot = 0;
            return untouched ? LoadResult.New : LoadResult.Damaged;
        }

        /// <summary>Writes the record into the slot that does not hold the last one.</summary>
        /// <returns>False when the memory did not take it; the last record is then still whole.</returns>
        public bool TrySave(byte[] payload)
        {
            if (!_located && Load(null) == LoadResult.Unreadable)
            {
                return false; // without the place of the last record it could be overwritten
            }

            if (!TryWrite(payload))
            {
                return false; // the same slot is tried again, never the good one
            }

            if (_bothDamaged)
            {
                _bothDamaged = !TryWrite(payload); // what is left of the damage must not raise doubts about this one
            }

            return !_bothDamaged;
        }

        /// <summary>Compares the last record in the memory with what it should hold.</summary>
        /// <returns>Whole, Unreadable, or Damaged when it is another.</returns>
        public LoadResult Verify(byte[] expected)
        {
            int slot = 1 - _nextSlot;

            if (!_memory.TryRead(_address + (slot * _slot.Length), _slot, _slot.Length))
            {
                return LoadResult.Unreadable;
            }

            Judge(slot);
            bool same = _whole[slot];

            for (int i = 0; i < _payloadLength; i++)
            {
                same &= _slot[i] == expected[i];
            }

            return same ? LoadResult.Whole : LoadResult.Damaged;
        }

        // As the memory comes from its maker, or was erased.
        private static bool IsUntouched(byte value) => value == 0x00 || value == 0xFF;

        private void Judge(int slot)
        {
            uint crc = LittleEndian.Read32(_slot, _payloadLength);
            _numbers[slot] = _slot[_payloadLength + CrcLength];
            int same = 1;

            while (same < _slot.Length && _slot[same] == _slot[0])
            {
                same++;
            }

            _untouched[slot] = same == _slot.Length && IsUntouched(_slot[0]);
            _slot[_payloadLength] = _numbers[slot];
            _whole[slot] = !_untouched[slot] && crc == Crc32.Of(_slot, _payloadLength + 1);
        }

        // What the slot beside the newest whole record says about it.
        private LoadResult JudgeOther()
        {
            byte other = _numbers[_nextSlot];
            bool first = _number == Step && _nextSlot == 1;
            bool asBefore = other == (byte)(_number - Step) || (first && IsUntouched(other));

            return !asBefore ? LoadResult.Doubtful
                : _whole[_nextSlot] || (first && _untouched[1]) ? LoadResult.Whole
                : LoadResult.Torn;
        }

        private bool TryWrite(byte[] payload)
        {
            byte number = (byte)(_number + Step);
            Array.Copy(payload, 0, _slot, 0, _payloadLength);
            _slot[_payloadLength] = number;
            LittleEndian.Write32(_slot, _payloadLength, Crc32.Of(_slot, _payloadLength + 1));
            _slot[_payloadLength + CrcLength] = number;
            int address = _address + (_nextSlot * _slot.Length);

            for (int offset = 0; offset < _slot.Length; offset += ChunkLength)
            {
                int length = _slot.Length - offset < ChunkLength ? _slot.Length - offset : ChunkLength;

                Array.Copy(_slot, offset, _chunk, 0, length);

                if (!_memory.TryWrite(address + offset, _chunk, length))
                {
                    return false;
                }
            }

            _number = number;
            _nextSlot = 1 - _nextSlot;
            return true;
        }
    }
}
