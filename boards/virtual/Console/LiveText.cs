using System;
using System.Globalization;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>Plain words and numbers, the same in every country.</summary>
internal static class LiveText
{
    /// <summary>Stands where a number is not known.</summary>
    public const string Unknown = "-";

    /// <summary>What the pump is doing.</summary>
    public static string State(PumpSimulation simulation) => !simulation.Rig.Powered ? "No power" : simulation.Pump.Status.State switch
    {
        PumpState.Standby => "Standby",
        PumpState.Infusing => "Infusing",
        PumpState.Bolus => "Bolus without therapy",
        PumpState.Patency => "Keeping the artery open",
        PumpState.Suspended => "Suspended by a person",
        PumpState.Stopped => "Stopped by an alarm",
        PumpState state => state.ToString(),
    };

    public static string Of(PacketPhase phase) => phase switch
    {
        PacketPhase.Rest => "both valves closed",
        PacketPhase.Baseline => "pressure before it",
        PacketPhase.Fill => "V1 open, pump fills",
        PacketPhase.CloseInlet => "V1 closes",
        PacketPhase.SettleFull => "full, settles",
        PacketPhase.Empty => "V2 open, empties",
        PacketPhase.CloseOutlet => "V2 closes",
        PacketPhase.SettleEmpty => "metered",
        _ => phase.ToString(),
    };

    public static string Of(AlarmResponse response) => response switch
    {
        AlarmResponse.Continue => "delivery goes on",
        AlarmResponse.PatencyRate => "artery kept open",
        AlarmResponse.Stop => "delivery stopped",
        _ => response.ToString(),
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.NeedsConfirmation => "needs to be confirmed",
        Verdict.BelowHardLimit => "below the limit",
        Verdict.AboveHardLimit => "above the limit",
        Verdict.NotInThisState => "not in this state",
        Verdict.BolusRunning => "a bolus runs",
        Verdict.ReservoirTooLow => "too little in the reservoir",
        Verdict.ReservoirUnknown => "nobody said what is in the reservoir",
        _ => verdict.ToString(),
    };

    /// <summary>"0d 06:12:33": since the start.</summary>
    public static string Elapsed(long ms) => Of($"{ms / 86_400_000}d {TimeSpan.FromMilliseconds(ms):hh\\:mm\\:ss}");

    /// <summary>"140 d", "21 d 13 h", "13 h 20 min", "20 min": how long something lasts, in at most two units.</summary>
    public static string Duration(long ms)
    {
        long minutes = ms / 60_000;
        return minutes >= 144_000 ? Of($"{minutes / 1440} d")
            : minutes >= 1440 ? Of($"{minutes / 1440} d {minutes / 60 % 24} h")
            : minutes >= 60 ? Of($"{minutes / 60} h {minutes % 60} min")
            : Of($"{minutes} min");
    }

    /// <summary>"6 s", "4 min", "2 h", "3 d": the width of a time axis.</summary>
    public static string Span(double seconds) =>
        seconds < 100 ? Of($"{seconds:0} s")
        : seconds < 6_000 ? Of($"{seconds / 60:0} min")
        : seconds < 172_800 ? Of($"{seconds / 3_600:0} h")
        : Of($"{seconds / 86_400:0} d");

    /// <summary>"1.300", or a dash for what is not known.</summary>
    public static string Number(double value, string format) => double.IsNaN(value) ? Unknown : value.ToString(format, CultureInfo.InvariantCulture);

    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
