using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.VirtualBoard.Commands;
using Haip.VirtualBoard.Simulation;
using Microsoft.Win32.SafeHandles;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>The live view for a file or a pipe: a plain line every ten simulated seconds.</summary>
internal sealed class LiveLog(LiveSession session, Interrupt interrupt)
{
    private const double LineSeconds = 10;

    // Before its first beat the pump knows nothing.
    private const double FirstLineSeconds = 1;

    private const int OutputHandle = 1;

    // What a PC that is too slow owes is let off: it would run on at full speed long after somebody wanted less.
    private const double MostOwedSeconds = 1;

    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(20);

    public void Run(double endSeconds)
    {
        using var writer = new StreamWriter(OpenOutput()) { AutoFlush = true };

        try
        {
            Write(writer, endSeconds);
        }
        catch (IOException)
        {
            // Whoever read has gone: "| head" has what it wanted.
        }
    }

    /// <summary>The pump in one line.</summary>
    public static string Line(LiveSession session)
    {
        PumpSimulation simulation = session.Simulation;
        Readings readings = simulation.Loop.Readings;
        DeliveryStatus status = simulation.Pump.Status;
        string head = LiveText.Of($"{LiveText.Elapsed(simulation.Rig.Clock.NowMs)}  {LiveText.State(simulation)}  ordered {session.Rates.OrderedNow:0.000} mL/day")
            + LiveText.Of($"  delivered {simulation.Rig.Fluid.DeliveredNl * 1e-3:0.0;-0.0;0.0} of {simulation.Prescription.OrderedNl * 1e-3:0.0} uL");

        if (!session.Powered)
        {
            return head;
        }

        double chamberKPa = readings.ChamberValid ? readings.ChamberPa * 1e-3 : double.NaN;
        double catheterKPa = readings.CatheterValid ? readings.CatheterPa * 1e-3 : double.NaN;
        string[] alarms = [.. AlarmTable.Rows.Where((_, i) => simulation.Pump.Alarms.IsRaised(i)).Select(alarm => alarm.Id.ToString())];
        return head
            + LiveText.Of($"  metered {status.MeteredNl * 1e-3:0.0} uL in {status.PacketCount} packets")
            + $"  P1 {LiveText.Number(chamberKPa, "0.0")} P2 {LiveText.Number(catheterKPa, "0.0")} kPa"
            + LiveText.Of($"  reservoir {status.ReservoirNl * 1e-6:0.00} mL")
            + $"  alarms {(alarms.Length == 0 ? "none" : string.Join(", ", alarms))}";
    }

    private void Write(StreamWriter writer, double endSeconds)
    {
        var watch = Stopwatch.StartNew();
        double nextLineSeconds = session.NowSeconds < FirstLineSeconds ? FirstLineSeconds : Math.Ceiling(session.NowSeconds / LineSeconds) * LineSeconds;
        double dueSeconds = session.NowSeconds;
        TimeSpan before = watch.Elapsed;

        while (!interrupt.Happened && session.NowSeconds < endSeconds)
        {
            TimeSpan now = watch.Elapsed;
            dueSeconds += (now - before).TotalSeconds * session.Pace;
            dueSeconds = Math.Min(Math.Min(dueSeconds, session.NowSeconds + (MostOwedSeconds * session.Pace)), endSeconds);
            before = now;
            session.RunTo(Math.Min(dueSeconds, nextLineSeconds));

            if (session.NowSeconds >= nextLineSeconds)
            {
                writer.WriteLine(Line(session));
                nextLineSeconds += nextLineSeconds < LineSeconds ? LineSeconds - FirstLineSeconds : LineSeconds;
            }
            else
            {
                interrupt.Wait(s_turn);
            }
        }
    }

    // The console's own stream hides on Unix that nobody reads any more, and the pump would run for ever.
    private static Stream OpenOutput() => OperatingSystem.IsWindows()
        ? Console.OpenStandardOutput()
        : new FileStream(new SafeFileHandle(OutputHandle, ownsHandle: false), FileAccess.Write, bufferSize: 0);
}
