using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
[Trait("Requirement", "SR-236")]
public class BolusShortfallTests
{
    private readonly BolusShortfall _shortfall = new();
    private readonly DeliveryStatus _status = new() { Delivers = true, OrderedNl = 7_000, MissedNl = 900 };

    [Theory]
    [InlineData(5_001, true)]
    [InlineData(5_000, false)]
    [InlineData(0, false)]
    public void A_bolus_of_which_more_than_a_tenth_was_missed_ends_short(long missedNl, bool expected)
    {
        Assert.False(_shortfall.Take(true, _status));
        _status.OrderedNl += 50_000;
        _status.MissedNl += missedNl;
        Assert.False(_shortfall.Take(true, _status));

        Assert.Equal(expected, _shortfall.Take(false, _status));
        Assert.False(_shortfall.Take(false, _status));
    }

    [Fact]
    public void A_bolus_that_was_halted_is_told_by_its_halt()
    {
        _shortfall.Take(true, _status);
        _status.OrderedNl += 50_000;
        _status.MissedNl += 50_000;
        _status.Delivers = false;

        Assert.False(_shortfall.Take(false, _status));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(8, true)]
    public void Five_minutes_of_drug_too_thick_for_the_pump_do_not_end_in_silence(double relativeViscosity, bool expected)
    {
        var simulation = new PumpSimulation(new PlantParameters { RelativeViscosity = relativeViscosity }, new Scenario("bolus", "", 1, 1, [], []), seed: 1);
        simulation.RunTo(120);
        Assert.Equal(Verdict.Accepted, simulation.Person.StartBolus(0.05, 14.4));
        simulation.RunTo(120 + 480);

        Assert.Equal(PumpState.Standby, simulation.Pump.Status.State);
        Assert.Equal(expected, simulation.Recorder.Alarms().Any(alarm => alarm.Id == nameof(AlarmId.BolusLost)));
    }
}
