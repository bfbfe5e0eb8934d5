using Haip.Core.Protocol;

namespace Haip.Core.Log
{
    /// <summary>What lies where in the 32 KiB of FRAM. Moving a row makes the records of every pump unreadable: add at the end of what is free.</summary>
    public static class MemoryMap
    {
        public const int SizeBytes = 32_768;

        public const int TotalsAddress = 0;
        public const int OrderAddress = 160;
        public const int CalibrationAddress = 320;
        public const int StopAddress = 384;
        public const int FreeAddress = 448;
        public const int SecretAddress = 1_024;
        public const int FailuresAddress = 1_152;
        public const int DrugAddress = 1_184;
        public const int SecondFreeAddress = DrugAddress + DrugLength;
        public const int EventsAddress = 2_048;
        public const int FaultsAddress = EventsAddress + EventsLength;

        /// <summary>Thirty days of an entry every hour and eight others a day are 960.</summary>
        public const int EventCount = 1_024;
        public const int FaultCount = 1_024;

        private const int TotalsLength = 2 * (Totals.Length + TwoSlotRecord.OverheadLength);
        private const int OrderLength = 2 * (OrderRecord.Length + TwoSlotRecord.OverheadLength);
        private const int CalibrationLength = 2 * (CalibrationRecord.Length + TwoSlotRecord.OverheadLength);
        private const int StopLength = 2 * (StopStore.PayloadLength + TwoSlotRecord.OverheadLength);
        private const int SecretLength = 2 * (SecretStore.PayloadLength + TwoSlotRecord.OverheadLength);
        private const int FailuresLength = 2 * (FailureDelay.PayloadLength + TwoSlotRecord.OverheadLength);
        private const int DrugLength = 2 * (DrugStore.PayloadLength + TwoSlotRecord.OverheadLength);
        private const int EventsLength = EventCount * LogEntry.EventLength;
        private const int FaultsLength = FaultCount * LogEntry.FaultLength;

#pragma warning disable format // columns
        public static readonly MemoryArea[] Rows =
        {
            new(MemoryRecord.Totals,      TotalsAddress,      TotalsLength,                "two slots: volumes, time left of the therapy, packet in flight, state"),
            new(MemoryRecord.Order,       OrderAddress,       OrderLength,                 "two slots: the therapy as it was ordered"),
            new(MemoryRecord.Calibration, CalibrationAddress, CalibrationLength,           "two slots: compliance of the chamber, from the bench"),
            new(MemoryRecord.Stop,        StopAddress,        StopLength,                  "two slots: why the application gave up"),
            new(MemoryRecord.None,        FreeAddress,        SecretAddress - FreeAddress, "not allocated"),
            new(MemoryRecord.Secret,      SecretAddress,      SecretLength,                "two slots: serial number, and the secret that opens a session"),
            new(MemoryRecord.Failures,    FailuresAddress,    FailuresLength,              "two slots: how often in a row somebody failed to prove the secret"),
            new(MemoryRecord.Drug,        DrugAddress,        DrugLength,                  "two slots: drug, concentration, weight, dose limits, perfusion scan"),
            new(MemoryRecord.None,        SecondFreeAddress,  EventsAddress - SecondFreeAddress, "not allocated"),
            new(MemoryRecord.Events,      EventsAddress,      EventsLength,                "ring of 1,024 entries of 18 bytes: what happened"),
            new(MemoryRecord.Faults,      FaultsAddress,      FaultsLength,                "ring of 1,024 entries of 12 bytes: alarms and faults, which no event pushes out"),
        };
#pragma warning restore format
    }
}
