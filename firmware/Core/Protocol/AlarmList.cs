using Haip.Core.Log;
using Haip.Core.Safety;

namespace Haip.Core.Protocol
{
    /// <summary>All alarms that stand, the most urgent first.</summary>
    /// <code>
    /// byte  0                1       2                                          2 + 4 n  5 + 4 n
    ///       alarms standing  listed  n times: alarm, priority, instance         seal     (end)
    ///       u8               u8, n   u8, u8 SafeCode of AlarmPriority, u16
    /// n is at most 23; what stands beyond is counted and not listed
    /// </code>
    public static class AlarmList
    {
        private const int HeadLength = 2;
        private const int EntryLength = 4;
        private const int MostCount = (GattTable.LongestFrameLength - HeadLength - FrameSeal.Length) / EntryLength;

        public static int Write(byte[] frame, AlarmMonitor alarms, FrameSeal seal)
        {
            int length = HeadLength;
            int listedCount = 0;

            for (int i = 0; i < AlarmTable.Rows.Length && listedCount < MostCount; i++)
            {
                if (alarms.IsRaised(i))
                {
                    frame[length] = (byte)AlarmTable.Rows[i].Id;
                    frame[length + 1] = SafeCode.Of((int)alarms.Announcer.PriorityOf(i));
                    LittleEndian.Write16(frame, length + 2, alarms.Announcer.InstanceOf(i));
                    length += EntryLength;
                    listedCount++;
                }
            }

            frame[0] = (byte)alarms.StandingCount;
            frame[1] = (byte)listedCount;
            return seal.Close(frame, length);
        }
    }
}
