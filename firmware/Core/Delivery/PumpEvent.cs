namespace Haip.Core.Delivery
{
    /// <summary>What can move the pump from one state to another.</summary>
    public enum PumpEvent
    {
        StartTherapy = 0,
        StartBolus = 1,
        BolusDone = 2,
        TherapyDone = 3,
        Suspend = 4,
        Resume = 5,
        EndTherapy = 6,
        AlarmStop = 7,
        AlarmPatency = 8,
        AlarmsCleared = 9,
        TestPassed = 10,
        TestAgain = 11,
        OrderRestored = 12,
        PatencyRestored = 13,
    }
}
