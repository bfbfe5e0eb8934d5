namespace Haip.Core.Safety
{
    /// <summary>What an alarm does to delivery. Ordered: the larger one wins.</summary>
    public enum AlarmResponse
    {
        /// <summary>Delivery goes on; people are told.</summary>
        Continue = 0,

        /// <summary>Only the rate that keeps the artery open: the fault leaves the actuator trustworthy, and no flow clots the artery.</summary>
        PatencyRate = 1,

        /// <summary>Pump off and valves closed: the actuator, its metering or the line is not to be trusted.</summary>
        Stop = 2,
    }
}
