using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>What the pump does and has done.</summary>
    /// <code>
    /// byte  0      1         2      4                5          6                     8            12         16
    ///       state  priority  flags  alarms standing  zero       battery               ordered now  therapy    measured
    ///       u8     u8        u16    u8               u8         i16 permille, -1 unknown  i32 nL/h  i32 nL/h  i32 nL/h, -1 unknown
    /// byte  20       28       36      44          48            52               56                60             64     68      70    73
    ///       ordered  metered  missed  bolus left  therapy left  reservoir        dry in            time           up     orders  seal  (end)
    ///       i64 nL   i64 nL   i64 nL  u32 nL      u32 s         i32 nL, -1 unkn. u32 min, max never u32 UTC s, 0  u32 s  u16
    /// state: SafeCode of PumpState; priority: SafeCode of AlarmPriority. orders: changes of the order since the start.
    /// </code>
    public static class StatusMessage
    {
        public const int Length = PlainLength + FrameSeal.Length;

        /// <summary>Without its seal: as a signed answer carries it.</summary>
        public const int PlainLength = 70;

        /// <summary>Bits of the flags.</summary>
        public const ushort Delivers = 0x0001;
        public const ushort AlarmForbids = 0x0002;
        public const ushort TherapyOrdered = 0x0004;
        public const ushort TherapyWaits = 0x0008;
        public const ushort SessionOpen = 0x0010;
        public const ushort DrugKnown = 0x0020;
        public const ushort Cytotoxic = 0x0040;
        public const ushort ScanAccepted = 0x0080;
        public const ushort MemoryKept = 0x0100;
        public const ushort ClockTrusted = 0x0200;

        /// <summary>Writes the message at a place.</summary>
        /// <returns><see cref="PlainLength"/>.</returns>
        public static int Write(byte[] frame, int offset, CommandContext context, MeasuredRate measured, bool sessionOpen)
        {
            Pump pump = context.Pump;
            DeliveryStatus status = pump.Status;
            Readings readings = context.Readings;
            frame[offset] = SafeCode.Of((int)status.State);
            frame[offset + 1] = SafeCode.Of((int)pump.Alarms.Highest);
            LittleEndian.Write16(frame, offset + 2, Flags(context, sessionOpen));
            frame[offset + 4] = (byte)pump.Alarms.StandingCount;
            frame[offset + 5] = 0;
            LittleEndian.Write16(frame, offset + 6, readings.BatteryValid ? readings.BatteryPermille : -1);
            LittleEndian.Write32(frame, offset + 8, (uint)status.RateNlPerHour);
            LittleEndian.Write32(frame, offset + 12, (uint)status.BasalNlPerHour);
            LittleEndian.Write32(frame, offset + 16, (uint)measured.NlPerHour(status.NowMs, status.MeteredNl));
            LittleEndian.Write64(frame, offset + 20, status.OrderedNl);
            LittleEndian.Write64(frame, offset + 28, status.MeteredNl);
            LittleEndian.Write64(frame, offset + 36, status.MissedNl);
            LittleEndian.Write32(frame, offset + 44, (uint)status.BolusLeftNl);
            LittleEndian.Write32(frame, offset + 48, (uint)(status.TherapyLeftMs / 1_000));
            LittleEndian.Write32(frame, offset + 52, status.ReservoirKnown ? (uint)Units.Clamp(status.ReservoirNl, 0, int.MaxValue) : uint.MaxValue);
            LittleEndian.Write32(frame, offset + 56, (uint)Units.Clamp(status.DryInMs / Units.MsPerMinute, 0, uint.MaxValue));
            LittleEndian.Write32(frame, offset + 60, (uint)context.UtcSeconds);
            LittleEndian.Write32(frame, offset + 64, (uint)(status.NowMs / 1_000));
            LittleEndian.Write16(frame, offset + 68, pump.Records.OrderChangedCount);
            return PlainLength;
        }

        private static int Flags(CommandContext context, bool sessionOpen)
        {
            DeliveryStatus status = context.Pump.Status;
            Drug drug = context.Drug;
            return (status.Delivers ? Delivers : 0)
                | (status.AlarmForbids ? AlarmForbids : 0)
                | (context.Pump.Records.HasTherapy ? TherapyOrdered : 0)
                | (status.TherapyWaits ? TherapyWaits : 0)
                | (sessionOpen ? SessionOpen : 0)
                | (drug.Known ? DrugKnown : 0)
                | (drug.Nature == DrugNature.Cytotoxic ? Cytotoxic : 0)
                | (drug.PerfusionAccepted ? ScanAccepted : 0)
                | (context.Memory.Kept ? MemoryKept : 0)
                | (context.Readings.ClockValid ? ClockTrusted : 0);
        }
    }
}
