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

        public readonly AlarmCondition Condition;

        /// <summary>What a person reads.</summary>
        public readonly string Text;

        /// <summary>Where the row comes from: requirement, standard or physics.</summary>
        public readonly string Source;

        public Alarm(AlarmId id, AlarmPriority priority, AlarmResponse response, int persistMs, bool latched, AlarmCondition condition, string text, string source)
        {
            Id = id;
            Priority = priority;
            Response = response;
            PersistMs = persistMs;
            Latched = latched;
            Condition = condition;
            Text = text;
            Source = source;
        }
    }
}
