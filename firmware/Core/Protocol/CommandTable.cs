namespace Haip.Core.Protocol
{
    /// <summary>Every command that a session carries. To add one: a row, and its case in the desk or a staged command.</summary>
    public static class CommandTable
    {
        private const string Echo = "the echo; see Echo";

#pragma warning disable format // columns
        public static readonly CommandRow[] Rows =
        {
            new(Opcode.KeepAlive,                                     0, "", ""),
            new(Opcode.EndSession,                                    0, "", ""),
            new(Opcode.Suspend,                                       0, "", "state u8"),
            new(Opcode.Resume,                                        0, "", "state u8"),
            new(Opcode.Acknowledge,                                   2, "newest instance that the person has seen u16", "alarms that still stand u8"),
            new(Opcode.PauseAudio,                                    2, "newest instance that the person has seen u16", "alarms that stand u8"),
            new(Opcode.ClearEvents,                                   2, "flags that the programmer knows u16", "flags that are left u16"),
            new(Opcode.StageTherapy,       TherapyCommand.Length, "see TherapyCommand", Echo),
            new(Opcode.StageBolus,         BolusCommand.Length, "see BolusCommand", Echo),
            new(Opcode.StageEnd,           0, "", Echo),
            new(Opcode.StageRefill,        RefillCommand.Length, "see RefillCommand", Echo),
            new(Opcode.StageDrug,          DrugCommand.Length, "see DrugCommand", Echo),
            new(Opcode.StageLimits,        LimitsCommand.Length, "see LimitsCommand", Echo),
            new(Opcode.StageScan,          ScanCommand.Length, "see ScanCommand", Echo),
            new(Opcode.StageCalibration,   CalibrationCommand.Length, "compliance of the chamber i32 fL/Pa, its change i32 ppm/C, temperature i32 mC, gain of the flow sensor i32 ppm (0 unknown), its change i32 ppm/C", Echo),
            new(Opcode.StageClock,         ClockCommand.Length, "time u32 UTC s since 1970", Echo),
            new(Opcode.Commit,             CommitDesk.PayloadLength, "tag of the echo, 16 bytes; confirmed u8: 0x33 yes, 0x0F no", "number of orders since the start u16"),
            new(Opcode.ReadStatus,                                    0, "", "the status without its seal"),
            new(Opcode.ReadTherapy,                                   0, "", "there is one u8: 0x33 yes, 0x0F no; as TherapyCommand; time left u32 s; dose u32 ug/day"),
            new(Opcode.ReadDrug,                                      0, "", "see DrugAnswer"),
            new(Opcode.ReadLastCommit,                                0, "", "first 8 bytes of the tag that was committed; code u8; verdict u8; age u32 s. All zeros since the start"),
            new(Opcode.ReadLimit,                                     1, "field u8", "field u8; hard low, soft low, soft high, hard high i32"),
            new(Opcode.ReadLogs,                                      0, "", "number that the next event gets u32; the next fault u32; entries that each log holds u16, u16"),
            new(Opcode.ReadEntry,          LogRequest.EntryLength, "log u8: 0x0F events, 0x33 faults; number u32", "time now u32 UTC s, 0 unknown; time since the start u32 s; the entry"),
            new(Opcode.Export,             LogRequest.ExportLength, "log u8; first number u32; entries u16", "number of the first u32; entries u16"),
            new(Opcode.StopExport,                                    0, "", ""),
        };
#pragma warning restore format

        /// <summary>The row of a command.</summary>
        /// <returns>null when there is no such command.</returns>
        public static CommandRow Find(Opcode opcode)
        {
            for (int i = 0; i < Rows.Length; i++)
            {
                if (Rows[i].Opcode == opcode)
                {
                    return Rows[i];
                }
            }

            return null;
        }
    }
}
