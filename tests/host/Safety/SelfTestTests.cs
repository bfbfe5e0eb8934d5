using System;
using System.Collections.Generic;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.Core.SelfTest;
using Haip.HostTests.Core;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>Nothing is delivered by a pump that has not been seen to work, and the test itself gives nothing away.</summary>
[Trait("Category", "Safety")]
public class SelfTestTests
{
    private const double LongestSeconds = 70;
    private const double MostOutNl = 100;
    private const int RateNlPerHour = 54_000;

    // What is broken, and the step that must find it.
    private static readonly Dictionary<string, (SelfTestStep Step, Action<SyntheticPump> Break)> s_causes = new()
    {
        ["no flow sensor"] = (SelfTestStep.Parts, world => world.Distort = r => r.FlowValid = false),
        ["no catheter sensor"] = (SelfTestStep.Parts, world => world.Distort = r => r.CatheterValid = false),
        ["no memory"] = (SelfTestStep.Parts, world => world.Distort = r => r.MemoryValid = false),
        ["dead pump"] = (SelfTestStep.Raise, world => world.Strength = 0),
        ["weak pump"] = (SelfTestStep.Raise, world => world.Strength = 0.4),
        ["leak out of the chamber"] = (SelfTestStep.Leak, world => world.LeakNlPerHour = 3_000),
        ["leak into the chamber"] = (SelfTestStep.Leak, world => world.LeakNlPerHour = -3_000),
        ["V2 does not open"] = (SelfTestStep.Outlet, world => world.OutletStuck = true),
        ["P1 shows half"] = (SelfTestStep.Agreement, world => world.Distort = r => r.ChamberPa = 12_400 + ((r.ChamberPa - 12_400) / 2)),
        ["flow sensor shows nothing"] = (SelfTestStep.Agreement, world => world.Distort = r => r.FlowNlPerHour = 0),
        ["flow sensor silent in a fill"] = (SelfTestStep.Agreement, world => world.Distort = r => r.FlowValid = r.FlowValid && world.Status.Phase != PacketPhase.Fill),
    };

    private readonly SyntheticPump _world = new();

    public static TheoryData<string> Causes => [.. s_causes.Keys];

    [Theory]
    [Trait("Requirement", "SR-401")]
    [InlineData(0.6, 12_400, 12_400)]
    [InlineData(0.75, 12_400, 12_400)]
    [InlineData(1, 12_400, 12_400)]
    [InlineData(1.25, 12_400, 12_400)]
    [InlineData(1.5, 12_400, 12_400)]
    [InlineData(0.5, 9_000, 9_000)]
    [InlineData(0.6, 12_400, 0)]
    [InlineData(1, 12_400, 0)]
    [InlineData(1.1, 12_400, 0)]
    [InlineData(1, 12_400, 24_000)]
    [InlineData(1, 7_000, 7_000)]
    [InlineData(1, 19_000, 19_000)]
    public void A_sound_pump_passes_in_time_and_gives_nothing_away(double strength, double arteryPa, double chamberPa)
    {
        _world.Strength = strength;
        _world.ArteryPa = arteryPa;
        _world.ChamberPa = chamberPa;
        double mostNl = 0;
        _world.AfterTick = () => mostNl = Math.Max(mostNl, Math.Abs(_world.DeliveredNl)); // and not only what the pulse gave back

        Assert.True(_world.RunUntil(() => _world.Status.State == PumpState.Standby, LongestSeconds), $"{_world.Status.SelfTest} {_world.Status.SelfTestStep} {_world.Status.Supervision}");

        Assert.Equal(AlarmPriority.None, _world.Pump.Alarms.Highest);
        Assert.InRange(_world.DeliveredNl, -MostOutNl, MostOutNl);
        Assert.InRange(mostNl, 0, MostOutNl);
        Assert.Equal(Math.Max(0, _world.DeliveredNl), _world.Status.MeteredNl, tolerance: 2);
    }

    [Fact]
    [Trait("Requirement", "SR-401")]
    public void A_patient_without_a_pulse_passes()
    {
        _world.PulsePa = 0;

        Assert.True(_world.RunUntil(() => _world.Status.State == PumpState.Standby, LongestSeconds));
    }

    [Theory]
    [Trait("Requirement", "SR-403")]
    [Trait("Requirement", "SR-404")]
    [Trait("Requirement", "SR-405")]
    [MemberData(nameof(Causes))]
    public void Each_step_fails_for_its_cause_and_the_pump_stays_stopped(string cause)
    {
        (SelfTestStep step, Action<SyntheticPump> breaks) = s_causes[cause];
        breaks(_world);

        Assert.True(_world.RunUntil(() => _world.Pump.Alarms.IsRaised(AlarmId.SelfTestFailed), LongestSeconds + 1), $"{_world.Status.State} {_world.Status.SelfTestStep}");
        Assert.Equal((SelfTestResult.Failed, step, AlarmPriority.High), (_world.Status.SelfTest, _world.Status.SelfTestStep, _world.Pump.Alarms.Highest));

        _world.Run(600);
        Assert.Equal(PumpState.Stopped, _world.Status.State);
        Assert.InRange(_world.DeliveredNl, -MostOutNl, MostOutNl);
    }

    [Theory]
    [Trait("Requirement", "SR-404")]
    [InlineData(1_000)]
    [InlineData(-1_000)]
    public void A_leak_within_the_limit_passes(double leakNlPerHour)
    {
        _world.LeakNlPerHour = leakNlPerHour;

        Assert.True(_world.RunUntil(() => _world.Status.State == PumpState.Standby, LongestSeconds));
    }

    [Theory]
    [Trait("Requirement", "SR-403")]
    [InlineData(7_000)]
    [InlineData(-7_000)]
    public void Two_pressure_sensors_that_disagree_fail_and_what_went_out_is_in_the_books(int offsetPa)
    {
        _world.Distort = readings => readings.CatheterPa += offsetPa;

        Assert.True(_world.RunUntil(() => _world.Pump.Alarms.IsRaised(AlarmId.SelfTestFailed), LongestSeconds));

        // Nothing but P2 says where the artery is before V2 has opened.
        Assert.Equal(SelfTestStep.Agreement, _world.Status.SelfTestStep);
        Assert.InRange(_world.DeliveredNl, -1_000, 1_000);
        Assert.Equal(Math.Max(0, _world.DeliveredNl), _world.Status.MeteredNl, tolerance: 2);
    }

    [Fact]
    [Trait("Requirement", "SR-401")]
    [Trait("Requirement", "SR-405")]
    public void A_test_that_cannot_go_on_ends_in_time()
    {
        _world.Distort = readings => readings.MemoryValid = false;

        _world.Run(LongestSeconds - 1);
        Assert.Equal(PumpState.SelfTest, _world.Status.State);
        _world.Run(2);
        Assert.Equal((PumpState.Stopped, SelfTestStep.Parts), (_world.Status.State, _world.Status.SelfTestStep));
    }

    [Fact]
    [Trait("Requirement", "SR-402")]
    public void No_order_is_taken_before_the_test_has_passed_nor_after_it_has_failed()
    {
        _world.Pump.Refill(30_000_000, confirmed: true);
        _world.OutletStuck = true;

        while (_world.Status.State == PumpState.SelfTest)
        {
            Assert.Equal(Verdict.NotInThisState, Order());
            _world.Pump.Resume();
            _world.Tick();
        }

        Assert.Equal(PumpState.Stopped, _world.Status.State);
        Assert.Equal(Verdict.NotInThisState, Order());
        _world.Pump.Resume();
        _world.Run(60);
        Assert.Equal(PumpState.Stopped, _world.Status.State);
        Assert.Equal(0, _world.DeliveredNl);
    }

    [Fact]
    [Trait("Requirement", "SR-405")]
    public void Acknowledging_a_failed_test_tests_again_and_never_skips_it()
    {
        _world.OutletStuck = true;

        for (int i = 0; i < 3; i++)
        {
            Assert.True(_world.RunUntil(() => _world.Status.State == PumpState.Stopped, LongestSeconds + 1));
            _world.Run(1);
            _world.Pump.Acknowledge();
            Assert.Equal(PumpState.SelfTest, _world.Status.State);
        }

        _world.OutletStuck = false;
        Assert.True(_world.RunUntil(() => _world.Status.State == PumpState.Standby, LongestSeconds));
        Assert.Equal(SelfTestResult.Passed, _world.Status.SelfTest);
    }

    [Fact]
    [Trait("Requirement", "SR-405")]
    public void A_stopping_alarm_breaks_the_test_off_with_everything_released()
    {
        foreach (PacketPhase phase in new[] { PacketPhase.Fill, PacketPhase.CloseInlet, PacketPhase.Empty })
        {
            Assert.True(_world.RunUntil(() => _world.Status.Phase == phase, LongestSeconds), phase.ToString());
            _world.Distort = readings => readings.AirInLine = true;
            Assert.True(_world.RunUntil(() => _world.Status.State == PumpState.Stopped, 1));
            Assert.False(_world.Outputs.InletOpen || _world.Outputs.OutletOpen || _world.Outputs.PumpRun);
            _world.Distort = null;
            _world.Run(60);
            Assert.Equal(PumpState.Stopped, _world.Status.State);

            _world.Pump.Acknowledge();
            Assert.Equal(PumpState.SelfTest, _world.Status.State);
        }

        // Broken off with V2 open: nobody measured it, so it counts as the most that it can have been.
        Assert.Equal(MostOutNl, _world.Status.MeteredNl);
        Assert.True(_world.RunUntil(() => _world.Status.State == PumpState.Standby, LongestSeconds));
    }

    [Fact]
    [Trait("Requirement", "SR-401")]
    public void A_button_pressed_all_the_time_does_not_delay_the_test()
    {
        _world.AfterTick = _world.Pump.Acknowledge;

        Assert.True(_world.RunUntil(() => _world.Status.State == PumpState.Standby, LongestSeconds));
        Assert.Equal(SupervisorFinding.None, _world.Status.Supervision);
    }

    [Fact]
    [Trait("Requirement", "SR-403")]
    public void Lights_and_sounder_are_on_in_the_first_second_for_the_person_who_is_there()
    {
        while (_world.NowMs < 1_000)
        {
            _world.Tick();
            Assert.Equal((AlarmPriority.High, AlarmPriority.Medium), (_world.Outputs.Shown, _world.Outputs.Sounding));
        }

        _world.Tick();
        Assert.Equal((AlarmPriority.None, AlarmPriority.None), (_world.Outputs.Shown, _world.Outputs.Sounding));
    }

    [Fact]
    [Trait("Requirement", "SR-403")]
    public void Damaged_records_and_a_wrong_clock_are_told_by_the_end_of_the_test()
    {
        _world.Distort = readings => readings.ClockValid = false;
        Assert.True(_world.RunUntil(() => _world.Pump.Alarms.IsRaised(AlarmId.ClockLost), LongestSeconds));

        _world.Distort = readings => readings.RecordsDamaged = true;
        Assert.True(_world.RunUntil(() => _world.Pump.Alarms.IsRaised(AlarmId.RecordsDamaged), 1));
        Assert.Equal(PumpState.Stopped, _world.Status.State);
    }

    [Theory]
    [Trait("Requirement", "SR-406")]
    [InlineData(3_000)]
    [InlineData(-3_000)]
    public void A_valve_that_begins_to_leak_is_found_at_the_lowest_rate_within_the_hour(double leakNlPerHour)
    {
        SyntheticPump world = SyntheticPump.Infusing(4_200);
        world.Run(3_600);
        world.LeakNlPerHour = leakNlPerHour;

        Assert.True(world.RunUntil(() => world.Pump.Alarms.IsRaised(AlarmId.ChamberLeak), 3_600));
        Assert.Equal(PumpState.Stopped, world.Status.State);
    }

    private Verdict Order() => _world.Pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour, 24, 8_330), confirmed: true);
}
