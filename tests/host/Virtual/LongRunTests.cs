using System;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Virtual;

[Trait("Category", "Virtual")]
public class LongRunTests
{
    [Fact]
    public void Fourteen_days_bring_no_alarm_and_do_not_grow_in_memory()
    {
        Scenario scenario = BuiltInScenarios.Find("cycle-14-days");
        var simulation = new PumpSimulation(new PlantParameters(), scenario, scenario.Seed);
        simulation.RunTo(86_400);
        long afterOneDay = GC.GetAllocatedBytesForCurrentThread();

        simulation.RunTo(14 * 86_400);

        // What is never allocated cannot pile up: simulation, parts and firmware together.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - afterOneDay, 0, 10_000);
        Assert.Empty(simulation.Recorder.Alarms());
        Assert.InRange(100 * (simulation.Rig.Fluid.DeliveredNl / simulation.Prescription.OrderedNl - 1), -1, 1);
    }
}
