namespace Haip.Core.Ports
{
    /// <summary>Waiting, for start-up only. The tick never waits.</summary>
    public interface IDelay
    {
        /// <summary>Returns after at least this time.</summary>
        void Wait(int durationMs);
    }
}
