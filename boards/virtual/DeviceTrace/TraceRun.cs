using System;
using System.Collections.Generic;
using System.IO;
using Haip.Board;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.DeviceTrace;

/// <summary>Two hours of delivery with an occlusion, written down tick by tick: what the pump was told, and what it decided.</summary>
/// <remarks>
/// The device replays it and must decide the same. Noise would not fit into its flash: readings are rounded before the pump sees them,
/// and the patient's pulse keeps time with the tick. A record is a mask of the fields that changed, then their differences, in the
/// order of <see cref="Fields"/>; numbers are zigzag and seven bits a byte.
/// </remarks>
public static class TraceRun
{
    public const int Refill = 1;
    public const int Start = 2;
    public const int Acknowledge = 3;
    public const int Resume = 4;

    private const int VolumeNl = 30_000_000;
    private const int RateNlPerHour = 54_000;
    private const int EndMinutes = 120;

    // What a field is rounded to and counted in.
    private static readonly int[] s_scales = [200, 20, 6_000, 1, 100, 100, 1, 1, 1, 100, 100, 10, 10, 1, 1, 1, 1, 1, 1, 1, 1, 1];

    private static readonly (int Minute, int Order)[] s_orders = [(1, Start), (80, Acknowledge), (81, Resume)];

    /// <summary>The records.</summary>
    /// <param name="ticks">How many there are.</param>
    public static byte[] Record(out int ticks)
    {
        var plant = new PlantParameters
        {
            HeartRateHz = 1.25,
            RespirationPa = 0,
            MayerWavePa = 0,
            ChamberSensorSigmaPa = 0,
            CatheterSensorSigmaPa = 0,
            FlowSigmaNlPerMinute = 0,
            CalibrationErrorPercent = 0,
        };
        var rig = new Rig(plant, seed: 1);
        var profile = new BoardProfile();
        var board = new ReferenceBoard(rig.Dose, rig.House, rig.Pins, profile);
        board.Start(new RigDelay(rig), rig.Clock.NowMs);

        var pump = new Pump(profile);
        var readings = new Readings { MemoryValid = true };
        var outputs = new Outputs();
        var records = new MemoryStream();
        long[] before = new long[s_scales.Length];
        long expectedMs = 0;
        int next = 0;
        Give(pump, Refill);
        int order = Refill;

        for (ticks = 0; rig.Clock.NowMs < EndMinutes * Units.MsPerMinute; ticks++)
        {
            long nowMs = rig.Clock.NowMs;
            rig.Fluid.OcclusionFactor = nowMs >= 50 * Units.MsPerMinute && nowMs < 75 * Units.MsPerMinute ? 1e6 : 1;

            if (next < s_orders.Length && nowMs >= s_orders[next].Minute * Units.MsPerMinute)
            {
                order = s_orders[next++].Order;
                Give(pump, order);
            }

            board.Read(nowMs, readings);
            Round(readings, lastDigit: ticks & 1);
            pump.Tick(readings, outputs);
            board.Drive(nowMs, outputs);

            Write(records, before, Fields(pump, readings, outputs, nowMs - expectedMs, order, lastDigit: ticks & 1));
            before[13] = 0; // an order is given once
            order = 0;
            expectedMs = nowMs + outputs.NextTickMs;
            rig.Advance(outputs.NextTickMs);
        }

        return records.ToArray();
    }

    private static void Give(Pump pump, int order)
    {
        Verdict verdict = Verdict.Accepted;

        switch (order)
        {
            case Refill:
                verdict = pump.Refill(VolumeNl, confirmed: true);
                break;
            case Start:
                verdict = pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour, 24, DeliverySchedule.DefaultPatencyNlPerHour), confirmed: true);
                break;
            case Acknowledge:
                pump.Acknowledge();
                break;
            default:
                pump.Resume();
                break;
        }

        if (verdict != Verdict.Accepted)
        {
            throw new InvalidOperationException($"the trace's order {order} is refused: {verdict}");
        }
    }

    // Rounded to keep the trace small. The last digit still moves, as it does in everything that is measured; the replay knows how.
    private static void Round(Readings r, int lastDigit)
    {
        int To(int value, int scale) => ((int)Math.Round((double)value / scale) * scale) + lastDigit;

        r.CatheterPa = To(r.CatheterPa, s_scales[0]);
        r.ChamberPa = To(r.ChamberPa, s_scales[1]);
        r.ReservoirPa = To(r.ReservoirPa, s_scales[4]);
        r.AmbientPa = To(r.AmbientPa, s_scales[5]);
        r.DrugMilliC = To(r.DrugMilliC, s_scales[9]);
        r.BoardMilliC = To(r.BoardMilliC, s_scales[10]);
        r.BatteryMilliVolts = To(r.BatteryMilliVolts, s_scales[11]);
        r.BatteryPermille = To(r.BatteryPermille, s_scales[12]);
    }

    private static long[] Fields(Pump pump, Readings r, Outputs o, long lateMs, int order, int lastDigit) =>
    [
        r.CatheterPa - lastDigit, r.ChamberPa - lastDigit, r.FlowNlPerHour,
        Flags(r.FlowValid, r.FlowSmoothed, r.AirInLine, r.ChamberValid, r.CatheterValid, r.ReservoirValid, r.AmbientValid, r.DrugTemperatureValid, r.BoardTemperatureValid, r.BatteryValid, r.ClockValid, r.PumpDriverValid, r.MemoryValid),
        r.ReservoirPa - lastDigit, r.AmbientPa - lastDigit, r.UtcSeconds, lateMs, r.NowMs - r.ChamberAtMs,
        r.DrugMilliC - lastDigit, r.BoardMilliC - lastDigit, r.BatteryMilliVolts - lastDigit, r.BatteryPermille - lastDigit, order,
        Flags(o.PumpRun, o.InletOpen, o.OutletOpen, o.KickWatchdog), o.PumpMilliVolts, o.PumpCycles, ((long)o.Shown << 8) | (long)o.Sounding, o.NextTickMs,
        (long)pump.Status.State, pump.Status.MeteredNl, pump.Status.PacketCount,
    ];

    private static long Flags(params bool[] flags)
    {
        long sum = 0;

        for (int i = 0; i < flags.Length; i++)
        {
            sum |= flags[i] ? 1L << i : 0;
        }

        return sum;
    }

    private static void Write(MemoryStream to, long[] before, long[] fields)
    {
        ulong mask = 0;
        List<long> differences = [];

        for (int i = 0; i < fields.Length; i++)
        {
            long value = fields[i] / s_scales[i];

            if (value * s_scales[i] != fields[i])
            {
                throw new InvalidOperationException($"field {i} is {fields[i]}, which is no multiple of {s_scales[i]}");
            }

            if (value != before[i])
            {
                mask |= 1UL << i;
                differences.Add(value - before[i]);
                before[i] = value;
            }
        }

        WriteNumber(to, mask);
        differences.ForEach(difference => WriteNumber(to, (ulong)((difference << 1) ^ (difference >> 63))));
    }

    /// <summary>Seven bits a byte, the lowest first; the top bit says that more follow.</summary>
    internal static void WriteNumber(MemoryStream to, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            to.WriteByte((byte)(value | 0x80));
        }

        to.WriteByte((byte)value);
    }
}
