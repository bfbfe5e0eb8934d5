using Spectre.Console;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>What a campaign came to, for everybody who asks.</summary>
internal interface ICampaignReport
{
    /// <summary>The command below bench, and the name of its files.</summary>
    string Name { get; }

    /// <summary>Every target is met.</summary>
    bool Passed { get; }

    string ToJson();

    string ToHtml();

    void Write(IAnsiConsole console);
}
