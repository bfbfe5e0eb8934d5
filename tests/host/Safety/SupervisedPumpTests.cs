using System.Collections.Generic;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Safety;
using Haip.HostTests.Core;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>The supervisor in the pump: what it finds the controller cannot drive, and people are told.</summary>
[Trait("Category", "Safety")]
public class SupervisedPumpTests
{
    private const int RateNlPerHour = 54_000;

    private readonly SyntheticPump _world = SyntheticPump.Infusing(RateNlPerHour);

    [Theory]
    [Trait("Requirement", "SR-309")]
    [Trait("Requirement", "SR-310")]
    [InlineData(PacketPhase.Fill)]
    [InlineData(PacketPhase.CloseInlet)]
    [InlineData(PacketPhase.Empty)]
    public void A_finding_releases_pump_and_valves_in_the_same_tick_and_stops(PacketPhase phase)
    {
        _world.Run(60);
        Assert.True(_world.RunUntil(() => _world.Status.Phase == phase, 60));
        Assert.True(_world.Outputs.InletOpen || _world.Outputs.OutletOpen || _world.Outputs.PumpRun);

        _world.NowMs -= 120; // time goes back
        _world.Tick();
        Assert.Equal(SupervisorFinding.TimeWrong, _world.Status.Supervision);
        Assert.False(_world.Outputs.InletOpen || _world.Outputs.OutletOpen || _world.Outputs.PumpRun);
        Assert.True(_world.Outputs.KickWatchdog);

        _world.Tick();
        Assert.True(_world.Pump.Alarms.IsRaised(AlarmId.SupervisorStopped));
        Assert.Equal((PumpState.Stopped, AlarmPriority.High), (_world.Status.State, _world.Outputs.Sounding));
        Assert.Contains((EventId.SupervisorStopped, (int)SupervisorFinding.TimeWrong), Events());
    }

    [Fact]
    [Trait("Requirement", "SR-310")]
    public void What_it_took_away_a_person_gets_back_and_nobody_else()
    {
        _world.Run(60);
        _world.NowMs -= 120;
        _world.Run(600);
        Assert.Equal(PumpState.Stopped, _world.Status.State);

        _world.Pump.Resume();
        _world.Run(60);
        Assert.Equal(PumpState.Stopped, _world.Status.State);

        _world.Pump.Acknowledge();
        Assert.Equal((PumpState.Suspended, SupervisorFinding.None), (_world.Status.State, _world.Status.Supervision));
        _world.Run(60);
        _world.Pump.Resume();
        double deliveredNl = _world.DeliveredNl;
        _world.Run(3_600);
        Assert.Equal(PumpState.Infusing, _world.Status.State);
        Assert.InRange(_world.DeliveredNl - deliveredNl, RateNlPerHour * 0.97, RateNlPerHour * 1.03);
    }

    [Fact]
    [Trait("Requirement", "SR-302")]
    [Trait("Requirement", "SR-311")]
    public void Fluid_that_moves_on_ends_the_kicks_whatever_a_person_does()
    {
        _world.Run(60);
        Assert.True(_world.RunUntil(() => _world.Status.Phase == PacketPhase.Rest, 60));
        _world.Distort = readings => readings.FlowNlPerHour = 270_000; // below the controller's own limit

        _world.Run(2);
        Assert.True(_world.Pump.Alarms.IsRaised(AlarmId.SupervisorStopped));
        Assert.False(_world.Outputs.KickWatchdog);

        _world.Distort = null;
        _world.Run(60);
        _world.Pump.Acknowledge();
        _world.Run(1);
        Assert.False(_world.Outputs.KickWatchdog);
        Assert.Equal(PumpState.Stopped, _world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-306")]
    public void Too_little_by_the_supervisors_sum_is_told_and_delivery_goes_on()
    {
        SyntheticPump world = SyntheticPump.Infusing(125_000);
        world.Run(600);
        world.Distort = readings => readings.FlowNlPerHour = (int)(readings.FlowNlPerHour * 0.855); // every packet just within the two measures' tolerance

        Assert.True(world.RunUntil(() => world.Status.UnderInfusionByFlow, 3_600));
        world.Run(1);
        Assert.True(world.Pump.Alarms.IsRaised(AlarmId.UnderInfusion));
        Assert.Equal(PumpState.Infusing, world.Status.State);
    }

    private List<(EventId Id, int First)> Events()
    {
        var events = new List<(EventId Id, int First)>();

        while (_world.Pump.Events.TryPeek(out EventId id, out int first, out _))
        {
            events.Add((id, first));
            _world.Pump.Events.Drop();
        }

        return events;
    }
}
