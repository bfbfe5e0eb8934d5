using System;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Simulation;
using Spectre.Console;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>The numbers of the live view: flow and volumes at the left, the pump's surroundings at the right.</summary>
internal static class LiveNumbers
{
    /// <summary>Width of the numbers at the left, with their unit.</summary>
    public const int Columns = LiveScreen.LabelColumns + (3 * FlowColumns) + 7;

    private const int FlowColumns = 9;
    private const int HouseLabelColumns = 11;
    private const int HouseValueEnd = 19;
    private const double NlPerMl = 1e6;

    /// <summary>Before this much was ordered, the packet that is not due yet is most of the error.</summary>
    private const double LeastOrderedNl = 2_000;

    /// <summary>Faster than this a phase is gone before it is read.</summary>
    private const double FastestPhaseSpeed = 10;

    public static void DrawFlow(Sheet sheet, LiveSession session, int row)
    {
        DeliveryRates rates = session.Rates;
        PumpSimulation simulation = session.Simulation;
        double meteredNl = session.Powered ? simulation.Pump.Status.MeteredNl : double.NaN;
        double orderedNl = simulation.Prescription.OrderedNl;
        double deliveredNl = simulation.Rig.Fluid.DeliveredNl;

        DrawFlowRow(sheet, row, "flow", "ordered", "metered", "patient", "", LiveStyles.Quiet);
        DrawFlowRow(sheet, row + 1, "now", Rate(rates.OrderedNow), Rate(session.Powered ? rates.MeteredNow : double.NaN), "", "mL/day", LiveStyles.Value);
        string window = LiveText.Of($"last {Math.Clamp(rates.WindowSeconds / 60, 1, 15):0} min");
        DrawFlowRow(sheet, row + 2, window, Rate(rates.OrderedMean), Rate(session.Powered ? rates.MeteredMean : double.NaN), Rate(rates.DeliveredMean), "mL/day", LiveStyles.Value);
        DrawFlowRow(sheet, row + 3, "total", Volume(orderedNl), Volume(meteredNl), Volume(deliveredNl), "mL", LiveStyles.Value);
        DrawFlowRow(sheet, row + 4, "error", "", Error(meteredNl, orderedNl), Error(deliveredNl, orderedNl), "%", LiveStyles.Value);
    }

    public static void DrawHouse(Sheet sheet, LiveSession session, int row, int column)
    {
        Readings readings = session.Simulation.Loop.Readings;
        DeliveryStatus status = session.Simulation.Pump.Status;
        bool on = session.Powered;
        bool dries = on && status.ReservoirKnown && status.DryInMs != Reservoir.NeverMs;
        string dry = dries && readings.ClockValid
            ? LiveText.Of($"{DateTimeOffset.FromUnixTimeSeconds(readings.UtcSeconds + (status.DryInMs / 1000)).UtcDateTime:yyyy-MM-dd}")
            : LiveText.Unknown;

        Field("reservoir", on && status.ReservoirKnown ? status.ReservoirNl / NlPerMl : double.NaN, "0.00", "mL");
        string inTime = dries ? "in " + LiveText.Duration(status.DryInMs) : "";
        Draw("dry", dry, inTime);
        Field("drug", on && readings.DrugTemperatureValid ? readings.DrugMilliC * 1e-3 : double.NaN, "0.0", "C");
        Field("air", on && readings.AmbientValid ? readings.AmbientPa * 1e-3 : double.NaN, "0.0", "kPa");
        Field("battery", on && readings.BatteryValid ? readings.BatteryPermille * 0.1 : double.NaN, "0", "%");

        void Field(string label, double value, string format, string unit) => Draw(label, LiveText.Number(value, format), unit);

        void Draw(string label, string value, string unit)
        {
            sheet.Write(row, column, label, LiveStyles.Quiet);
            sheet.WriteRight(row, column + HouseValueEnd, value, LiveStyles.Value);
            sheet.Write(row, column + HouseValueEnd + 1, unit, LiveStyles.Quiet);
            row++;
        }
    }

    public static void DrawPacket(Sheet sheet, LiveSession session, int row, int house)
    {
        DeliveryStatus status = session.Simulation.Pump.Status;
        string count = LiveText.Unknown;
        string last = "";
        string phase = LiveText.Unknown;

        if (session.Powered)
        {
            count = LiveText.Of($"{status.PacketCount}");
            last = double.IsNaN(session.Rates.PacketSpacingSeconds) ? ""
                : LiveText.Of($"last {status.DeliveredNl * 1e-3:0.000} uL in {session.Rates.PacketSpacingSeconds:0.0} s");
            phase = session.Speed > FastestPhaseSpeed ? "too fast to show" : LiveText.Of(status.Phase);
        }

        LiveScreen.Label(sheet, row, "packets");
        sheet.WriteRight(row, LiveScreen.LabelColumns + FlowColumns, count, LiveStyles.Value);
        sheet.Write(row, LiveScreen.LabelColumns + FlowColumns + 2, last, LiveStyles.Value);
        sheet.Write(row, house, "phase", LiveStyles.Quiet);
        sheet.Write(row, house + HouseLabelColumns, phase, LiveStyles.Value);
    }

    private static void DrawFlowRow(Sheet sheet, int row, string label, string ordered, string metered, string patient, string unit, Style style)
    {
        LiveScreen.Label(sheet, row, label);
        sheet.WriteRight(row, LiveScreen.LabelColumns + FlowColumns, ordered, style);
        sheet.WriteRight(row, LiveScreen.LabelColumns + (2 * FlowColumns), metered, style);
        sheet.WriteRight(row, LiveScreen.LabelColumns + (3 * FlowColumns), patient, style);
        sheet.Write(row, LiveScreen.LabelColumns + (3 * FlowColumns) + 1, unit, LiveStyles.Quiet);
    }

    // The third part of a format is for what rounds to zero: there is no flow of -0.
    private static string Rate(double mlPerDay) => LiveText.Number(mlPerDay, "0.000;-0.000;0.000");

    private static string Volume(double nl) => LiveText.Number(nl / NlPerMl, "0.0000;-0.0000;0.0000");

    private static string Error(double nl, double orderedNl) =>
        LiveText.Number(orderedNl >= LeastOrderedNl ? 100 * (nl - orderedNl) / orderedNl : double.NaN, "+0.00;-0.00;0.00");
}
