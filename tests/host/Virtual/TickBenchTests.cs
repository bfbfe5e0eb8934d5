using System.Collections.Generic;
using System.Linq;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Benchmarks;
using Xunit;

namespace Haip.HostTests.Virtual;

[Trait("Category", "Virtual")]
public class TickBenchTests
{
    [Fact]
    [Trait("Requirement", "SR-710")]
    public void A_tick_stays_within_its_budget_in_every_state()
    {
        List<TickCost> rows = TickBench.Measure();

        Assert.Equal(["Bolus", "Infusing", "Patency", "SelfTest", "Standby", "Stopped", "Suspended", "all"], rows.ConvertAll(row => row.State));
        Assert.Equal(7, System.Enum.GetValues<PumpState>().Length);
        Assert.All(rows, row => Assert.InRange(row.MeanInstructions, 500, row.State == "all" ? 6_000 : 7_000));
        Assert.All(rows, row => Assert.InRange(row.WorstInstructions, 500, 15_000));
    }

    [Fact]
    [Trait("Requirement", "SR-710")]
    [Trait("Requirement", "SR-804")]
    public void The_radio_costs_hardly_anything_without_a_link_and_comparing_tags_the_same_wherever_they_differ()
    {
        Dictionary<string, TickCost> rows = TickBench.MeasureRadio().ToDictionary(row => row.State);

        Assert.InRange(rows["nobody"].MeanInstructions, 50, 500);
        Assert.InRange(rows["linked"].MeanInstructions, 50, 800);
        Assert.InRange(rows["export"].MeanInstructions, 50, 2_000);
        Assert.All(rows.Values, row => Assert.InRange(row.WorstInstructions, 50, 8_000));

        Assert.Equal((16L, rows["tag same"].WorstInstructions), (rows["tag other"].Ticks, rows["tag other"].WorstInstructions));
        Assert.Equal(rows["tag same"].MeanInstructions, rows["tag other"].MeanInstructions);
    }
}
