using System;
using System.Collections.Generic;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Parts;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Virtual;

/// <summary>What the virtual board does when something on it fails.</summary>
[Trait("Category", "Virtual")]
public class RigFaultTests
{
    private static readonly Scenario s_infusing = ScenarioFile.Parse(
        "test", """{ "name": "t", "steps": [ { "atSeconds": 60, "do": "startTherapy", "rateMlPerDay": 1.3 } ] }""");

    private readonly PumpSimulation _simulation = new(new PlantParameters(), s_infusing, seed: 1);

    [Fact]
    public void A_bus_that_stalls_takes_a_second_of_the_worlds_time_and_is_then_left_alone_for_half_a_second()
    {
        var clock = new VirtualClock();
        var bus = new VirtualI2cBus(clock, ms => clock.Advance(ms * 1000));
        bus.Attach(0x28, new Abp2Part(clock, () => 0, new SensorError(new Noise(1))));
        bus.Attach(0x38, new Abp2Part(clock, () => 0, new SensorError(new Noise(1))));
        bus.SetFault(0x28, BusFault.Stall);
        byte[] buffer = new byte[7];

        Assert.False(bus.Read(0x28, buffer, 7));
        Assert.Equal(1_000, clock.NowMs);
        Assert.False(bus.Read(0x38, buffer, 7));
        clock.Advance(500_000);
        Assert.True(bus.Read(0x38, buffer, 7));
    }

    [Fact]
    public void A_part_that_holds_its_bus_silences_its_neighbours_until_it_is_mended()
    {
        Do(ScenarioVerb.HoldBus, part: ScenarioPart.Flow);
        _simulation.RunTo(5);
        Assert.False(_simulation.Loop.Readings.ChamberValid);
        Assert.True(_simulation.Loop.Readings.AmbientValid);

        Do(ScenarioVerb.Plug, part: ScenarioPart.Flow);
        _simulation.RunTo(10);
        Assert.True(_simulation.Loop.Readings.ChamberValid);
    }

    [Fact]
    public void A_sensor_drifts_holds_and_grows_noisy()
    {
        _simulation.RunTo(30);
        int beforePa = _simulation.Loop.Readings.ChamberPa;

        Do(ScenarioVerb.Drift, 600, ScenarioPart.Chamber);
        _simulation.RunTo(50);
        Assert.InRange(_simulation.Loop.Readings.ChamberPa - beforePa, 150, 250);

        Do(ScenarioVerb.MakeNoisy, 100, ScenarioPart.Chamber);
        var noisyPa = new HashSet<int>();

        for (int i = 0; i < 20; i++)
        {
            _simulation.Tick();
            noisyPa.Add(_simulation.Loop.Readings.ChamberPa);
        }

        Assert.True(noisyPa.Max() - noisyPa.Min() > 800);

        Do(ScenarioVerb.HoldValue, part: ScenarioPart.Chamber);
        _simulation.RunTo(54);
        int heldPa = _simulation.Loop.Readings.ChamberPa;
        _simulation.RunTo(100); // packets go in and out meanwhile
        Assert.Equal(heldPa, _simulation.Loop.Readings.ChamberPa);
    }

    [Fact]
    public void A_hung_loop_loses_the_rail_within_the_watchdogs_window_and_stays_without_until_it_is_reset()
    {
        var watchdog = (WatchdogPart)_simulation.Rig.Pins.WatchdogKick;
        _simulation.RunTo(120);
        long hungAtUs = _simulation.Rig.Clock.NowUs;
        long kickedAtUs = watchdog.FellAtUs;
        Assert.InRange(hungAtUs - kickedAtUs, 0, 200_000); // it had been kicked all along
        Do(ScenarioVerb.Hang);
        long onUs = 0;

        for (; _simulation.Rig.RailOn && _simulation.Rig.Clock.NowUs < hungAtUs + 2_000_000; _simulation.Tick())
        {
            onUs = _simulation.Rig.Clock.NowUs;
        }

        // The window runs from the last edge before the loop hung; the rig is looked at beat by beat.
        Assert.Equal(kickedAtUs, watchdog.FellAtUs);
        Assert.InRange(kickedAtUs + WatchdogPart.UpperUs, onUs, _simulation.Rig.Clock.NowUs - 1);

        Do(ScenarioVerb.Reset);
        _simulation.RunTo(130);
        Assert.True(_simulation.Rig.RailOn);
    }

    [Theory]
    [InlineData(ScenarioVerb.Throw)]
    [InlineData(ScenarioVerb.ExhaustHeap)]
    public void An_exception_in_a_beat_releases_everything_says_so_and_starts_again_without_the_rail(ScenarioVerb verb)
    {
        while (_simulation.Rig.Clock.NowSeconds < 300 && _simulation.Pump.Status.Phase != PacketPhase.Empty)
        {
            _simulation.Tick();
        }

        Do(verb);
        _simulation.Tick();
        Assert.False(_simulation.Processor.Runs);
        Assert.False(_simulation.Rig.Actuated);
        Assert.True(_simulation.Rig.AlarmLight.High);
        Assert.Equal(523, _simulation.Rig.Sounder.FrequencyHz);

        _simulation.RunTo(_simulation.Rig.Clock.NowSeconds + 10);
        Assert.True(_simulation.Processor.Runs);
        Assert.Equal(StopReason.Beat, _simulation.Processor.StoppedBefore);
        Assert.True(_simulation.Rig.WatchdogTripped);
        Assert.False(_simulation.Rig.RailOn);
    }

    [Fact]
    public void A_brown_out_ends_by_itself()
    {
        _simulation.RunTo(120);
        Do(ScenarioVerb.BrownOut, 3);
        _simulation.RunTo(121);
        Assert.False(_simulation.Rig.Powered);
        _simulation.RunTo(124);
        Assert.True(_simulation.Rig.Powered && _simulation.Processor.Runs);
    }

    [Fact]
    public void The_wall_clock_jumps_and_answers_in_good_order_and_is_not_believed()
    {
        _simulation.RunTo(120);
        long before = _simulation.Loop.Readings.UtcSeconds;
        Do(ScenarioVerb.JumpClock, 24);
        _simulation.RunTo(130);
        Assert.False(_simulation.Loop.Readings.ClockValid);
        Assert.InRange(_simulation.Loop.Readings.UtcSeconds - before, 86_400, 86_415);
    }

    [Fact]
    public void A_hole_in_the_chamber_spills_and_what_it_spills_reaches_nobody()
    {
        _simulation.RunTo(120);
        FluidPath fluid = _simulation.Rig.Fluid;
        double before = fluid.DeliveredNl;
        Do(ScenarioVerb.LeakChamber, 100_000);
        _simulation.RunTo(180);
        Assert.True(fluid.SpiltNl > 500);
        Assert.True(fluid.DeliveredNl - before < 1_500);
    }

    [Fact]
    public void An_irregular_heart_beats_unevenly_and_as_often()
    {
        double Spread(double percent)
        {
            var artery = new Artery { MeanPa = 12_000, PulsePa = 5_000, HeartRateHz = 1.2, Irregularity = percent / 100 };
            var highest = Enumerable.Range(0, 200).Select(beat =>
            {
                double most = 0;

                for (int i = 0; i < 84; i++)
                {
                    artery.Advance(0.01);
                    most = Math.Max(most, artery.NowPa);
                }

                return most;
            }).ToList();
            return highest.Max() - highest.Min();
        }

        Assert.InRange(Spread(0), 0, 100);
        Assert.True(Spread(25) > 1_000);
    }

    [Fact]
    public void A_part_that_measures_nothing_cannot_drift()
    {
        var error = Assert.Throws<InputFileException>(() => ScenarioFile.Parse(
            "s.json", """{ "name": "s", "steps": [ { "atSeconds": 1, "do": "drift", "perMinute": 5, "part": "memory" } ] }"""));

        Assert.Equal("s.json: steps[0].part: memory measures nothing that drift could spoil", error.Message);
    }

    private void Do(ScenarioVerb verb, double value = 0, ScenarioPart part = ScenarioPart.None) => _simulation.Do(new ScenarioStep(0, verb, value, 0, part));
}
