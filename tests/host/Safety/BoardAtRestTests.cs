using System;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.Drivers;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>The reference board asks its parts also when nobody needs them: what fails at rest is known before the next packet.</summary>
[Trait("Category", "Safety")]
[Trait("Requirement", "SR-406")]
public class BoardAtRestTests
{
    private const double NoticedSeconds = 3;

    private static readonly byte[] s_deviceReset = [0x02, 0x80];
    private static readonly byte[] s_registers = [0xFF, 0x00];
    private static readonly byte[] s_fromStart = [0x00];

    private readonly PumpSimulation _simulation = new(new PlantParameters(), new Scenario("rest", "", 1, 1, [], []), seed: 1);

    public BoardAtRestTests()
    {
        _simulation.RunTo(90);
        Assert.Equal(PumpState.Standby, _simulation.Pump.Status.State);
        Assert.True(Readings.PumpDriverValid && Readings.MemoryValid);
    }

    private Readings Readings => _simulation.Loop.Readings;

    [Fact]
    [Trait("Requirement", "SR-408")]
    public void A_pump_driver_that_lost_its_configuration_is_noticed_and_set_up_again()
    {
        byte[] configured = Registers();

        // What a dip of its supply does.
        Assert.True(_simulation.Rig.Dose.Write(Drv2667PumpDriver.I2cAddress, s_registers, s_registers.Length));
        Assert.True(_simulation.Rig.Dose.Write(Drv2667PumpDriver.I2cAddress, s_deviceReset, s_deviceReset.Length));
        Assert.NotEqual(configured, Registers());

        Assert.True(RunUntil(noticed: () => Registers().AsSpan().SequenceEqual(configured)));
        _simulation.RunTo(_simulation.Rig.Clock.NowSeconds + 30);
        Assert.True(Readings.PumpDriverValid);
        Assert.Equal(AlarmPriority.None, _simulation.Pump.Alarms.Highest);
    }

    [Fact]
    [Trait("Requirement", "SR-223")]
    public void A_pump_driver_that_falls_silent_is_noticed()
    {
        _simulation.Rig.SetFault(ScenarioPart.Pump, BusFault.Absent);

        Assert.True(RunUntil(noticed: () => !Readings.PumpDriverValid));
        _simulation.RunTo(_simulation.Rig.Clock.NowSeconds + 3);
        Assert.True(_simulation.Pump.Alarms.IsRaised(AlarmId.PumpDriverLost));
    }

    [Fact]
    [Trait("Requirement", "SR-510")]
    public void A_memory_that_falls_silent_is_noticed_although_nothing_is_written()
    {
        _simulation.Rig.SetFault(ScenarioPart.Memory, BusFault.Absent);

        Assert.True(RunUntil(noticed: () => !Readings.MemoryValid));
        _simulation.RunTo(_simulation.Rig.Clock.NowSeconds + 3);
        Assert.True(_simulation.Pump.Alarms.IsRaised(AlarmId.MemoryLost));
    }

    private byte[] Registers()
    {
        var registers = new byte[4];
        Assert.True(_simulation.Rig.Dose.WriteRead(Drv2667PumpDriver.I2cAddress, s_fromStart, s_fromStart.Length, registers, registers.Length));
        return registers;
    }

    private bool RunUntil(Func<bool> noticed)
    {
        for (double end = _simulation.Rig.Clock.NowSeconds + NoticedSeconds; _simulation.Rig.Clock.NowSeconds < end && !noticed();)
        {
            _simulation.Tick();
        }

        return noticed();
    }
}
