namespace Haip.Core.Safety
{
    /// <summary>What the supervisor holds against the controller. Numbers live in the log and travel over the air: never reuse one.</summary>
    public enum SupervisorFinding
    {
        None = 0,

        /// <summary>Fluid moves although both valves should be shut.</summary>
        FreeFlow = 1,

        /// <summary>One packet larger than any packet may be.</summary>
        PacketTooLarge = 2,

        /// <summary>More than the highest rate of any order allows in an hour, whatever was ordered.</summary>
        HourLimit = 3,

        /// <summary>More than any order allows in a day, whatever was ordered.</summary>
        DayLimit = 4,

        /// <summary>More than a fifth too much over 5 minutes, or a tenth over 15.</summary>
        OverInfusion = 5,

        /// <summary>More than was ordered in all.</summary>
        OrderLimit = 6,

        /// <summary>A valve is open longer than any packet takes, or both are.</summary>
        ValveHeldOpen = 7,

        /// <summary>Time stood still, went back, or differs from the wall clock's.</summary>
        TimeWrong = 8,

        /// <summary>Ticks come too late to control anything.</summary>
        TicksLate = 9,

        /// <summary>The actuators do not do what they are told.</summary>
        NotObeyed = 10,

        /// <summary>V2 opens although nothing is ordered.</summary>
        NotOrdered = 11,
    }
}
