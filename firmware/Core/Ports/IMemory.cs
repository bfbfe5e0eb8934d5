namespace Haip.Core.Ports
{
    /// <summary>Byte-addressed memory that keeps what was written when the power goes.</summary>
    /// <remarks>
    /// Power may fail between any two bytes of a write: those before are new, those after are old. Nothing here says
    /// that the bytes are right; a record carries its own check and sequence number.
    /// </remarks>
    public interface IMemory
    {
        /// <summary>Addresses run from 0 to one below this.</summary>
        int SizeBytes { get; }

        /// <summary>Fills the first <paramref name="length"/> bytes of the buffer.</summary>
        /// <returns>False when the range is not all inside the memory and the buffer, or the memory did not answer; the buffer is then undefined.</returns>
        bool TryRead(int address, byte[] buffer, int length);

        /// <summary>Stores the first <paramref name="length"/> bytes, lowest address first, and makes sure of it.</summary>
        /// <returns>False when the range was refused, and nothing written, or when the memory did not answer or did not keep it, and any part of it may be written.</returns>
        bool TryWrite(int address, byte[] data, int length);
    }
}
