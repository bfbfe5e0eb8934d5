using System.Collections.Generic;
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
}
