using System.CommandLine;
using System.Linq;
using Haip.VirtualBoard.Benchmarks;
using Haip.VirtualBoard.Campaigns;
using Haip.VirtualBoard.Campaigns.Accuracy;
using Haip.VirtualBoard.Campaigns.Occlusion;

namespace Haip.VirtualBoard.Commands;

/// <summary>Measurements of the firmware. To add one: a command below this one.</summary>
internal sealed class BenchCommand : Command
{
    private const int UsualPatients = 1_000;
    private const int UsualCatheters = 200;
    private const int UsualPatientDays = 1_000;

    private readonly Option<bool> _json = new("--json") { Description = "Prints one JSON object" };

    public BenchCommand()
        : base("bench", "Measures the firmware")
    {
        var tick = new Command("tick", "Counts the instructions of a tick: what it costs an interpreter") { _json };
        tick.SetAction(parse => TickBench.Run(parse.GetValue(_json)));
        Add(tick);
        var radio = new Command("radio", "Counts the instructions of the radio's share of a tick") { _json };
        radio.SetAction(parse => TickBench.RunRadio(parse.GetValue(_json)));
        Add(radio);
        Add(new PopulationCommand<AccuracyResult>(PopulationCampaigns.Accuracy, "What many patients get against what was ordered: volume, trumpet curves, start, bolus, fever, ascent, other pumps", UsualPatients, 0));
        Add(new PopulationCommand<OcclusionResult>(PopulationCampaigns.Occlusion, "Catheters of many patients that close, narrow or slip out, and days without a fault", UsualCatheters, UsualPatientDays));
        Add(new MergeCommand());
        Add(new FaultsCommand());
        Add(new PowerLossCommand());
        SetAction(Refuse);
    }

    private int Refuse(ParseResult parse) =>
        throw new BadArgumentException($"bench: what to measure is missing; there is {string.Join(", ", Subcommands.Select(command => command.Name))}");
}
