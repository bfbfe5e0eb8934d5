namespace Haip.Core.Protocol
{
    /// <summary>What a command asks for, and what a signed frame of the pump is. Two code words each: any two differ in at least four bits. Never reuse one.</summary>
    public enum Opcode
    {
        None = 0,

        KeepAlive = 0x0F33,
        EndSession = 0x0F3C,

        Suspend = 0x3333,
        Resume = 0x333C,
        Acknowledge = 0x3355,
        PauseAudio = 0x335A,
        ClearEvents = 0x3366,

        StageTherapy = 0x3C33,
        StageBolus = 0x3C3C,
        StageEnd = 0x3C55,
        StageRefill = 0x3C5A,
        StageDrug = 0x3C66,
        StageLimits = 0x3C69,
        StageScan = 0x3C96,
        StageCalibration = 0x3C99,
        StageClock = 0x3CA5,
        Commit = 0x3CC3,

        ReadStatus = 0x5533,
        ReadTherapy = 0x553C,
        ReadDrug = 0x5555,
        ReadLastCommit = 0x555A,
        ReadLimit = 0x5566,
        ReadLogs = 0x5569,

        ReadEntry = 0x5A33,
        Export = 0x5A3C,
        StopExport = 0x5A55,

        /// <summary>Of the data characteristic: entries of a log.</summary>
        Entries = 0x5A66,

        /// <summary>Of the data characteristic: there are no more.</summary>
        EntriesEnd = 0x5A69,
    }
}
