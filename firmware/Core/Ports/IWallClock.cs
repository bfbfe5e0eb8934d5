namespace Haip.Core.Ports
{
    /// <summary>The clock that keeps the time of day when the power goes.</summary>
    public interface IWallClock
    {
        /// <summary>Sets the clock.</summary>
        /// <param name="utcSeconds">Since 1970.</param>
        /// <returns>False when the clock did not take it, and shows what it showed.</returns>
        bool TrySetClock(long utcSeconds);
    }
}
