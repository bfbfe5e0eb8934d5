namespace Haip.Core.Log
{
    /// <summary>What the application was doing when it gave up. Numbers live in the memory: never reuse one.</summary>
    public enum StopReason
    {
        /// <summary>It did not give up.</summary>
        None = 0,

        /// <summary>Opening pins and buses, starting the parts.</summary>
        Start = 1,

        /// <summary>Reading, deciding or driving.</summary>
        Beat = 2,

        /// <summary>Showing something to people.</summary>
        Display = 3,

        /// <summary>Listening to a person's button.</summary>
        Button = 4,

        /// <summary>Answering a programmer.</summary>
        Radio = 5,
    }
}
