namespace Haip.Drivers
{
    /// <summary>Times that hold for the whole board because they cover its slowest part.</summary>
    public static class Settling
    {
        /// <summary>From a reset to the first command: the SLF3S needs 25 ms, the MS5837 10 ms, the DRV2667 2 ms.</summary>
        public const int ResetMs = 30;
    }
}
