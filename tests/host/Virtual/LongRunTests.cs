using System;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Virtual;

[Trait("Category", "Virtual")]
[Collection(RunsAlone.Name)]
public class LongRunTests
{
    [Fact]
    public void Fourteen_days_bring_no_alarm_and_do_not_grow_in_memory()
    {
        Scenario scenario = BuiltInScenarios.Find("cycle-14-days");
        var simulation = new PumpSimulation(new PlantParameters(), scenario, scenario.Seed);
        simulation.RunTo(86_400);
        long afterOneDay = GC.GetTotalMemory(forceFullCollection: true);

        simulation.RunTo(14 * 86_400);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - afterOneDay, long.MinValue, 100_000);
        Assert.Empty(simulation.Recorder.Alarms());
        Assert.InRange(100 * (simulation.Rig.Fluid.DeliveredNl / simulation.Prescription.OrderedNl - 1), -1, 1);
    }
}
