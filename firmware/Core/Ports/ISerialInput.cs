namespace Haip.Core.Ports
{
    /// <summary>Bytes that come in over a wire.</summary>
    public interface ISerialInput
    {
        /// <summary>Takes what has come. Waits for nothing.</summary>
        /// <returns>How many bytes of the buffer were filled; 0 when nothing came, or the port does not work.</returns>
        int Read(byte[] buffer);
    }
}
