namespace Haip.Core.Ports
{
    /// <summary>Numbers that nobody can foresee: the hardware's generator, never a seeded one.</summary>
    public interface IRandomSource
    {
        /// <summary>Fills the whole buffer.</summary>
        void Fill(byte[] buffer);
    }
}
