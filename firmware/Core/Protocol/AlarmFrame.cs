using Haip.Core.Log;
using Haip.Core.Safety;

namespace Haip.Core.Protocol
{
    /// <summary>One alarm that was raised, changed or cleared. It fits a link that nobody has widened.</summary>
    /// <code>
    /// byte  0     1         2      4         6        8         9       10      14               15    18
    ///       what  priority  alarm  instance  telling  delivery  flags   age     alarms standing  seal  (end)
    ///       u8    u8        u16    u16       u16      u8        u8      u32 s   u8
    /// what: 0x33 raised, 0x3C changed, 0x55 cleared. priority and delivery: SafeCode of AlarmPriority, as it is announced now, and
    /// of AlarmResponse. instance: another for every raising. telling: what the receipt quotes. flags: bit 0 it does not sound now.
    ///
    /// the receipt, written to the same characteristic
    /// byte  0        1     2         4        6
    ///       receipt  zero  instance  telling  (end)
    ///       u8 0x5A  u8    u16       u16
    /// </code>
    public static class AlarmFrame
    {
        public const int Length = 18;
        public const int ReceiptLength = 6;

        public const byte Raised = 0x33;
        public const byte Changed = 0x3C;
        public const byte Cleared = 0x55;
        public const byte Receipt = 0x5A;

        public static int Write(byte[] frame, byte what, AlarmMonitor alarms, int row, ushort instance, ushort telling, int ageSeconds, FrameSeal seal)
        {
            Alarm alarm = AlarmTable.Rows[row];
            AlarmAnnouncer announcer = alarms.Announcer;
            frame[0] = what;
            frame[1] = SafeCode.Of((int)announcer.PriorityOf(row));
            LittleEndian.Write16(frame, 2, (int)alarm.Id);
            LittleEndian.Write16(frame, 4, instance);
            LittleEndian.Write16(frame, 6, telling);
            frame[8] = SafeCode.Of((int)alarm.Response);
            frame[9] = (byte)(announcer.IsSilent(row) ? 1 : 0);
            LittleEndian.Write32(frame, 10, (uint)ageSeconds);
            frame[14] = (byte)alarms.StandingCount;
            return seal.Close(frame, Length - FrameSeal.Length);
        }

        public static bool IsReceipt(byte[] frame, int length) => length == ReceiptLength && frame[0] == Receipt && frame[1] == 0;

        public static ushort InstanceOf(byte[] frame) => (ushort)LittleEndian.Read16(frame, 2);

        public static ushort TellingOf(byte[] frame) => (ushort)LittleEndian.Read16(frame, 4);
    }
}
