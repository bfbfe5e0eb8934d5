using System.Collections.Generic;
using System.Linq;
using Haip.ApiGate.Projects;

namespace Haip.ApiGate.Rules;

/// <summary>Everything that the compiler lets pass and the device does not. To add a rule: add a row, a check, and a bad and a good example.</summary>
public static class RuleTable
{
    // Released nanoFramework 1.x, measured on its interpreter: what the metadata processor takes without a word, and what happens then.
    private static readonly Rule[] s_rows =
    [
        new("generic", "the device's runtime has no generics and crashes on them", LanguageChecks.Generics),
        new("multi-dim-array", "the device's runtime crashes on arrays of more than one dimension", LanguageChecks.MultiDimensionalArrays),
        new("default-interface-method", "the device's runtime throws when a method of an interface has a body", LanguageChecks.DefaultInterfaceMethods),
        new("checked", "the device wraps silently where checked arithmetic should throw", NumberChecks.CheckedArithmetic),
        new("float-compare", "on the device NaN is greater than everything, so Core compares integers only", NumberChecks.FloatComparisons),
        new("static-order", "static initialisers all run before Main in an order that the source does not show, so the value may not be there yet", StaticOrder.Reads),
        new("tick-root", "the tick cannot be followed from there; name the new place in the table of roots", Tick.MissingRoots),
        new("tick-text", "text in the tick allocates every time", TickChecks.Text),
        new("tick-foreach", "in the tick only arrays are walked, since an enumerator allocates", TickChecks.Enumerators),
        new("tick-allocation", "the tick must leave the heap as it was", TickChecks.Allocations),
        new("tick-struct", "the device keeps a struct on the heap, and the tick must leave the heap as it was", TickChecks.Structs),
    ];

    public static IEnumerable<string> Ids => s_rows.Select(row => row.Id);

    /// <summary>Applies every rule to the projects' instructions.</summary>
    /// <param name="projects">In dependency order.</param>
    public static IReadOnlyList<Rejection> Judge(IEnumerable<CompiledProject> projects)
    {
        using var firmware = new Firmware(projects);
        return
        [
            .. from row in s_rows
               from finding in row.Check(firmware)
               let place = firmware.Locate(finding)
               select new Rejection(place.File, place.Line, row.Id, $"{finding.What}: {row.Reason}."),
        ];
    }
}
