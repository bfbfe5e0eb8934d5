using System;
using System.Collections.Generic;
using System.CommandLine;
using Haip.VirtualBoard.Campaigns;

namespace Haip.VirtualBoard.Commands;

/// <summary>A campaign over the population, or a part of it.</summary>
internal sealed class PopulationCommand<TResult> : Command
{
    private const int MaxSeed = 1_000_000_000;
    private const int MaxPatients = 10_000_000;
    private const int MaxPatientDays = 10_000_000;
    private const double UsualSpeed = 40_000;   // times real time on one core: for the estimate that is printed
    private const double MinutesPerDay = 1_440;

    private readonly PopulationCampaign<TResult> _campaign;
    private readonly int _usualPatients;
    private readonly int _usualDays;
    private readonly Option<bool> _json = new("--json") { Description = "Prints one JSON object" };
    private readonly Option<string> _out;
    private readonly Option<int?> _patients;
    private readonly Option<int?> _days;
    private readonly Option<int?> _seed = NumberOption.CreateWhole("--seed", "N", 0, MaxSeed, "Of patients and noise; otherwise 1");
    private readonly Option<bool> _tuning = new("--tuning") { Description = "The half of the population that the firmware may be tuned with, which proves nothing" };
    private readonly Option<string> _only = PathOption.Create("--only", "TEXT", "Only courses or cases whose name contains this");
    private readonly Option<string> _shard = ShardOption.Create();

    /// <param name="usualDays">Days without a fault; 0 for a campaign that knows none.</param>
    public PopulationCommand(PopulationCampaign<TResult> campaign, string description, int usualPatients, int usualDays)
        : base(campaign.Name, description)
    {
        _campaign = campaign;
        _usualPatients = usualPatients;
        _usualDays = usualDays;
        _patients = NumberOption.CreateWhole("--patients", "N", 1, MaxPatients, $"So many patients; otherwise {usualPatients}");
        _days = NumberOption.CreateWhole("--patient-days", "D", 0, MaxPatientDays, $"Fault-free days, rounded up to whole patients of 5 days; otherwise {usualDays}");
        _out = PathOption.Create("--out", "DIR", $"Also writes {Name}.html and {Name}.json into this folder; of a part, the file that merge joins");
        Options.Add(_patients);
        Options.Add(_seed);
        Options.Add(_shard);
        Options.Add(_tuning);
        Options.Add(_only);
        Options.Add(_out);
        Options.Add(_json);

        if (usualDays > 0)
        {
            Options.Add(_days);
        }

        SetAction(Run);
    }

    private int Run(ParseResult parse)
    {
        CampaignShard shard = ShardOption.Parse(parse.GetValue(_shard));
        string only = parse.GetValue(_only) ?? "";
        int days = _usualDays == 0 ? 0 : parse.GetValue(_days) ?? (only.Length == 0 ? _usualDays : 0);
        var setup = CampaignSetup.Of(Name, parse.GetValue(_patients) ?? _usualPatients, parse.GetValue(_seed) ?? 1, parse.GetValue(_tuning), days, only);
        string? path = parse.GetValue(_out);
        ReportFolder? folder = path is not null && shard.IsWhole ? new ReportFolder(path, Name) : null;
        string? partPath = path is not null && !shard.IsWhole ? PartFolder.Prepare(path, PartFile.Name(Name, shard)) : null;
        Announce(_campaign.PatientDays(setup, shard));

        using var interrupt = new Interrupt();
        IReadOnlyList<TResult>? results = RunProgress.Show(Name, fraction => _campaign.Run(setup, shard, fraction, () => interrupt.Happened));

        if (results is null)
        {
            return CommandLine.Complain("interrupted", CommandLine.Interrupted);
        }

        if (partPath is not null)
        {
            PartFile.Write(partPath, setup, shard, results);
        }

        int exitCode = CampaignOutput.Show(_campaign.Report(setup, results), folder, parse.GetValue(_json));

        // A part is not judged: 95 of 100 of a few patients say nothing about all of them.
        return shard.IsWhole ? exitCode : CommandLine.Done;
    }

    private void Announce(double patientDays)
    {
        double minutes = patientDays * MinutesPerDay / UsualSpeed / Environment.ProcessorCount;
        Console.Error.WriteLine(FormattableString.Invariant($"{Name}: {patientDays:0.#} patient-days, about {minutes:0.#} min on {Environment.ProcessorCount} cores at {UsualSpeed:0} times real time each"));
    }
}
