namespace Haip.Core.Log
{
    /// <summary>What can happen to the pump. Numbers live in the memory and travel over the air: never reuse one.</summary>
    /// <remarks>From <see cref="AlarmRaised"/> on they go to the fault log, which ordinary events cannot push anything out of.</remarks>
    public enum EventId
    {
        None = 0,

        /// <summary>The firmware began. First: <see cref="StopReason"/> of the run before; second: seconds that it had lasted, when it gave up.</summary>
        Started = 1,

        /// <summary>First: the step that failed, 0 when all passed.</summary>
        SelfTested = 2,

        /// <summary>First: state before; second: state after, as in <see cref="Delivery.PumpState"/>.</summary>
        StateChanged = 3,

        /// <summary>First: rate of the first segment, nL/h; second: hours.</summary>
        TherapyOrdered = 4,

        /// <summary>First: nL; second: nL/h.</summary>
        BolusOrdered = 5,

        /// <summary>First: <see cref="Delivery.Verdict"/>; second: <see cref="Delivery.OrderField"/>.</summary>
        OrderRefused = 6,

        /// <summary>First: nL in the reservoir now; second: nL that were drawn out before, -1 not measured.</summary>
        Refilled = 7,

        /// <summary>A person acknowledged the alarms. First: how many stood.</summary>
        Acknowledged = 8,

        /// <summary>A person paused the sound.</summary>
        AudioPaused = 9,

        /// <summary>An hour is over. First: nL ordered in it; second: nL metered in it.</summary>
        HourPassed = 10,

        /// <summary>A packet was on its way when the power went, and counts as delivered. First: nL.</summary>
        PacketRecovered = 11,

        /// <summary>A therapy of before the reset goes on, or waits. First: <see cref="Delivery.ResumeVerdict"/>; second: seconds without power, -1 unknown.</summary>
        Resumed = 12,

        /// <summary>So many events were lost because the memory did not take them. First: how many.</summary>
        EventsLost = 13,

        /// <summary>Somebody proved a key over the radio. First: its number; second: number of the session.</summary>
        SessionOpened = 32,

        /// <summary>First: <see cref="Protocol.EndReason"/>; second: commands that it carried.</summary>
        SessionEnded = 33,

        /// <summary>Somebody failed to prove the key: told at the 1st, 2nd, 4th, 8th time and so on, so that it pushes nothing out. First: how often in a row.</summary>
        KeyFailed = 34,

        /// <summary>A command over the radio did what stands right before. First: number of the key; second: <see cref="Protocol.Opcode"/>.</summary>
        Programmed = 35,

        /// <summary>First: <see cref="Delivery.OrderField"/>; second: its number before.</summary>
        ChangedFrom = 36,

        /// <summary>First: <see cref="Delivery.OrderField"/>; second: its number from now on.</summary>
        ChangedTo = 37,

        /// <summary>Over the wire. First: number of the key.</summary>
        SecretInstalled = 38,

        /// <summary>First: <see cref="Safety.AlarmId"/>.</summary>
        AlarmRaised = 64,

        /// <summary>First: <see cref="Safety.AlarmId"/>.</summary>
        AlarmCleared = 65,

        /// <summary>Nobody answered, and it became more urgent. First: <see cref="Safety.AlarmId"/>.</summary>
        AlarmEscalated = 66,

        /// <summary>A record in the memory is damaged. First: its number in the memory map.</summary>
        RecordDamaged = 67,

        /// <summary>The supervisor took the power away. First: <see cref="Safety.SupervisorFinding"/>.</summary>
        SupervisorStopped = 68,
    }
}
