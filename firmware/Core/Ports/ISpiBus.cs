namespace Haip.Core.Ports
{
    /// <summary>A full-duplex serial link: every byte sent returns one byte.</summary>
    public interface ISpiBus
    {
        /// <summary>Sends <paramref name="output"/> and fills <paramref name="input"/>, which has the same length.</summary>
        /// <returns>False when the transfer failed; <paramref name="input"/> is then undefined.</returns>
        bool Transfer(byte[] output, byte[] input);
    }
}
