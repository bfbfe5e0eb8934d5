namespace Haip.Drivers
{
    /// <summary>How every part on a bus is brought up, at power-on and again after it was lost.</summary>
    /// <remarks>Neither step waits. The board leaves at least <see cref="Settling.ResetMs"/> between the two.</remarks>
    public interface IPart
    {
        /// <summary>Puts the part back to its power-on state as far as it can be told to.</summary>
        /// <returns>False when the part did not acknowledge.</returns>
        bool TryReset();

        /// <summary>Checks that the right part answers, configures it and starts measuring.</summary>
        /// <returns>False when the part is absent, is another part, or refused its configuration.</returns>
        bool TryStart(long nowMs);
    }
}
