namespace Haip.Core.Ports
{
    /// <summary>HMAC-SHA-256 (RFC 2104, FIPS 180-4): the one primitive that device, PC and browser have natively.</summary>
    public interface IKeyedHash
    {
        /// <summary>Signs the first bytes of a buffer.</summary>
        /// <param name="key">32 bytes.</param>
        /// <param name="tag">Gets the 32 bytes of the hash.</param>
        void Sign(byte[] key, byte[] data, int length, byte[] tag);
    }
}
