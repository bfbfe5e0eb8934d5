using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace Haip.VirtualBoard.Benchmarks;

/// <summary>The verb <c>bench tick</c>: what the firmware's tick costs an interpreter, counted and not timed.</summary>
public static class TickBench
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>One row a state, and "all" as the last.</summary>
    public static List<TickCost> Measure()
    {
        using InstructionCounter counter = InstructionCounter.Load();
        Func<long> read = () => counter.Value;
        Action reset = () => counter.Value = 0;
        object measured = counter.Find(typeof(TickProbe).FullName!).GetMethod(nameof(TickProbe.Measure))!.Invoke(null, [read, reset])!;

        List<TickCost> rows = [.. ((SortedDictionary<string, long[]>)measured).Select(state => Row(state.Key, state.Value[0], state.Value[1], state.Value[2]))];
        var all = ((SortedDictionary<string, long[]>)measured).Values;
        rows.Add(Row("all", all.Sum(row => row[0]), all.Sum(row => row[1]), all.Max(row => row[2])));
        return rows;
    }

    public static int Run(bool json)
    {
        List<TickCost> rows = Measure();

        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { unit = "executed IL instructions per tick", states = rows }, s_json));
            return 0;
        }

        Console.WriteLine("Executed IL instructions per tick (Core, drivers and board)");
        Console.WriteLine();
        Console.WriteLine("state           ticks      mean     worst");

        foreach (TickCost row in rows)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.State,-10}{row.Ticks,11}{row.MeanInstructions,10:F0}{row.WorstInstructions,10}"));
        }

        return 0;
    }

    private static TickCost Row(string state, long ticks, long total, long worst) =>
        new(state, ticks, Math.Round((double)total / ticks, 1), worst);
}
