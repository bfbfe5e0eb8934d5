namespace Haip.Core.Delivery
{
    /// <summary>What became of an order. Everything from <see cref="BelowHardLimit"/> on is a refusal that changed nothing.</summary>
    public enum Verdict
    {
        Accepted = 0,

        /// <summary>Below or above the usual range: a person must confirm.</summary>
        NeedsConfirmation = 1,

        BelowHardLimit = 2,
        AboveHardLimit = 3,

        /// <summary>Segments do not start at midnight and rise.</summary>
        ProfileOutOfOrder = 4,

        /// <summary>A profile follows the clock, and the clock is not to be trusted.</summary>
        ClockUnknown = 5,

        /// <summary>The pump's state does not allow it, for example a bolus during an alarm.</summary>
        NotInThisState = 6,

        /// <summary>One bolus at a time.</summary>
        BolusRunning = 7,

        /// <summary>Less drug left than was ordered.</summary>
        ReservoirTooLow = 8,

        /// <summary>Nobody has said what is in the reservoir.</summary>
        ReservoirUnknown = 9,

        /// <summary>An alarm stands that forbids therapy.</summary>
        AlarmStands = 10,

        /// <summary>Nobody has said what drug is in the reservoir.</summary>
        DrugUnknown = 11,

        /// <summary>A cytotoxic drug, and weight or dose limits are missing.</summary>
        DoseLimitUnknown = 12,

        /// <summary>A cytotoxic drug, and nobody has accepted a perfusion scan.</summary>
        ScanNotAccepted = 13,

        /// <summary>More drug in a day than this patient's limits allow.</summary>
        DoseTooHigh = 14,

        /// <summary>Two values of the order contradict each other.</summary>
        Contradiction = 15,

        /// <summary>A part that has to keep it did not take it.</summary>
        NotKept = 16,
    }
}
