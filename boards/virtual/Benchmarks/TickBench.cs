using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace Haip.VirtualBoard.Benchmarks;

/// <summary>The verbs <c>bench tick</c> and <c>bench radio</c>: what the firmware's tick costs an interpreter, counted and not timed.</summary>
public static class TickBench
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>One row a state, and "all" as the last.</summary>
    public static List<TickCost> Measure()
    {
        SortedDictionary<string, long[]> measured = Measure(typeof(TickProbe));
        List<TickCost> rows = Rows(measured);
        rows.Add(Row("all", measured.Values.Sum(row => row[0]), measured.Values.Sum(row => row[1]), measured.Values.Max(row => row[2])));
        return rows;
    }

    /// <summary>The radio's share of a beat while the pump delivers: nobody there, a link that is told the status, an export of the log; and the comparison of two tags.</summary>
    public static List<TickCost> MeasureRadio() => Rows(Measure(typeof(RadioProbe)));

    public static int Run(bool json) => Print(Measure(), "Executed IL instructions per tick (Core, drivers and board)", json);

    public static int RunRadio(bool json) => Print(MeasureRadio(), "Executed IL instructions of the radio's share of a tick", json);

    private static int Print(List<TickCost> rows, string title, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { unit = "executed IL instructions per tick", states = rows }, s_json));
            return 0;
        }

        Console.WriteLine(title);
        Console.WriteLine();
        Console.WriteLine("state           ticks      mean     worst");

        foreach (TickCost row in rows)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.State,-10}{row.Ticks,11}{row.MeanInstructions,10:F0}{row.WorstInstructions,10}"));
        }

        return 0;
    }

    // In the counting copy, of whose types nothing but the count comes back.
    private static SortedDictionary<string, long[]> Measure(Type probe)
    {
        using InstructionCounter counter = InstructionCounter.Load();
        Func<long> read = () => counter.Value;
        Action reset = () => counter.Value = 0;
        return (SortedDictionary<string, long[]>)counter.Find(probe.FullName!).GetMethod(nameof(Measure))!.Invoke(null, [read, reset])!;
    }

    private static List<TickCost> Rows(SortedDictionary<string, long[]> measured) =>
        [.. measured.Select(state => Row(state.Key, state.Value[0], state.Value[1], state.Value[2]))];

    private static TickCost Row(string state, long ticks, long total, long worst) =>
        new(state, ticks, Math.Round((double)total / ticks, 1), worst);
}
