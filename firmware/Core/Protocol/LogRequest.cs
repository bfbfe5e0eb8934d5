using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>Entries of a log, as commands ask for them and frames carry them.</summary>
    /// <code>
    /// byte  0       4       8                           9      10     14      18
    ///       number  time    1/100 s, bit 7: no clock    event  first  second  (end)
    ///       u32     u32 s   u8                          u8     i32    i32
    /// time: UTC since 1970; without a clock since the start of that run. event: EventId, which says what first and second are.
    /// </code>
    public static class LogRequest
    {
        /// <summary>Payload of ReadEntry: log u8, number u32. Payload of Export: entries u16 more.</summary>
        public const int EntryLength = 5;
        public const int ExportLength = 7;

        /// <summary>An entry as a frame carries it.</summary>
        public const int RecordLength = 18;

        private const int LogOffset = CommandFrame.PayloadOffset;
        private const byte NoClock = 0x80;
        private const int MsPerHundredth = 10;

        /// <summary>Whether a command names a log.</summary>
        public static bool IsGood(byte[] frame) => frame[LogOffset] == SafeCode.Of(0) || frame[LogOffset] == SafeCode.Of(1);

        /// <summary>The command is about the faults and not about the events.</summary>
        public static bool OfFaults(byte[] frame) => frame[LogOffset] == SafeCode.Of(1);

        public static uint NumberOf(byte[] frame) => LittleEndian.Read32(frame, LogOffset + 1);

        public static int CountOf(byte[] frame) => LittleEndian.Read16(frame, LogOffset + EntryLength);

        /// <summary>Reads one entry from the memory.</summary>
        public static bool TryRead(EventLog log, bool faults, uint number, LogEntry entry) =>
            faults ? log.TryReadFault(number, entry) : log.TryReadEvent(number, entry);

        /// <summary>The number that the next entry of a log gets.</summary>
        public static uint Next(EventLog log, bool faults) => faults ? log.NextFaultNumber : log.NextEventNumber;

        /// <summary>Writes one entry.</summary>
        public static void Add(AnswerFrame answer, uint number, LogEntry entry)
        {
            answer.Add32(number);
            answer.Add32(entry.AtMs / 1_000);
            answer.Add8((int)(entry.AtMs % 1_000 / MsPerHundredth) + (entry.ClockKnown ? 0 : NoClock));
            answer.Add8((int)entry.Id);
            answer.Add32(entry.First);
            answer.Add32(entry.Second);
        }
    }
}
