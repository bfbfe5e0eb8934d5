using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Haip.ApiGate.Rules;

/// <summary>Everything that may be executed between one tick and the next: where it begins, and what is called from there.</summary>
internal sealed class Tick
{
    private static readonly TickRoot[] s_roots =
    [
        new("Haip.Core", "Haip.Core.Pump", "Tick"),
        new("Haip.Board", "Haip.Board.ReferenceBoard", "Read"),
        new("Haip.Board", "Haip.Board.ReferenceBoard", "Drive"),
        new("Haip.Board", "Haip.Board.ControlLoop", "Beat"),
    ];

    // What runs in a beat at most once after a start, before anything can be delivered: it may leave something on the heap.
    private static readonly TickRoot[] s_onceAfterStart =
    [
        new("Haip.Core", "Haip.Core.Log.CalibrationSeal", "Holds"), // a memory that did not answer at the start, and does now
    ];

    private readonly Dictionary<MethodDefinition, MethodDefinition?> _callers = [];

    public Tick(Firmware firmware)
    {
        var calls = new Calls(firmware.PumpTypes);
        var waiting = new Queue<MethodDefinition>();
        HashSet<MethodDefinition> once = [.. s_onceAfterStart.SelectMany(end => Find(firmware, end))];

        foreach (MethodDefinition root in s_roots.SelectMany(root => Find(firmware, root)).Distinct())
        {
            _callers.Add(root, null);
            waiting.Enqueue(root);
        }

        while (waiting.TryDequeue(out MethodDefinition? caller))
        {
            foreach (MethodDefinition called in caller.Body.Instructions.SelectMany(calls.Targets))
            {
                if (!once.Contains(called) && _callers.TryAdd(called, caller))
                {
                    waiting.Enqueue(called);
                }
            }
        }
    }

    /// <summary>Every method that may run, each with a body.</summary>
    public IEnumerable<MethodDefinition> Methods => _callers.Keys;

    /// <summary>Roots that are not where the table says: a renamed root would switch off every rule of the tick.</summary>
    public static IEnumerable<Finding> MissingRoots(Firmware firmware) =>
        from root in s_roots
        from module in firmware.Modules
        where module.Assembly.Name.Name == root.Assembly && !Find(firmware, root).Any()
        select new Finding(module.Types.First(type => type.Name != "<Module>"), null, $"{root.Type}.{root.Method} does not exist");

    /// <summary>How a method is reached, from the tick inwards.</summary>
    public string Path(MethodDefinition method)
    {
        var names = new List<string>();

        for (MethodDefinition? link = method; link is not null; link = _callers[link])
        {
            names.Insert(0, $"{link.DeclaringType.Name}.{link.Name}");
        }

        return string.Join(" > ", names);
    }

    private static IEnumerable<MethodDefinition> Find(Firmware firmware, TickRoot root) =>
        firmware.Types.Where(type => type.FullName == root.Type && type.Module.Assembly.Name.Name == root.Assembly)
            .SelectMany(type => type.Methods).Where(method => method.Name == root.Method && method.HasBody);
}
