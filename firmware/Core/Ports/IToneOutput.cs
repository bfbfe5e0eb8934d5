namespace Haip.Core.Ports
{
    /// <summary>A passive sounder on a PWM output.</summary>
    public interface IToneOutput
    {
        /// <summary>Sounds a tone until told otherwise and returns at once; 0 Hz is silence.</summary>
        void Play(int frequencyHz);
    }
}
