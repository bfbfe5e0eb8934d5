namespace Haip.Core.Ports
{
    /// <summary>One I²C bus, as drivers see it. A board wraps its hardware in this; a test scripts it.</summary>
    /// <remarks>
    /// Addresses have 7 bits. A call ends within the board's bus timeout and never throws for what happens on the wire:
    /// no acknowledge, a stretched clock and a cut transfer all return false, and every buffer is then undefined.
    /// </remarks>
    public interface II2cBus
    {
        /// <summary>Sends the first <paramref name="length"/> bytes.</summary>
        /// <returns>True only when the part acknowledged every byte.</returns>
        bool Write(byte address, byte[] data, int length);

        /// <summary>Fills the first <paramref name="length"/> bytes of the buffer.</summary>
        /// <returns>True only when the part answered in full.</returns>
        bool Read(byte address, byte[] buffer, int length);

        /// <summary>Sends, then reads after a repeated start: nobody can come between a register's address and its value.</summary>
        /// <returns>True only when both halves were complete.</returns>
        bool WriteRead(byte address, byte[] data, int dataLength, byte[] buffer, int bufferLength);
    }
}
