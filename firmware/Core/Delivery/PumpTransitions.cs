namespace Haip.Core.Delivery
{
    /// <summary>The only ways in which the pump may change state. A pair that is not listed changes nothing.</summary>
    public static class PumpTransitions
    {
#pragma warning disable format // columns
        public static readonly PumpTransition[] Rows =
        {
            new(PumpState.SelfTest,  PumpEvent.TestPassed,    PumpState.Standby,   "pump, valves and sensors have been seen to work"),
            new(PumpState.SelfTest,  PumpEvent.AlarmStop,     PumpState.Stopped,   "the test failed, or cannot go on"),

            new(PumpState.Standby,   PumpEvent.OrderRestored, PumpState.Suspended, "there was a therapy before the power went"),
            new(PumpState.Standby,   PumpEvent.PatencyRestored, PumpState.Patency, "the artery was being kept open before the power went"),
            new(PumpState.Standby,   PumpEvent.StartTherapy,  PumpState.Infusing,  "a person starts the therapy"),
            new(PumpState.Standby,   PumpEvent.StartBolus,    PumpState.Bolus,     "a person tests perfusion before any therapy"),
            new(PumpState.Standby,   PumpEvent.AlarmStop,     PumpState.Stopped,   "nothing starts while a stopping alarm stands"),

            new(PumpState.Bolus,     PumpEvent.BolusDone,     PumpState.Standby,   "the volume is in"),
            new(PumpState.Bolus,     PumpEvent.StartTherapy,  PumpState.Infusing,  "the bolus goes on on top of the therapy"),
            new(PumpState.Bolus,     PumpEvent.Suspend,       PumpState.Suspended, "a person halts; the bolus is over"),
            new(PumpState.Bolus,     PumpEvent.EndTherapy,    PumpState.Standby,   "a person ends everything"),
            new(PumpState.Bolus,     PumpEvent.AlarmStop,     PumpState.Stopped,   "no bolus during an alarm"),
            new(PumpState.Bolus,     PumpEvent.AlarmPatency,  PumpState.Standby,   "no bolus during an alarm, and nothing else was ordered"),

            new(PumpState.Infusing,  PumpEvent.TherapyDone,   PumpState.Patency,   "an arterial catheter without flow clots"),
            new(PumpState.Infusing,  PumpEvent.Suspend,       PumpState.Suspended, "a person halts"),
            new(PumpState.Infusing,  PumpEvent.EndTherapy,    PumpState.Standby,   "a person ends everything"),
            new(PumpState.Infusing,  PumpEvent.AlarmStop,     PumpState.Stopped,   "the actuator or the line is not to be trusted"),
            new(PumpState.Infusing,  PumpEvent.AlarmPatency,  PumpState.Patency,   "therapy is not safe, but no flow clots the artery"),

            new(PumpState.Patency,   PumpEvent.StartTherapy,  PumpState.Infusing,  "a person starts the next therapy"),
            new(PumpState.Patency,   PumpEvent.Resume,        PumpState.Infusing,  "a person goes on with the therapy"),
            new(PumpState.Patency,   PumpEvent.Suspend,       PumpState.Suspended, "a person halts"),
            new(PumpState.Patency,   PumpEvent.EndTherapy,    PumpState.Standby,   "a person ends everything"),
            new(PumpState.Patency,   PumpEvent.AlarmStop,     PumpState.Stopped,   "the actuator or the line is not to be trusted"),

            new(PumpState.Suspended, PumpEvent.Resume,        PumpState.Infusing,  "a person goes on with the therapy"),
            new(PumpState.Suspended, PumpEvent.StartTherapy,  PumpState.Infusing,  "a person starts another therapy"),
            new(PumpState.Suspended, PumpEvent.EndTherapy,    PumpState.Standby,   "a person ends everything"),
            new(PumpState.Suspended, PumpEvent.AlarmStop,     PumpState.Stopped,   "nothing resumes while a stopping alarm stands"),

            // Clearing an alarm never restarts delivery: a person must resume.
            new(PumpState.Stopped,   PumpEvent.AlarmsCleared, PumpState.Suspended, "safe to resume, which a person does"),
            new(PumpState.Stopped,   PumpEvent.TestAgain,     PumpState.SelfTest,  "safe to test what was not tested yet"),
            new(PumpState.Stopped,   PumpEvent.EndTherapy,    PumpState.Stopped,   "the order ends; the alarm stays"),
        };
#pragma warning restore format

        /// <summary>The state after an event.</summary>
        public static PumpState Next(PumpState from, PumpEvent on)
        {
            for (int i = 0; i < Rows.Length; i++)
            {
                if (Rows[i].From == from && Rows[i].On == on)
                {
                    return Rows[i].To;
                }
            }

            return from;
        }

        /// <summary>True in the states in which packets may start.</summary>
        public static bool Delivers(PumpState state) =>
            state == PumpState.Infusing || state == PumpState.Bolus || state == PumpState.Patency;
    }
}
