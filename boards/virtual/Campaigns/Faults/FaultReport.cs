using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>What a campaign came to. Property names are fields of <c>bench faults --json</c>.</summary>
public sealed record FaultReport(int Seed, IReadOnlyList<FaultResult> Results, IReadOnlyList<ControlAlarm> ControlAlarms, int PatientDays)
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    public int Failed => Results.Count(result => result.Failed);

    public int Silent => Results.Count(result => result.Silent);

    public int FalseAlarms => ControlAlarms.Count;

    public double MaxExtraUl => Results.Select(result => result.ExtraUl).DefaultIfEmpty().Max();

    /// <summary>Nothing failed, and no pump without a fault gave an alarm.</summary>
    public bool Passed => Failed == 0 && FalseAlarms == 0;

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            cases = Results.Count,
            failed = Failed,
            silent = Silent,
            falseAlarms = FalseAlarms,
            maxExtraUl = MaxExtraUl,
            patientDays = PatientDays,
            seed = Seed,
            failures = Results.Where(result => result.Failed),
            controlAlarms = ControlAlarms,
        },
        s_json);
}
