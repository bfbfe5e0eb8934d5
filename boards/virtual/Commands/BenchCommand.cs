using System.CommandLine;
using System.Linq;
using Haip.VirtualBoard.Benchmarks;

namespace Haip.VirtualBoard.Commands;

/// <summary>Measurements of the firmware. To add one: a command below this one.</summary>
internal sealed class BenchCommand : Command
{
    private readonly Option<bool> _json = new("--json") { Description = "Prints one JSON object" };

    public BenchCommand()
        : base("bench", "Measures the firmware")
    {
        var tick = new Command("tick", "Counts the instructions of a tick: what it costs an interpreter") { _json };
        tick.SetAction(parse => TickBench.Run(parse.GetValue(_json)));
        Add(tick);
        Add(new FaultsCommand());
        Add(new PowerLossCommand());
        SetAction(Refuse);
    }

    private int Refuse(ParseResult parse) =>
        throw new BadArgumentException($"bench: what to measure is missing; there is {string.Join(", ", Subcommands.Select(command => command.Name))}");
}
