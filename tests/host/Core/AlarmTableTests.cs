using System;
using System.Collections.Generic;
using System.Linq;
using Haip.Core;
using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Safety;
using Haip.Core.SelfTest;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
public class AlarmTableTests
{
    // Of each alarm the smallest thing that must raise it, and nothing else. To add an alarm: a row there, a row here.
    private static readonly Dictionary<AlarmId, Action<Readings, DeliveryStatus>> s_causes = new()
    {
        [AlarmId.FreeFlow] = (r, _) => (r.FlowValid, r.FlowNlPerHour) = (true, 300_001),
        [AlarmId.OverInfusion] = (_, s) => s.OverInfusion = true,
        [AlarmId.MeteringDisagreement] = (_, s) => s.DisagreeingPackets = DeliveryStatus.PacketsToFault,
        [AlarmId.PumpNotPumping] = (_, s) => s.WrongFillPackets = DeliveryStatus.PacketsToFault,
        [AlarmId.ReservoirEmpty] = (_, s) => s.ReservoirGaugePa = -20_000,
        [AlarmId.ChamberSensorLost] = (r, _) => r.ChamberValid = false,
        [AlarmId.PumpDriverLost] = (r, _) => r.PumpDriverValid = false,
        [AlarmId.CatheterOccluded] = (_, s) => s.OccludedPackets = DeliveryStatus.PacketsToOcclusion,
        [AlarmId.CatheterDisconnected] = (_, s) => s.PressureLost = true,
        [AlarmId.AirInLine] = (r, _) => r.AirInLine = true,
        [AlarmId.ChamberLeak] = (_, s) => s.LeakyPackets = DeliveryStatus.PacketsToFault,
        [AlarmId.FlowSensorLost] = (r, _) => r.FlowValid = false,
        [AlarmId.CatheterSensorLost] = (r, _) => r.CatheterValid = false,
        [AlarmId.PulseLost] = (_, s) => s.PulsePa = 100,
        [AlarmId.SecondMeasureLost] = (_, s) => s.UnconfirmedPackets = DeliveryStatus.UnconfirmedToFault,
        [AlarmId.MemoryLost] = (r, _) => r.MemoryValid = false,
        [AlarmId.FuelGaugeLost] = (r, _) => r.BatteryValid = false,
        [AlarmId.ClockLost] = (r, _) => r.ClockValid = false,
        [AlarmId.UnderInfusion] = (_, s) => s.UnderInfusion = true,
        [AlarmId.ReservoirLow] = (_, s) => s.ReservoirNl = Reservoir.ResidualNl + 1_000_000,
        [AlarmId.TemperatureOutOfRange] = (r, _) => r.DrugMilliC = 41_000,
        [AlarmId.AmbientPressureOutOfRange] = (r, _) => r.AmbientPa = 60_000,
        [AlarmId.ReservoirSensorLost] = (r, _) => r.ReservoirValid = false,
        [AlarmId.AmbientSensorLost] = (r, _) => r.AmbientValid = false,
        [AlarmId.TemperatureSensorLost] = (r, _) => r.DrugTemperatureValid = false,
        [AlarmId.BatteryLow] = (r, _) => r.BatteryPermille = 149,
        [AlarmId.SupervisorStopped] = (_, s) => s.Supervision = SupervisorFinding.DayLimit,
        [AlarmId.SelfTestFailed] = (_, s) => s.SelfTest = SelfTestResult.Failed,
        [AlarmId.RecordsDamaged] = (r, _) => r.RecordsDamaged = true,
        [AlarmId.FailedBefore] = (r, _) => r.FailedBefore = true,
        [AlarmId.RepeatedStops] = (_, s) => s.RepeatedStops = true,
        [AlarmId.TherapyWaits] = (_, s) => s.TherapyWaits = true,
        [AlarmId.ReservoirCritical] = (_, s) => s.DryInMs = 23L * 3_600_000,
        [AlarmId.ResidualMismatch] = (_, s) => s.ResidualMismatch = true,
        [AlarmId.CatheterNarrowing] = (_, s) => s.Narrowed = CatheterPatency.Narrowed30,
        [AlarmId.PressureSensorsDisagree] = (_, s) => s.SensorOffsetPa = -4_000,
        [AlarmId.AmbientPressureTooHigh] = (r, _) => r.AmbientPa = 126_000,
        [AlarmId.BoardTooHot] = (r, _) => r.BoardMilliC = 60_000,
        [AlarmId.BoardSensorLost] = (r, _) => r.BoardTemperatureValid = false,
        [AlarmId.BatteryDepleted] = (r, _) => r.BatteryMilliVolts = 3_200,
        [AlarmId.BolusLost] = (_, s) => s.BolusLost = true,
        [AlarmId.ButtonStuck] = (r, _) => r.ButtonDown = true,
        [AlarmId.AirInChamber] = (_, s) => s.ChamberAir = true,
        [AlarmId.MetersDriftApart] = (_, s) => s.MetersApart = true,
    };

    public static TheoryData<AlarmId> Ids => [.. AlarmTable.Rows.Select(row => row.Id)];

    /// <summary>Other ways to raise the same alarm, and the limits from the inside.</summary>
    public static TheoryData<AlarmId, bool, Action<Readings, DeliveryStatus>> Further => new()
    {
        { AlarmId.CatheterOccluded, true, (_, s) => s.BlockedPackets = DeliveryStatus.PacketsToFault },
        { AlarmId.ReservoirEmpty, true, (_, s) => s.ReservoirNl = Reservoir.ResidualNl },
        { AlarmId.ReservoirLow, true, (_, s) => s.DryInMs = 71L * 3_600_000 },
        { AlarmId.TemperatureOutOfRange, true, (r, _) => r.DrugMilliC = 34_000 },
        { AlarmId.AmbientPressureOutOfRange, true, (r, _) => r.AmbientPa = 122_000 },
        { AlarmId.MeteringDisagreement, false, (_, s) => s.DisagreeingPackets = DeliveryStatus.PacketsToFault - 1 },
        { AlarmId.PumpNotPumping, false, (_, s) => s.WrongFillPackets = DeliveryStatus.PacketsToFault - 1 },
        { AlarmId.CatheterOccluded, false, (_, s) => (s.OccludedPackets, s.BlockedPackets) = (DeliveryStatus.PacketsToOcclusion - 1, DeliveryStatus.PacketsToFault - 1) },
        { AlarmId.SecondMeasureLost, false, (_, s) => s.UnconfirmedPackets = DeliveryStatus.UnconfirmedToFault - 1 },
        { AlarmId.ChamberLeak, false, (_, s) => s.LeakyPackets = DeliveryStatus.PacketsToFault - 1 },
        { AlarmId.CatheterNarrowing, true, (_, s) => s.Narrowed = CatheterPatency.Narrowed100 },
        { AlarmId.CatheterNarrowing, false, (_, s) => s.Narrowed = CatheterPatency.Narrowed10 },
        { AlarmId.AirInLine, false, (r, _) => { r.AirInLine = true; r.FlowValid = false; } },
        { AlarmId.CatheterDisconnected, false, (_, s) => { s.PressureLost = true; s.PulseKnown = false; } },
        { AlarmId.PulseLost, true, (_, s) => s.PulseKnown = false },
        { AlarmId.PulseLost, false, (_, s) => { s.PulsePa = 0; s.Delivers = false; } },
        { AlarmId.TemperatureOutOfRange, false, (r, _) => { r.DrugMilliC = 99_000; r.DrugTemperatureValid = false; } },
        { AlarmId.AmbientPressureOutOfRange, false, (r, _) => { r.AmbientPa = 0; r.AmbientValid = false; } },
        { AlarmId.BatteryLow, false, (r, _) => { r.BatteryPermille = 0; r.BatteryValid = false; } },
        { AlarmId.ReservoirEmpty, false, (_, s) => { s.ReservoirNl = 0; s.ReservoirKnown = false; } },
        { AlarmId.ReservoirEmpty, false, (_, s) => { s.ReservoirGaugePa = -90_000; s.ReservoirGaugeKnown = false; } },
        { AlarmId.TemperatureOutOfRange, false, (r, _) => r.DrugMilliC = 36_500 },
        { AlarmId.AmbientPressureOutOfRange, false, (r, _) => r.AmbientPa = 75_000 },
        { AlarmId.AmbientPressureOutOfRange, false, (r, _) => r.AmbientPa = 126_000 },
        { AlarmId.AmbientPressureTooHigh, false, (r, _) => r.AmbientPa = 125_000 },
        { AlarmId.AmbientPressureTooHigh, false, (r, _) => { r.AmbientPa = 126_000; r.AmbientValid = false; } },
        { AlarmId.ReservoirLow, false, (_, s) => s.DryInMs = 73L * 3_600_000 },
        { AlarmId.ReservoirLow, false, (_, s) => s.DryInMs = 23L * 3_600_000 },
        { AlarmId.ReservoirCritical, true, (_, s) => s.ReservoirNl = Reservoir.ResidualNl + 199_999 },
        { AlarmId.ReservoirCritical, false, (_, s) => s.DryInMs = 25L * 3_600_000 },
        { AlarmId.ReservoirCritical, false, (_, s) => { s.DryInMs = 0; s.ReservoirKnown = false; } },
        { AlarmId.BatteryDepleted, true, (r, _) => r.BatteryPermille = 49 },
        { AlarmId.BatteryDepleted, false, (r, _) => { r.BatteryPermille = 50; r.BatteryMilliVolts = 3_300; } },
        { AlarmId.BatteryDepleted, false, (r, _) => { r.BatteryMilliVolts = 0; r.BatteryValid = false; } },
        { AlarmId.BoardTooHot, false, (r, _) => r.BoardMilliC = 55_000 },
        { AlarmId.BoardTooHot, false, (r, _) => { r.BoardMilliC = 90_000; r.BoardTemperatureValid = false; } },
        { AlarmId.PressureSensorsDisagree, true, (_, s) => s.SensorOffsetPa = 4_000 },
        { AlarmId.PressureSensorsDisagree, false, (_, s) => s.SensorOffsetPa = -3_500 },
        { AlarmId.UnderInfusion, true, (_, s) => s.UnderInfusionByFlow = true },
        { AlarmId.ReservoirSensorLost, true, (_, s) => s.ReservoirGaugeKnown = false },
    };

    [Fact]
    public void Every_alarm_has_one_row_and_one_cause_here()
    {
        Assert.Equal(Enum.GetValues<AlarmId>(), AlarmTable.Rows.Select(row => row.Id).Order());
        Assert.Equal(Enum.GetValues<AlarmId>(), s_causes.Keys.Order());
    }

    [Fact]
    public void The_most_urgent_stand_first()
    {
        AlarmPriority[] priorities = [.. AlarmTable.Rows.Select(row => row.Priority)];

        Assert.Equal(priorities.OrderDescending(), priorities);
        Assert.DoesNotContain(AlarmPriority.None, priorities);
    }

    [Fact]
    [Trait("Requirement", "SR-203")]
    public void What_stops_the_pump_is_not_a_low_priority_and_stays_until_seen()
    {
        Assert.All(AlarmTable.Rows.Where(row => row.Response != AlarmResponse.Continue), row =>
        {
            Assert.True(row.Priority > AlarmPriority.Low, row.Id.ToString());
            Assert.True(row.Latched, row.Id.ToString());
        });
    }

    [Theory]
    [Trait("Requirement", "SR-201")]
    [MemberData(nameof(Ids))]
    public void Every_row_tells_people_what_it_is_and_where_it_comes_from(AlarmId id)
    {
        Alarm row = AlarmTable.Rows.Single(r => r.Id == id);

        Assert.True(row.Text.Length > 10 && char.IsUpper(row.Text[0]) && !row.Text.EndsWith('.'));
        Assert.True(row.Why.Length > 10 && !row.Why.EndsWith('.'));
        Assert.NotEmpty(row.Source);
        Assert.Matches("^SR-[0-9]{3}$", row.Requirement);
        Assert.InRange(row.PersistMs, 0, 60_000);
        Assert.Single(AlarmTable.Rows, r => r.Text == row.Text);
    }

    [Theory]
    [Trait("Requirement", "SR-209")]
    [MemberData(nameof(Ids))]
    public void What_halts_or_holds_delivery_escalates_before_an_artery_clots_and_nothing_escalates_beyond_high(AlarmId id)
    {
        Alarm row = AlarmTable.Rows.Single(r => r.Id == id);
        bool mustEscalate = row.Priority == AlarmPriority.Medium && row.Response != AlarmResponse.Continue;

        Assert.True(row.EscalateMinutes == 0 || row.EscalateMinutes is >= 10 and <= 120);
        Assert.True(row.Priority != AlarmPriority.High || row.EscalateMinutes == 0);
        Assert.True(!mustEscalate || row.EscalateMinutes is > 0 and <= 60);
    }

    [Theory]
    [Trait("Requirement", "SR-222")]
    [InlineData(AlarmId.ReservoirLow, AlarmPriority.Low, AlarmResponse.Continue)]
    [InlineData(AlarmId.ReservoirCritical, AlarmPriority.Medium, AlarmResponse.PatencyRate)]
    [InlineData(AlarmId.ReservoirEmpty, AlarmPriority.High, AlarmResponse.Stop)]
    public void A_reservoir_that_runs_dry_is_told_twice_before_it_stops(AlarmId id, AlarmPriority priority, AlarmResponse response) => Does(id, priority, response);

    [Theory]
    [Trait("Requirement", "SR-225")]
    [InlineData(AlarmId.BatteryLow, AlarmPriority.Low, AlarmResponse.Continue)]
    [InlineData(AlarmId.BatteryDepleted, AlarmPriority.Medium, AlarmResponse.PatencyRate)]
    public void A_battery_that_runs_down_is_told_and_then_holds_delivery(AlarmId id, AlarmPriority priority, AlarmResponse response) => Does(id, priority, response);

    [Theory]
    [Trait("Requirement", "SR-224")]
    [InlineData(AlarmId.TemperatureOutOfRange, AlarmPriority.Low, AlarmResponse.Continue)]
    [InlineData(AlarmId.AmbientPressureOutOfRange, AlarmPriority.Low, AlarmResponse.Continue)]
    [InlineData(AlarmId.AmbientPressureTooHigh, AlarmPriority.Medium, AlarmResponse.PatencyRate)]
    public void Surroundings_are_told_and_what_cannot_be_measured_holds_delivery(AlarmId id, AlarmPriority priority, AlarmResponse response) => Does(id, priority, response);

    [Fact]
    [Trait("Requirement", "SR-229")]
    public void A_hot_board_stops() => Does(AlarmId.BoardTooHot, AlarmPriority.Medium, AlarmResponse.Stop);

    [Fact]
    [Trait("Requirement", "SR-230")]
    public void A_button_that_sticks_is_told() => Does(AlarmId.ButtonStuck, AlarmPriority.Low, AlarmResponse.Continue);

    [Fact]
    [Trait("Requirement", "SR-233")]
    public void Two_pressure_sensors_that_drift_apart_are_told() => Does(AlarmId.PressureSensorsDisagree, AlarmPriority.Low, AlarmResponse.Continue);

    [Fact]
    [Trait("Requirement", "SR-202")]
    public void A_healthy_pump_raises_none()
    {
        Assert.Empty(Raised((_, _) => { }));
    }

    [Theory]
    [Trait("Requirement", "SR-202")]
    [Trait("Requirement", "SR-215")]
    [Trait("Requirement", "SR-216")]
    [Trait("Requirement", "SR-218")]
    [Trait("Requirement", "SR-219")]
    [Trait("Requirement", "SR-222")]
    [Trait("Requirement", "SR-224")]
    [Trait("Requirement", "SR-225")]
    [Trait("Requirement", "SR-229")]
    [Trait("Requirement", "SR-230")]
    [Trait("Requirement", "SR-233")]
    [MemberData(nameof(Ids))]
    public void Every_alarm_is_raised_by_its_cause_and_by_nothing_else(AlarmId id)
    {
        Assert.Equal([id], Raised(s_causes[id]));
    }

    [Theory]
    [Trait("Requirement", "SR-202")]
    [MemberData(nameof(Further), DisableDiscoveryEnumeration = true)]
    public void Every_other_cause_counts_and_what_is_within_limits_or_unknown_does_not(AlarmId id, bool raised, Action<Readings, DeliveryStatus> cause)
    {
        Assert.Equal(raised, Raised(cause).Contains(id));
    }

    private static void Does(AlarmId id, AlarmPriority priority, AlarmResponse response)
    {
        Alarm row = AlarmTable.Rows.Single(r => r.Id == id);

        Assert.Equal((priority, response), (row.Priority, row.Response));
    }

    private static List<AlarmId> Raised(Action<Readings, DeliveryStatus> cause)
    {
        var readings = new Readings
        {
            ChamberValid = true,
            CatheterValid = true,
            FlowValid = true,
            ReservoirValid = true,
            AmbientValid = true,
            AmbientPa = 101_325,
            DrugTemperatureValid = true,
            DrugMilliC = 37_000,
            BoardTemperatureValid = true,
            BatteryValid = true,
            BatteryPermille = 800,
            BatteryMilliVolts = 3_900,
            BoardMilliC = 30_000,
            ClockValid = true,
            PumpDriverValid = true,
            MemoryValid = true,
        };
        var status = new DeliveryStatus
        {
            State = PumpState.Infusing,
            Delivers = true,
            SelfTest = SelfTestResult.Passed,
            PulseKnown = true,
            PulsePa = 1_500,
            ReservoirKnown = true,
            ReservoirNl = 20_000_000,
            ReservoirGaugeKnown = true,
            ReservoirGaugePa = 2_000,
            DryInMs = Reservoir.NeverMs,
        };
        cause(readings, status);
        var alarms = new AlarmMonitor(AlarmTable.Rows, new PendingEvents());

        for (int second = 0; second < 120; second++)
        {
            alarms.Update(readings, status, 1_000);
        }

        return [.. AlarmTable.Rows.Select(row => row.Id).Where(alarms.IsRaised)];
    }
}
