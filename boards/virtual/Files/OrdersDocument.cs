using System.Globalization;
using System.Text;
using Haip.Core.Delivery;

namespace Haip.VirtualBoard.Files;

/// <summary>docs/orders.md: the limits of every number in an order, and the states that orders lead to.</summary>
internal static class OrdersDocument
{
    private const string Introduction = """
        # Orders and states

        *Printed by `dotnet run --project boards/virtual -- docs` from `firmware/Core/Delivery/OrderLimits.cs` and
        `PumpTransitions.cs`; edit the tables instead.*

        Outside the hard limits an order is refused, and whatever runs goes on untouched. Outside the usual range a person must
        confirm. 1 mL/day is 41,667 nL/h.

        | number | unit | hard low | usual | hard high | source |
        |---|---|---|---|---|---|

        """;

    private const string States = """

        ## States

        The only transitions. A pair that is not listed changes nothing.

        | from | on | to | because |
        |---|---|---|---|

        """;

    public static string Markdown()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));

        foreach (OrderLimit row in OrderLimits.Rows)
        {
            text.Append($"| {row.Field} | {row.Unit} | {Grouped(row.HardLow)} | {Grouped(row.SoftLow)} to {Grouped(row.SoftHigh)} | {Grouped(row.HardHigh)} | {row.Source} |\n");
        }

        text.Append(States.ReplaceLineEndings("\n"));

        foreach (PumpTransition row in PumpTransitions.Rows)
        {
            text.Append($"| {row.From} | {row.On} | {row.To} | {row.Why} |\n");
        }

        return text.ToString();
    }

    private static string Grouped(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
