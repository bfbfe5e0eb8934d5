using Haip.Core.Delivery;

namespace Haip.Core.Log
{
    /// <summary>What must outlive a loss of power: every volume ever booked, what was filled in, and how far the order has come.</summary>
    /// <code>
    /// byte  0        8        16      24              32               40            48         56         60     61           64     68
    ///       ordered  metered  missed  reservoir fill  metered at fill  therapy left  alive at   in flight  state  bolus runs   order  (end)
    ///       i64 nL   i64 fL   i64 nL  i64 nL, 0 none  i64 nL           i64 ms        i64 UTC s  i32 nL     u8     u24, 0 or 1  u32
    /// </code>
    public sealed class Totals
    {
        public const int Length = 68;

        private const long MostNl = 10_000_000_000; // 9 years at the highest therapy rate
        private const uint BolusBit = 1u << 8;
        private const long MostTherapyMs = 1_440L * Units.MsPerHour; // the hard limit of an order

        public long OrderedNl;
        public long MeteredFl;
        public long MissedNl;

        /// <summary>What a person filled in last; 0 when nobody ever did.</summary>
        public long ReservoirFillNl;
        public long MeteredAtFillNl;

        public long TherapyLeftMs;

        /// <summary>Wall-clock time when these totals were true; 0 when it was not known.</summary>
        public long AliveAtUtcSeconds;

        /// <summary>What was about to be let out of the chamber; 0 when nothing was. Power that went before it was booked counts it as delivered.</summary>
        public int InFlightNl;

        /// <summary>As <see cref="PumpState"/>.</summary>
        public int State;

        /// <summary>A bolus ran, by itself or on top of a therapy.</summary>
        public bool BolusRunning;

        /// <summary>The <see cref="OrderRecord.Number"/> that these totals go with; 0 for none.</summary>
        public uint OrderNumber;

        /// <summary>Values that a pump can have written: a whole record can still come from elsewhere.</summary>
        public bool IsPlausible =>
            OrderedNl >= 0 && OrderedNl <= MostNl
            && MeteredFl >= 0 && MeteredFl <= MostNl * Units.FlPerNl
            && MissedNl >= 0 && MissedNl <= OrderedNl
            && ReservoirFillNl >= 0 && ReservoirFillNl <= MostNl
            && MeteredAtFillNl >= 0 && MeteredAtFillNl <= MeteredFl / Units.FlPerNl
            && TherapyLeftMs >= 0 && TherapyLeftMs <= MostTherapyMs
            && AliveAtUtcSeconds >= 0 && AliveAtUtcSeconds <= uint.MaxValue
            && InFlightNl >= 0 && InFlightNl <= PacketPlanner.MaxPacketNl
            && State >= (int)PumpState.Standby && State <= (int)PumpState.Stopped;

        /// <summary>As a new pump has them.</summary>
        public void Clear()
        {
            OrderedNl = 0;
            MeteredFl = 0;
            MissedNl = 0;
            ReservoirFillNl = 0;
            MeteredAtFillNl = 0;
            TherapyLeftMs = 0;
            AliveAtUtcSeconds = 0;
            InFlightNl = 0;
            State = 0;
            BolusRunning = false;
            OrderNumber = 0;
        }

        public void Write(byte[] buffer)
        {
            LittleEndian.Write64(buffer, 0, OrderedNl);
            LittleEndian.Write64(buffer, 8, MeteredFl);
            LittleEndian.Write64(buffer, 16, MissedNl);
            LittleEndian.Write64(buffer, 24, ReservoirFillNl);
            LittleEndian.Write64(buffer, 32, MeteredAtFillNl);
            LittleEndian.Write64(buffer, 40, TherapyLeftMs);
            LittleEndian.Write64(buffer, 48, AliveAtUtcSeconds);
            LittleEndian.Write32(buffer, 56, (uint)InFlightNl);
            LittleEndian.Write32(buffer, 60, (uint)State | (BolusRunning ? BolusBit : 0));
            LittleEndian.Write32(buffer, 64, OrderNumber);
        }

        public void Read(byte[] buffer)
        {
            OrderedNl = LittleEndian.Read64(buffer, 0);
            MeteredFl = LittleEndian.Read64(buffer, 8);
            MissedNl = LittleEndian.Read64(buffer, 16);
            ReservoirFillNl = LittleEndian.Read64(buffer, 24);
            MeteredAtFillNl = LittleEndian.Read64(buffer, 32);
            TherapyLeftMs = LittleEndian.Read64(buffer, 40);
            AliveAtUtcSeconds = LittleEndian.Read64(buffer, 48);
            InFlightNl = (int)LittleEndian.Read32(buffer, 56);
            uint state = LittleEndian.Read32(buffer, 60);
            State = (int)(state & ~BolusBit);
            BolusRunning = (state & BolusBit) != 0;
            OrderNumber = LittleEndian.Read32(buffer, 64);
        }
    }
}
