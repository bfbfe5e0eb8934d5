using System;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.HostTests.Core;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>What runs out, surrounds the pump or leans on it: told in time, and delivery does what the alarm's row says.</summary>
[Trait("Category", "Safety")]
public class AlarmActionTests
{
    private const int RateNlPerHour = 54_000;

    private readonly SyntheticPump _world = SyntheticPump.Infusing(RateNlPerHour);

    /// <summary>What is so, the alarm, the seconds before it, and what delivery does then.</summary>
    public static TheoryData<AlarmId, double, PumpState, Action<Readings>> Causes => new()
    {
        { AlarmId.BoardTooHot, 30, PumpState.Stopped, r => r.BoardMilliC += 19_000 },
        { AlarmId.BatteryLow, 30, PumpState.Infusing, r => r.BatteryPermille = 149 },
        { AlarmId.BatteryDepleted, 30, PumpState.Patency, r => r.BatteryPermille = 49 },
        { AlarmId.BatteryDepleted, 30, PumpState.Patency, r => r.BatteryMilliVolts = 3_299 },
        { AlarmId.AmbientPressureOutOfRange, 30, PumpState.Infusing, r => r.AmbientPa = r.ReservoirPa += 20_000 },
        { AlarmId.AmbientPressureTooHigh, 30, PumpState.Patency, r => r.AmbientPa = r.ReservoirPa += 24_000 },
        { AlarmId.TemperatureOutOfRange, 30, PumpState.Infusing, r => r.DrugMilliC += 3_000 },
        { AlarmId.ButtonStuck, 60, PumpState.Suspended, r => r.ButtonDown = true }, // which a person may have held to halt
        { AlarmId.MemoryLost, 2, PumpState.Patency, r => r.MemoryValid = false },
        { AlarmId.FailedBefore, 0, PumpState.Infusing, r => r.FailedBefore = true },
        { AlarmId.RecordsDamaged, 0, PumpState.Stopped, r => r.RecordsDamaged = true },
    };

    [Theory]
    [Trait("Requirement", "SR-224")]
    [Trait("Requirement", "SR-225")]
    [Trait("Requirement", "SR-229")]
    [Trait("Requirement", "SR-230")]
    [MemberData(nameof(Causes), DisableDiscoveryEnumeration = true)]
    public void It_is_told_after_its_delay_and_delivery_does_what_its_row_says(AlarmId alarm, double delaySeconds, PumpState state, Action<Readings> cause)
    {
        _world.Run(120);
        _world.Distort = cause;

        _world.Run(delaySeconds - 1);
        Assert.False(_world.Pump.Alarms.IsRaised(alarm));
        _world.Run(2);
        Assert.True(_world.Pump.Alarms.IsRaised(alarm));
        Assert.Equal(state, _world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-222")]
    public void Less_than_three_days_is_told_and_less_than_one_holds_delivery()
    {
        _world.Pump.Refill(2_000_000 + (71 * RateNlPerHour), confirmed: true);
        _world.Run(5);
        Assert.True(_world.Pump.Alarms.IsRaised(AlarmId.ReservoirLow));
        Assert.Equal(PumpState.Infusing, _world.Status.State);

        _world.Pump.Refill(2_000_000 + (23 * RateNlPerHour), confirmed: true);
        _world.Run(5);
        Assert.True(_world.Pump.Alarms.IsRaised(AlarmId.ReservoirCritical));
        Assert.Equal(PumpState.Patency, _world.Status.State);

        _world.Pump.Acknowledge();
        _world.Pump.Resume();
        _world.Run(5);
        Assert.Equal(PumpState.Patency, _world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-233")]
    public void A_catheter_sensor_that_has_drifted_is_told_and_the_dose_stays()
    {
        _world.Run(600);
        long beganMs = _world.NowMs;
        _world.Distort = readings => readings.CatheterPa -= (int)Math.Min(4_500, (_world.NowMs - beganMs) / 1_000); // 1 Pa a second
        Assert.True(_world.RunUntil(() => _world.Pump.Alarms.IsRaised(AlarmId.PressureSensorsDisagree), 6_000), $"{_world.Status.State} {_world.Status.SensorOffsetPa}");
        double deliveredNl = _world.DeliveredNl;

        _world.Run(3_600);

        Assert.Equal(PumpState.Infusing, _world.Status.State);
        Assert.InRange(_world.DeliveredNl - deliveredNl, RateNlPerHour * 0.97, RateNlPerHour * 1.03);
    }
}
