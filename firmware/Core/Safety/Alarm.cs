namespace Haip.Core.Safety
{
    /// <summary>One row of <see cref="AlarmTable"/>: everything there is to know about an alarm.</summary>
    public sealed class Alarm
    {
        public readonly AlarmId Id;
        public readonly AlarmPriority Priority;
        public readonly AlarmResponse Response;

        /// <summary>How long the condition must hold without a break before the alarm is raised.</summary>
        public readonly int PersistMs;

        /// <summary>Stays raised after its condition has gone, until a person acknowledges it.</summary>
        public readonly bool Latched;

        /// <summary>Unanswered for so long, it is announced one priority higher; 0 when it stays as it is.</summary>
        public readonly int EscalateMinutes;

        public readonly AlarmCondition Condition;

        /// <summary>What a person reads.</summary>
        public readonly string Text;

        /// <summary>Why delivery goes on, falls to the patency rate or stops.</summary>
        public readonly string Why;

        /// <summary>Where the row comes from: standard, guidance or physics.</summary>
        public readonly string Source;

        /// <summary>Number in docs/requirements.md.</summary>
        public readonly string Requirement;

        public Alarm(
            AlarmId id,
            AlarmPriority priority,
            AlarmResponse response,
            int persistMs,
            bool latched,
            int escalateMinutes,
            AlarmCondition condition,
            string text,
            string why,
            string source,
            string requirement)
        {
            Id = id;
            Priority = priority;
            Response = response;
            PersistMs = persistMs;
            Latched = latched;
            EscalateMinutes = escalateMinutes;
            Condition = condition;
            Text = text;
            Why = why;
            Source = source;
            Requirement = requirement;
        }
    }
}
