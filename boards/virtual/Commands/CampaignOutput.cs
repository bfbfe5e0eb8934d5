using System;
using Haip.VirtualBoard.Campaigns;
using Spectre.Console;

namespace Haip.VirtualBoard.Commands;

/// <summary>Shows what a campaign came to.</summary>
internal static class CampaignOutput
{
    private const int FileWidth = 180; // a file has no width, and a row is best found on one line

    /// <returns>The exit code: whether every target is met.</returns>
    public static int Show(ICampaignReport report, ReportFolder? folder, bool json)
    {
        folder?.Write(report.ToHtml(), report.ToJson());

        if (json)
        {
            Console.Out.WriteLine(report.ToJson());
        }
        else
        {
            AnsiConsole.Console.Profile.Width = Console.IsOutputRedirected ? FileWidth : AnsiConsole.Console.Profile.Width;
            report.Write(AnsiConsole.Console);
        }

        return report.Passed ? CommandLine.Done : CommandLine.Failed;
    }
}
