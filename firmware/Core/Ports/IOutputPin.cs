namespace Haip.Core.Ports
{
    /// <summary>One digital output.</summary>
    public interface IOutputPin
    {
        /// <summary>Drives the pin. Low is the safe level of every output of this pump.</summary>
        void Write(bool high);
    }
}
