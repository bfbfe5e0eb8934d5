using System.Globalization;
using System.Linq;
using Spectre.Console;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>A campaign for people at a console.</summary>
internal static class FaultText
{
    private const int FileWidth = 180; // a file has no width, and a case is best found on one line

    public static void Write(FaultReport report, IAnsiConsole console)
    {
        console.Profile.Width = System.Console.IsOutputRedirected ? FileWidth : console.Profile.Width;
        Table parts = Columns("part or place", "cases", "failed", "silent", "slowest alarm", "most extra");

        foreach (IGrouping<string, FaultResult> group in report.Results.GroupBy(result => result.Group))
        {
            double slowest = group.Max(result => result.AfterSeconds ?? 0);
            parts.AddRow(group.Key, Text($"{group.Count()}"), Text($"{group.Count(r => r.Failed)}"), Text($"{group.Count(r => r.Silent)}"), Text($"{slowest:0.0} s"), Text($"{group.Max(r => r.ExtraUl):0.00} uL"));
        }

        console.Write(parts);

        if (report.Failed > 0)
        {
            Table failures = Columns("failed", "fault", "state", "what was wrong", "raised", "after", "extra");

            foreach (FaultResult r in report.Results.Where(result => result.Failed))
            {
                string raised = r.Raised.Length > 0 ? r.Raised : r.Others.Length > 0 ? $"({r.Others})" : "";
                failures.AddRow(r.Group, r.Fault, r.State, r.Why, raised, r.AfterSeconds is double s ? Text($"{s:0.0} s") : "", Text($"{r.ExtraUl:0.00} uL"));
            }

            console.Write(failures);
        }

        ControlAlarmTable.Write(console, report.ControlAlarms);
        console.WriteLine(Text($"{report.Results.Count} cases, {report.Failed} failed, {report.Silent} silent, at most {report.MaxExtraUl:0.00} uL beyond the order"));
        console.WriteLine(Text($"{report.PatientDays} patient-days without a fault, {report.FalseAlarms} false alarms; seed {report.Seed}"));
    }

    private static Table Columns(params string[] names)
    {
        Table table = new Table().Border(TableBorder.Simple);

        foreach (string name in names)
        {
            table.AddColumn(new TableColumn(new Text(name)));
        }

        return table;
    }

    private static string Text(System.FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
