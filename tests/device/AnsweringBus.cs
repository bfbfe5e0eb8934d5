using Haip.Core.Ports;

namespace Haip.DeviceTests
{
    /// <summary>A bus on which every part acknowledges and gives the same answer.</summary>
    public sealed class AnsweringBus : II2cBus
    {
        public byte[] Answer;

        public bool Write(byte address, byte[] data, int length) => true;

        public bool Read(byte address, byte[] buffer, int length)
        {
            for (int i = 0; i < length; i++)
            {
                buffer[i] = i < Answer.Length ? Answer[i] : (byte)0xFF;
            }

            return true;
        }

        public bool WriteRead(byte address, byte[] data, int dataLength, byte[] buffer, int bufferLength) => Read(address, buffer, bufferLength);
    }
}
