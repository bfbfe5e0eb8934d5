using System;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Simulation;
using Spectre.Console;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>The live view as a sheet: every number at its place, whatever happens. A larger terminal gets taller traces and more events.</summary>
internal static class LiveScreen
{
    public const int MinWidth = 80;
    public const int MinHeight = 24;

    /// <summary>Where what a label is about begins.</summary>
    public const int LabelColumns = 13;

    private const int MaxWidth = 160;
    private const int AlarmRows = 2;
    private const int MaxTraceRows = 6;
    private const int ScaleColumns = 8;
    private const int HouseColumns = 32;
    private const int HouseGapColumns = 13;

    // A second at the slowest speed: a number that followed the pulse could not be read.
    private const int SmoothColumns = 10;

    public static Sheet Draw(LiveSession session, int width, int height)
    {
        var sheet = new Sheet(width, height);

        if (width < MinWidth || height < MinHeight)
        {
            sheet.Write(0, 0, LiveText.Of($"The live view needs {MinWidth} x {MinHeight}; this is {width} x {height}. q quits."), LiveStyles.Value);
            return sheet;
        }

        int right = Math.Min(width, MaxWidth);
        int spare = height - MinHeight;
        int traceRows = Math.Min(2 + (spare / 4), MaxTraceRows);

        int house = Math.Min(right - HouseColumns, LiveNumbers.Columns + HouseGapColumns);
        DrawHead(sheet, session, right);
        DrawRule(sheet, 1, right);
        LiveNumbers.DrawFlow(sheet, session, 2);
        LiveNumbers.DrawHouse(sheet, session, 2, house);
        LiveNumbers.DrawPacket(sheet, session, 7, house);
        DrawRule(sheet, 8, right);

        int row = 9;
        DrawTrace(sheet, session.Catheter, "P2 catheter", session.Catheter.Mean(SmoothColumns), row, traceRows, right);
        row += traceRows + 1;
        DrawTrace(sheet, session.Chamber, "P1 chamber", session.Chamber.Column(0), row, traceRows, right);
        row += traceRows + 1;

        int alarmRows = AlarmRows + Math.Min(3, spare / 4);
        LiveLists.DrawAlarms(sheet, session.Simulation, row, alarmRows, right);
        row += alarmRows;

        int keysRow = height - LiveKeyBar.Rows;
        LiveLists.DrawEvents(sheet, session.Simulation.Recorder, row, keysRow - 1 - row, right);
        DrawRule(sheet, keysRow - 1, right);
        DrawPageAddress(sheet, session, keysRow - 1);
        LiveKeyBar.Draw(sheet, session, keysRow, right);
        return sheet;
    }

    /// <summary>What a line is about, at its left.</summary>
    public static void Label(Sheet sheet, int row, string text) => sheet.Write(row, 0, text, LiveStyles.Quiet);

    private static void DrawRule(Sheet sheet, int row, int right) => sheet.Write(row, 0, new string('─', right), LiveStyles.Quiet);

    private static void DrawPageAddress(Sheet sheet, LiveSession session, int row)
    {
        if (session.PageAddress is string address)
        {
            sheet.Write(row, LabelColumns, $" programmer page {address} ", LiveStyles.Heading);
        }
    }

    private static void DrawHead(Sheet sheet, LiveSession session, int right)
    {
        PumpSimulation simulation = session.Simulation;
        DeliveryStatus status = simulation.Pump.Status;
        string state = LiveText.State(simulation);
        Style style = !session.Powered || status.State == PumpState.Stopped ? LiveStyles.Bad
            : status.State is PumpState.Infusing or PumpState.Bolus ? LiveStyles.Good
            : status.State is PumpState.Standby ? LiveStyles.Heading
            : LiveStyles.Halted;
        sheet.Write(0, 0, state, style);

        string rest = !session.Powered ? ""
            : status.BolusLeftNl > 0 ? LiveText.Of($"bolus, {status.BolusLeftNl * 1e-3:0.0} uL left")
            : status.State == PumpState.Infusing ? LiveText.Of($"{LiveText.Duration(status.TherapyLeftMs)} left")
            : "";
        sheet.Write(0, state.Length + 2, rest, LiveStyles.Value);

        bool slow = session.ReachedSpeed < 0.8 * session.Pace;
        sheet.WriteRight(0, right, LiveText.Of($"{(slow ? Math.Round(session.ReachedSpeed) : session.Pace):0}x"), slow ? LiveStyles.Halted : LiveStyles.Heading);
        Readings readings = simulation.Loop.Readings;
        string clock = session.Powered && readings.ClockValid
            ? LiveText.Of($"{DateTimeOffset.FromUnixTimeSeconds(readings.UtcSeconds).UtcDateTime:yyyy-MM-dd HH:mm:ss}")
            : LiveText.Unknown;
        sheet.WriteRight(0, right - 8, LiveText.Elapsed(simulation.Rig.Clock.NowMs), LiveStyles.Value);
        sheet.WriteRight(0, right - 22, clock, LiveStyles.Quiet);
    }

    private static void DrawTrace(Sheet sheet, Trace trace, string label, double nowKPa, int row, int rows, int right)
    {
        int columns = right - LabelColumns - ScaleColumns;
        trace.Fit(columns);
        Label(sheet, row, label);
        sheet.WriteRight(row + 1, LabelColumns - 5, LiveText.Number(nowKPa, "0.0"), LiveStyles.Value);
        sheet.Write(row + 1, LabelColumns - 4, "kPa", LiveStyles.Quiet);
        Sparkline.Draw(sheet, trace, row, LabelColumns, rows, columns);
        sheet.WriteRight(row, right, $"{LiveText.Number(trace.High, "0")} kPa", LiveStyles.Quiet);
        sheet.WriteRight(row + rows - 1, right, $"{LiveText.Number(trace.Low, "0")} kPa", LiveStyles.Quiet);
        Label(sheet, row + rows, new string('─', right));
        sheet.Write(row + rows, LabelColumns, $" {LiveText.Span(columns * trace.ColumnSeconds)} ago ", LiveStyles.Quiet);
    }
}
