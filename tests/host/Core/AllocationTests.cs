using System;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>On the device every allocation ends in a collection that stops the world; the loop must not cause one.</summary>
[Trait("Category", "Core")]
public class AllocationTests
{
    private const int HourSeconds = 3_600;
    private const int WarmUpSeconds = 300;

    private readonly PumpSimulation _simulation = new(new PlantParameters(), new Scenario("allocation", "", 1, 1, [], []), seed: 1);

    public static TheoryData<PumpState> States => new(Array.FindAll(Enum.GetValues<PumpState>(), state => state != PumpState.SelfTest));

    public static TheoryData<ScenarioPart> Parts => new(Array.FindAll(Enum.GetValues<ScenarioPart>(), part => part != ScenarioPart.None));

    [Theory]
    [Trait("Requirement", "SR-710")]
    [MemberData(nameof(States))]
    public void An_hour_in_every_state_allocates_nothing(PumpState state)
    {
        Bring(state);

        long packets = _simulation.Pump.Status.PacketCount;
        Assert.Equal(0, BytesInAnHour());

        Assert.Equal(state, _simulation.Pump.Status.State);
        Assert.Equal(PumpTransitions.Delivers(state), _simulation.Pump.Status.PacketCount > packets + 20);
    }

    [Fact]
    public void The_self_test_allocates_nothing()
    {
        Pass(60); // what is made once is made
        _simulation.SetPower(false);
        _simulation.SetPower(true);
        var probe = new AllocationProbe();
        _simulation.Probe = probe;
        Pass(15);

        Assert.Equal(PumpState.SelfTest, _simulation.Pump.Status.State);
        Assert.Equal(0, probe.AllocatedBytes);
    }

    [Theory]
    [Trait("Requirement", "SR-710")]
    [MemberData(nameof(Parts))]
    public void An_hour_without_a_part_allocates_nothing(ScenarioPart part)
    {
        Bring(PumpState.Infusing);
        _simulation.Rig.SetFault(part, Haip.VirtualBoard.Bus.BusFault.Absent);
        Pass(WarmUpSeconds);

        Assert.Equal(0, BytesInAnHour());
    }

    private void Bring(PumpState state)
    {
        Pass(60);

        if (state == PumpState.Bolus)
        {
            Assert.Equal(Verdict.Accepted, _simulation.Person.StartBolus(volumeMl: 2, mlPerDay: 14));
        }
        else if (state != PumpState.Standby)
        {
            Assert.Equal(Verdict.Accepted, _simulation.Person.StartTherapy(mlPerDay: 1.3, days: state == PumpState.Patency ? 1.0 / 24 : 14));
            Pass(WarmUpSeconds);
        }

        if (state == PumpState.Patency)
        {
            Pass(HourSeconds);
        }
        else if (state == PumpState.Suspended)
        {
            _simulation.Person.Suspend();
        }
        else if (state == PumpState.Stopped)
        {
            _simulation.Rig.AirAtSensor = true;
        }

        Pass(WarmUpSeconds);
        Assert.Equal(state, _simulation.Pump.Status.State);
    }

    private long BytesInAnHour()
    {
        var probe = new AllocationProbe();
        _simulation.Probe = probe;
        Pass(HourSeconds);
        return probe.AllocatedBytes;
    }

    private void Pass(double seconds) => _simulation.RunTo(_simulation.Rig.Clock.NowSeconds + seconds);
}
