using System.CommandLine;
using Haip.VirtualBoard.Campaigns;

namespace Haip.VirtualBoard.Commands;

/// <summary>Joins the parts of a campaign into the report that one run would have given.</summary>
internal sealed class MergeCommand : Command
{
    private readonly Argument<string[]> _parts = new("FILE|DIR")
    {
        Description = "The files that --shard wrote, or folders that hold them: all parts of one campaign",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Prints one JSON object" };
    private readonly Option<string> _out = PathOption.Create("--out", "DIR", "Also writes the report's page and JSON into this folder");

    public MergeCommand()
        : base("merge", "Joins the parts of a campaign into the report that one run would have given")
    {
        Arguments.Add(_parts);
        Options.Add(_out);
        Options.Add(_json);
        SetAction(Run);
    }

    private int Run(ParseResult parse)
    {
        ICampaignReport report = CampaignParts.Join(parse.GetRequiredValue(_parts));
        ReportFolder? folder = parse.GetValue(_out) is string path ? new ReportFolder(path, report.Name) : null;
        return CampaignOutput.Show(report, folder, parse.GetValue(_json));
    }
}
