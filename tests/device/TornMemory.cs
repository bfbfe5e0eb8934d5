using Haip.Core.Ports;

namespace Haip.DeviceTests
{
    /// <summary>A memory that loses its power after so many bytes.</summary>
    public sealed class TornMemory : IMemory
    {
        private readonly byte[] _bytes = new byte[256];

        /// <summary>Bytes that are still written.</summary>
        public int PowerLeftBytes = int.MaxValue;

        public int SizeBytes => _bytes.Length;

        public bool TryRead(int address, byte[] buffer, int length)
        {
            for (int i = 0; i < length; i++)
            {
                buffer[i] = _bytes[address + i];
            }

            return true;
        }

        public bool TryWrite(int address, byte[] data, int length)
        {
            for (int i = 0; i < length; i++)
            {
                if (PowerLeftBytes == 0)
                {
                    return false;
                }

                PowerLeftBytes--;
                _bytes[address + i] = data[i];
            }

            return true;
        }
    }
}
