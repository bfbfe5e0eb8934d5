namespace Haip.Core.Log
{
    /// <summary>One entry of the event log or the fault log.</summary>
    /// <code>
    /// byte  0            4                         5      6      8           12          16      18
    ///       time         1/100 s, bit 7: no clock  id     round  first       second      CRC-16  (end)   event
    ///       u32 s        u8                        u8     u16    i32         i32         u16
    /// byte  0            4                         5      6      8           10      12
    ///       time         1/100 s, bit 7: no clock  id     round  first       CRC-16  (end)               fault
    ///       u32 s        u8                        u8     u16    i16         u16
    /// time: since 2020-01-01 UTC; without a clock since the start of that run. Round and CRC are the ring's.
    /// </code>
    public sealed class LogEntry
    {
        public const int EventLength = 18;
        public const int FaultLength = 12;

        private const long EpochUtcMs = 1_577_836_800_000; // 2020-01-01
        private const byte NoClock = 0x80;

        public EventId Id;

        /// <summary>What they mean is said at the <see cref="EventId"/>. A fault has no second, and a first of 16 bits.</summary>
        public int First;
        public int Second;

        /// <summary><see cref="AtMs"/> is wall-clock time, since 1970; otherwise time since the start of that run.</summary>
        public bool ClockKnown;

        /// <summary>When it was written, to 10 ms.</summary>
        public long AtMs;

        public void WriteEvent(byte[] buffer)
        {
            WriteHead(buffer);
            LittleEndian.Write32(buffer, 8, (uint)First);
            LittleEndian.Write32(buffer, 12, (uint)Second);
        }

        public void WriteFault(byte[] buffer)
        {
            WriteHead(buffer);
            LittleEndian.Write16(buffer, 8, (int)Units.Clamp(First, short.MinValue, short.MaxValue));
        }

        public void ReadEvent(byte[] buffer)
        {
            ReadHead(buffer);
            First = (int)LittleEndian.Read32(buffer, 8);
            Second = (int)LittleEndian.Read32(buffer, 12);
        }

        public void ReadFault(byte[] buffer)
        {
            ReadHead(buffer);
            First = (short)LittleEndian.Read16(buffer, 8);
            Second = 0;
        }

        private void WriteHead(byte[] buffer)
        {
            // A clock before the epoch is no clock that was ever set; who wrote it down says so.
            long hundredths = Units.Clamp(ClockKnown ? AtMs - EpochUtcMs : AtMs, 0, uint.MaxValue * 1_000L) / 10;
            LittleEndian.Write32(buffer, 0, (uint)(hundredths / 100));
            buffer[4] = (byte)((int)(hundredths % 100) + (ClockKnown ? 0 : NoClock));
            buffer[5] = (byte)Id;
        }

        private void ReadHead(byte[] buffer)
        {
            ClockKnown = (buffer[4] & NoClock) == 0;
            AtMs = (LittleEndian.Read32(buffer, 0) * 1_000L) + ((buffer[4] & ~NoClock) * 10) + (ClockKnown ? EpochUtcMs : 0);
            Id = (EventId)(int)buffer[5];
        }
    }
}
