using System;
using Haip.Core.Ports;

namespace Haip.Drivers
{
    /// <summary>Fujitsu MB85RC256V: 32 KiB of ferroelectric memory, written at bus speed, with no page and no busy time.</summary>
    /// <remarks>
    /// Commands and identity after data sheet DS501-00017-3v0-E and Adafruit_FRAM_I2C. The part rolls over from its last
    /// address to 0, so a range that passes the end is refused here. The data carry no check byte: records bring their own. A part
    /// whose write-protect pin is high acknowledges and keeps nothing, so what was written is read back.
    /// </remarks>
    public sealed class Mb85rc256vMemory : IPart, IMemory
    {
        public const byte I2cAddress = 0x50;

        /// <summary>Where the part answers with its identity: the reserved slave address 0xF8 of the I²C standard, as 7 bits.</summary>
        public const byte IdentityAddress = 0x7C;

        /// <summary>Capacity; the last address is one below it.</summary>
        public const int SizeBytes = 32768;

        /// <summary>One write is at most this long, so that its frame can be made once.</summary>
        public const int LongestWriteBytes = 32;

        private const int AddressBytes = 2;

        private static readonly byte[] s_askIdentity = { I2cAddress << 1 };

        private readonly II2cBus _bus;
        private readonly byte[] _identity = new byte[3];  // manufacturer 11:4, then its 3:0 and product 11:8, product 7:0
        private readonly byte[] _address = new byte[AddressBytes];
        private readonly byte[] _frame = new byte[AddressBytes + LongestWriteBytes];
        private readonly byte[] _back = new byte[LongestWriteBytes];

        public Mb85rc256vMemory(II2cBus bus) => _bus = bus;

        int IMemory.SizeBytes => SizeBytes;

        /// <summary>The part has no state to reset but what it is there to keep.</summary>
        public bool TryReset() => true;

        /// <summary>Checks manufacturer 0x00A (Fujitsu) and product 0x510 (256 kbit).</summary>
        public bool TryStart(long nowMs) =>
            _bus.WriteRead(IdentityAddress, s_askIdentity, s_askIdentity.Length, _identity, _identity.Length)
            && _identity[0] == 0x00
            && _identity[1] == 0xA5
            && _identity[2] == 0x10;

        /// <inheritdoc/>
        public bool TryRead(int address, byte[] buffer, int length)
        {
            if (!IsInside(address, length) || length > buffer.Length)
            {
                return false;
            }

            _address[0] = (byte)(address >> 8);
            _address[1] = (byte)address;

            if (_bus.WriteRead(I2cAddress, _address, AddressBytes, buffer, length))
            {
                return true;
            }

            // A caller that overlooks the result must not find what an earlier read left in its buffer.
            for (int i = 0; i < length; i++)
            {
                buffer[i] = 0;
            }

            return false;
        }

        /// <inheritdoc/>
        /// <remarks>At most <see cref="LongestWriteBytes"/>.</remarks>
        public bool TryWrite(int address, byte[] data, int length)
        {
            if (!IsInside(address, length) || length > data.Length || length > LongestWriteBytes)
            {
                return false;
            }

            _frame[0] = (byte)(address >> 8);
            _frame[1] = (byte)address;

            Array.Copy(data, 0, _frame, AddressBytes, length); // native on the device: a loop would cost a tenth of a tick
            return _bus.Write(I2cAddress, _frame, AddressBytes + length) && TryRead(address, _back, length) && IsBack(data, length);
        }

        private bool IsBack(byte[] data, int length)
        {
            byte[] back = _back;
            int same = 0;

            // Four at a time: native on the device.
            while (same + 4 <= length && BitConverter.ToInt32(back, same) == BitConverter.ToInt32(data, same))
            {
                same += 4;
            }

            while (same < length && back[same] == data[same])
            {
                same++;
            }

            return same == length;
        }

        // Compared without adding: a sum could wrap round and look small.
        private static bool IsInside(int address, int length) =>
            address >= 0 && length > 0 && length <= SizeBytes && address <= SizeBytes - length;
    }
}
