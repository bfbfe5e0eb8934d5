using System;
using System.Linq;
using Haip.Core;
using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>The last value that is well and the first that is not, of every row that compares one.</summary>
[Trait("Category", "Core")]
[Trait("Requirement", "SR-202")]
public class AlarmLimitsTests
{
    private const long HourMs = 3_600_000;

    private static readonly AlarmId[] s_momentary = [AlarmId.FailedBefore, AlarmId.BolusLost];

    private static readonly (AlarmId Id, long Well, long Ill, Action<Readings, DeliveryStatus, long> Set)[] s_limits =
    [
        (AlarmId.ReservoirEmpty, -6_000, -6_001, (_, s, v) => { s.ReservoirGaugeKnown = true; s.ReservoirGaugePa = (int)v; }),
        (AlarmId.ReservoirEmpty, 1, 0, (_, s, v) => { s.ReservoirKnown = true; s.ReservoirNl = Reservoir.ResidualNl + v; }),
        (AlarmId.ReservoirLow, 2_000_000, 1_999_999, (_, s, v) => Hold(s, v, Reservoir.NeverMs)),
        (AlarmId.ReservoirLow, 72 * HourMs, (72 * HourMs) - 1, (_, s, v) => Hold(s, 20_000_000, v)),
        (AlarmId.ReservoirLow, 199_999, 200_000, (_, s, v) => Hold(s, v, Reservoir.NeverMs)),
        (AlarmId.ReservoirLow, (24 * HourMs) - 1, 24 * HourMs, (_, s, v) => Hold(s, 20_000_000, v)),
        (AlarmId.ReservoirCritical, 200_000, 199_999, (_, s, v) => Hold(s, v, Reservoir.NeverMs)),
        (AlarmId.ReservoirCritical, 24 * HourMs, (24 * HourMs) - 1, (_, s, v) => Hold(s, 20_000_000, v)),
        (AlarmId.TemperatureOutOfRange, 35_000, 34_999, (r, _, v) => { r.DrugTemperatureValid = true; r.DrugMilliC = (int)v; }),
        (AlarmId.TemperatureOutOfRange, 39_000, 39_001, (r, _, v) => { r.DrugTemperatureValid = true; r.DrugMilliC = (int)v; }),
        (AlarmId.BoardTooHot, 55_000, 55_001, (r, _, v) => { r.BoardTemperatureValid = true; r.BoardMilliC = (int)v; }),
        (AlarmId.AmbientPressureOutOfRange, 70_000, 69_999, (r, _, v) => { r.AmbientValid = true; r.AmbientPa = (int)v; }),
        (AlarmId.AmbientPressureOutOfRange, 120_000, 120_001, (r, _, v) => { r.AmbientValid = true; r.AmbientPa = (int)v; }),
        (AlarmId.AmbientPressureOutOfRange, 125_001, 125_000, (r, _, v) => { r.AmbientValid = true; r.AmbientPa = (int)v; }),
        (AlarmId.AmbientPressureTooHigh, 125_000, 125_001, (r, _, v) => { r.AmbientValid = true; r.AmbientPa = (int)v; }),
        (AlarmId.PressureSensorsDisagree, 3_500, 3_501, (_, s, v) => s.SensorOffsetPa = (int)v),
        (AlarmId.PressureSensorsDisagree, -3_500, -3_501, (_, s, v) => s.SensorOffsetPa = (int)v),
        (AlarmId.BatteryLow, 150, 149, (r, _, v) => { r.BatteryValid = true; r.BatteryPermille = (int)v; }),
        (AlarmId.BatteryDepleted, 50, 49, (r, _, v) => { r.BatteryValid = true; r.BatteryMilliVolts = 3_300; r.BatteryPermille = (int)v; }),
        (AlarmId.BatteryDepleted, 3_300, 3_299, (r, _, v) => { r.BatteryValid = true; r.BatteryMilliVolts = (int)v; r.BatteryPermille = 50; }),
        (AlarmId.PulseLost, CatheterMonitor.NoPulsePa, CatheterMonitor.NoPulsePa - 1, (_, s, v) => { s.Delivers = s.PulseKnown = true; s.PulsePa = (int)v; }),
        (AlarmId.MeteringDisagreement, 2, 3, (_, s, v) => s.DisagreeingPackets = (int)v),
        (AlarmId.PumpNotPumping, 2, 3, (_, s, v) => s.WrongFillPackets = (int)v),
        (AlarmId.CatheterOccluded, 1, 2, (_, s, v) => s.OccludedPackets = (int)v),
        (AlarmId.CatheterOccluded, 2, 3, (_, s, v) => s.BlockedPackets = (int)v),
        (AlarmId.ChamberLeak, 2, 3, (_, s, v) => s.LeakyPackets = (int)v),
        (AlarmId.SecondMeasureLost, 4, 5, (_, s, v) => s.UnconfirmedPackets = (int)v),
    ];

    [Fact]
    public void An_alarm_begins_right_beyond_its_limit()
    {
        Assert.All(s_limits, limit =>
        {
            Assert.False(Says(limit.Id, (r, s) => limit.Set(r, s, limit.Well)));
            Assert.True(Says(limit.Id, (r, s) => limit.Set(r, s, limit.Ill)));
        });
    }

    [Fact]
    public void What_is_not_known_has_no_limit()
    {
        AlarmId[] measured =
        [
            AlarmId.TemperatureOutOfRange, AlarmId.BoardTooHot, AlarmId.AmbientPressureOutOfRange, AlarmId.AmbientPressureTooHigh, AlarmId.BatteryLow, AlarmId.BatteryDepleted,
        ];

        Assert.All(s_limits.Where(limit => measured.Contains(limit.Id)), limit => Assert.False(Says(limit.Id, (r, s) =>
        {
            limit.Set(r, s, limit.Ill);
            r.DrugTemperatureValid = r.BoardTemperatureValid = r.AmbientValid = r.BatteryValid = false;
        })));
        Assert.False(Says(AlarmId.ReservoirEmpty, (_, s) => s.ReservoirGaugePa = -90_000));
        Assert.False(Says(AlarmId.AirInLine, (r, _) => r.AirInLine = true));
        Assert.False(Says(AlarmId.CatheterDisconnected, (_, s) => s.PressureLost = true));
    }

    [Fact]
    public void A_pulse_is_missed_only_while_something_is_delivered_through_it()
    {
        Assert.False(Says(AlarmId.PulseLost, (_, s) => s.PulsePa = 0));
        Assert.True(Says(AlarmId.PulseLost, (_, s) => { s.Delivers = true; s.PulsePa = 2_000; }));
    }

    [Fact]
    public void Too_little_is_told_by_either_measure()
    {
        Assert.False(Says(AlarmId.UnderInfusion, (_, _) => { }));
        Assert.True(Says(AlarmId.UnderInfusion, (_, s) => s.UnderInfusion = true));
        Assert.True(Says(AlarmId.UnderInfusion, (_, s) => s.UnderInfusionByFlow = true));
    }

    [Fact]
    public void A_reservoir_that_nobody_filled_is_neither_low_nor_empty()
    {
        AlarmId[] ids = [AlarmId.ReservoirLow, AlarmId.ReservoirCritical, AlarmId.ReservoirEmpty];

        Assert.All(ids, id => Assert.False(Says(id, (_, _) => { })));
    }

    [Fact]
    public void A_gauge_that_only_lacks_the_air_pressure_does_not_blame_the_reservoirs_sensor()
    {
        Assert.False(Says(AlarmId.ReservoirSensorLost, (r, _) => r.ReservoirValid = true));
        Assert.True(Says(AlarmId.ReservoirSensorLost, (r, _) => r.ReservoirValid = r.AmbientValid = true));
    }

    [Fact]
    [Trait("Requirement", "SR-203")]
    public void What_only_tells_goes_with_its_cause_unless_the_cause_was_a_moment()
    {
        Assert.Equal(
            s_momentary.Order(),
            AlarmTable.Rows.Where(row => row.Response == AlarmResponse.Continue && row.Latched).Select(row => row.Id).Order());
    }

    private static bool Says(AlarmId id, Action<Readings, DeliveryStatus> set)
    {
        var readings = new Readings();
        var status = new DeliveryStatus();
        set(readings, status);
        return AlarmTable.Rows.Single(row => row.Id == id).Condition(readings, status);
    }

    private static void Hold(DeliveryStatus status, long deliverableNl, long dryInMs)
    {
        status.ReservoirKnown = true;
        status.ReservoirNl = Reservoir.ResidualNl + deliverableNl;
        status.DryInMs = dryInMs;
    }
}
