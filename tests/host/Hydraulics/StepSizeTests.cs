using System.Linq;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Hydraulics;

/// <summary>Steps half as long change nothing that a report says, within the digits given here.</summary>
[Trait("Category", "Virtual")]
public class StepSizeTests
{
    private static RunSummary Run(string name, double days, double stepShare)
    {
        Scenario scenario = BuiltInScenarios.Find(name);
        var simulation = new PumpSimulation(new PlantParameters(), scenario, scenario.Seed, stepShare);
        simulation.RunTo(days * 86_400);
        return RunSummary.Of(simulation, scenario.Name, scenario.Seed, wallSeconds: 0, allocatedBytes: 0);
    }

    [Fact]
    public void A_day_is_the_same_to_two_hundredths_of_a_percent_and_its_trumpet_to_three_tenths()
    {
        RunSummary whole = Run("nominal-day", 1, 1);
        RunSummary half = Run("nominal-day", 1, 0.5);

        Assert.Equal(half.ErrorPercent, whole.ErrorPercent, 0.02);
        Assert.InRange(whole.Packets - half.Packets, -20, 20);

        foreach (int minutes in whole.TrumpetPercent.Keys)
        {
            Assert.Equal(half.TrumpetPercent[minutes][0], whole.TrumpetPercent[minutes][0], minutes == 15 ? 0.3 : 0.1);
            Assert.Equal(half.TrumpetPercent[minutes][1], whole.TrumpetPercent[minutes][1], minutes == 15 ? 0.3 : 0.1);
        }
    }

    [Fact]
    public void An_occlusion_is_told_within_a_packet_of_the_same_moment_and_holds_back_as_much_but_for_a_packet()
    {
        RunSummary whole = Run("occlusion", 0.2, 1);
        RunSummary half = Run("occlusion", 0.2, 0.5);

        Assert.Equal(half.Alarms.Select(alarm => alarm.Id), whole.Alarms.Select(alarm => alarm.Id));
        Assert.All(whole.Alarms.Zip(half.Alarms), pair => Assert.InRange(pair.First.RaisedAtMs - pair.Second.RaisedAtMs, -14_000, 14_000));

        // Steps move packets by milliseconds, so the catheter shuts at another place of a packet: 0.3 uL at most.
        Assert.Equal(half.MaxReleaseUl, whole.MaxReleaseUl, 0.3);
        Assert.Equal(half.MaxMissedUl, whole.MaxMissedUl, 0.3);
    }
}
