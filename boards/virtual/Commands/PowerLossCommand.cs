using System;
using System.CommandLine;
using System.Globalization;
using Haip.VirtualBoard.Campaigns.PowerLoss;

namespace Haip.VirtualBoard.Commands;

/// <summary>The power goes at every byte that is ever written.</summary>
internal sealed class PowerLossCommand : Command
{
    private const int MaxSeed = 1_000_000_000;

    private readonly Option<bool> _json = new("--json") { Description = "Prints one JSON object" };
    private readonly Option<string> _out = PathOption.Create("--out", "DIR", "Also writes power-loss.html and power-loss.json into this folder");
    private readonly Option<int?> _seed = NumberOption.CreateWhole("--seed", "N", 0, MaxSeed, "Of all noise; otherwise 1");
    private readonly Option<double?> _days = NumberOption.Create("--days", "D", 0.01, 1, "days", "Less of the day; otherwise all of it");

    public PowerLossCommand()
        : base("power-loss", "Cuts the power at every byte of every write to the memory in a day with orders, boluses and alarms")
    {
        Options.Add(_json);
        Options.Add(_out);
        Options.Add(_seed);
        Options.Add(_days);
        SetAction(Run);
    }

    private int Run(ParseResult parse)
    {
        ReportFolder? folder = parse.GetValue(_out) is string path ? new ReportFolder(path, "power-loss") : null;
        using var interrupt = new Interrupt();
        PowerLossReport? report = RunProgress.Show(
            "power-loss", fraction => PowerLossCampaign.Run(parse.GetValue(_seed) ?? 1, parse.GetValue(_days) ?? 1, fraction, () => interrupt.Happened));

        if (report is null)
        {
            return CommandLine.Complain("interrupted", CommandLine.Interrupted);
        }

        folder?.Write(PowerLossPage.Of(report), report.ToJson());
        Console.Out.WriteLine(parse.GetValue(_json) ? report.ToJson() : Text(report));
        return report.Passed ? CommandLine.Done : CommandLine.Failed;
    }

    private static string Text(PowerLossReport r) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        writes         {r.Writes,10}  of {r.Packets} packets
        cuts           {r.Cuts,10}
        recovered      {r.Recovered,10}
        counted twice  {r.CountedTwice,10}
        uncounted      {r.Uncounted,10}
        events lost    {r.EventsLost,10}

        counted early  {r.CountedBefore,10}  a packet that was about to leave
        alarmed        {r.Alarmed,10}  an order that was half written
        """);
}
