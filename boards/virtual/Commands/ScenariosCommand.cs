using System.CommandLine;
using Haip.VirtualBoard.Files;
using Spectre.Console;

namespace Haip.VirtualBoard.Commands;

/// <summary>Lists the scenarios that come with the virtual board.</summary>
internal sealed class ScenariosCommand : Command
{
    private const int GapColumns = 2;

    public ScenariosCommand()
        : base("scenarios", "Lists the built-in scenarios") => SetAction(_ => List());

    private static int List()
    {
        Grid grid = new Grid()
            .AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(GapColumns))
            .AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(GapColumns).RightAligned())
            .AddColumn(new GridColumn().PadLeft(0).PadRight(0));

        foreach (Scenario scenario in BuiltInScenarios.All)
        {
            grid.AddRow(new Text(scenario.Name), new Text(NumberText.WithUnit(NumberText.Of(scenario.Days), "d")), new Text(scenario.Description));
        }

        AnsiConsole.Write(grid);
        return CommandLine.Done;
    }
}
