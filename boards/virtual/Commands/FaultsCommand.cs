using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Haip.VirtualBoard.Campaigns;
using Haip.VirtualBoard.Campaigns.Faults;
using Spectre.Console;

namespace Haip.VirtualBoard.Commands;

/// <summary>Every fault in every state, and patients without any.</summary>
internal sealed class FaultsCommand : Command
{
    private const int MaxSeed = 1_000_000_000;
    private const int UsualPatientDays = 105;
    private const int MaxPatientDays = 100_000;

    private readonly Option<bool> _json = new("--json") { Description = "Prints one JSON object" };
    private readonly Option<string> _out = PathOption.Create("--out", "DIR", "Also writes faults.html and faults.json into this folder");
    private readonly Option<int?> _seed = NumberOption.CreateWhole("--seed", "N", 0, MaxSeed, "Of all noise; otherwise 1");
    private readonly Option<int?> _days = NumberOption.CreateWhole("--patient-days", "D", 0, MaxPatientDays, "Fault-free control runs, rounded up to whole patients of 5 days; otherwise 105");
    private readonly Option<string> _only = PathOption.Create("--only", "TEXT", "Only cases whose part, fault or state contains this");
    private readonly Option<string> _shard = ShardOption.Create();

    public FaultsCommand()
        : base("faults", "Every part and every fault in every state of the pump, and patients without a fault")
    {
        Options.Add(_json);
        Options.Add(_out);
        Options.Add(_seed);
        Options.Add(_days);
        Options.Add(_only);
        Options.Add(_shard);
        SetAction(Run);
    }

    private int Run(ParseResult parse)
    {
        CampaignShard shard = ShardOption.Parse(parse.GetValue(_shard));
        string only = parse.GetValue(_only) ?? "";
        int days = parse.GetValue(_days) ?? (only.Length == 0 ? UsualPatientDays : 0);
        List<FaultCase> cases = [.. FaultTable.Cases.Where(@case => @case.Name.Contains(only, StringComparison.OrdinalIgnoreCase) && @case.Number % shard.Count == shard.Index)];
        List<int> patients = [.. shard.Of((days + ControlPatients.DaysEach - 1) / ControlPatients.DaysEach)];
        ReportFolder? folder = parse.GetValue(_out) is string path ? new ReportFolder(path, "faults") : null;

        using var interrupt = new Interrupt();
        FaultReport? report = RunProgress.Show("faults", fraction => FaultCampaign.Run(cases, patients, parse.GetValue(_seed) ?? 1, fraction, () => interrupt.Happened));

        if (report is null)
        {
            return CommandLine.Complain("interrupted", CommandLine.Interrupted);
        }

        folder?.Write(FaultPage.Of(report), report.ToJson());

        if (parse.GetValue(_json))
        {
            Console.Out.WriteLine(report.ToJson());
        }
        else
        {
            FaultText.Write(report, AnsiConsole.Console);
        }

        return report.Passed ? CommandLine.Done : CommandLine.Failed;
    }
}
