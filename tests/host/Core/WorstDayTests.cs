using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>What people and parts do on the worst day, in the order in which nobody expected it.</summary>
[Trait("Category", "Core")]
public class WorstDayTests
{
    private static readonly BolusOrder s_test = new() { Kind = BolusKind.PerfusionTest, VolumeNl = 200_000, RateNlPerHour = 400_000 };

    [Fact]
    public void Resuming_after_a_halted_perfusion_test_does_not_crash()
    {
        SyntheticPump world = SyntheticPump.Ready();
        world.Pump.StartBolus(s_test, confirmed: true);
        world.Run(60);
        world.Pump.Suspend();
        world.Pump.Resume();
        world.Run(60);
    }

    [Fact]
    public void Resuming_after_an_alarm_in_standby_does_not_crash()
    {
        SyntheticPump world = SyntheticPump.Ready();
        world.Distort = r => r.AirInLine = true;
        world.Run(5);
        world.Distort = null;
        world.Run(5);
        world.Pump.Acknowledge();
        world.Pump.Resume();
        world.Run(60);
    }

    [Fact]
    [Trait("Requirement", "SR-609")]
    public void Ended_then_acknowledged_and_resumed_delivers_nothing()
    {
        SyntheticPump world = SyntheticPump.Infusing(54_000);
        world.Run(600);
        world.Distort = r => r.AirInLine = true;
        world.Run(5);
        world.Distort = null;
        world.Run(5);
        world.Pump.EndTherapy();
        world.Pump.Acknowledge();
        double before = world.DeliveredNl;
        world.Pump.Resume();
        world.Run(3_600);
        Assert.Equal(before, world.DeliveredNl);
    }

    [Fact]
    [Trait("Requirement", "SR-606")]
    public void No_bolus_in_standby_during_an_alarm_that_forbids_therapy()
    {
        SyntheticPump world = SyntheticPump.Ready();
        world.Distort = r => r.FlowValid = false;
        world.Run(60);
        Assert.True(world.Pump.Alarms.IsRaised(AlarmId.FlowSensorLost));
        Verdict verdict = world.Pump.StartBolus(s_test, confirmed: true);
        world.Run(3_600);
        Assert.Equal((Verdict.AlarmStands, 0.0), (verdict, world.DeliveredNl));
    }

    [Fact]
    public void A_flow_sensor_that_never_votes_is_told()
    {
        SyntheticPump world = SyntheticPump.Infusing(54_000);
        world.Distort = r => r.FlowSmoothed = true;
        world.Run(6 * 3_600);
        Assert.NotEqual(AlarmPriority.None, world.Pump.Alarms.Highest);
    }

    [Fact]
    public void A_flow_sensor_stuck_at_rest_is_told()
    {
        var simulation = new PumpSimulation(new PlantParameters(), new Scenario("lie", "", 1, 1, [], []), seed: 1);
        simulation.RunTo(60);
        simulation.Person.StartTherapy(1.3, days: 14);
        simulation.RunTo(600);
        while (simulation.Pump.Status.Phase != PacketPhase.Rest)
        {
            simulation.Tick();
        }

        simulation.Rig.SetFault(ScenarioPart.Flow, BusFault.StuckReads);
        simulation.RunTo(8_000);
        Assert.NotEqual(AlarmPriority.None, simulation.Pump.Alarms.Highest);
    }

    [Fact]
    [Trait("Requirement", "SR-105")]
    public void One_false_fill_of_the_flow_sensor_books_at_most_a_largest_packet()
    {
        SyntheticPump world = SyntheticPump.Infusing(54_000);
        world.Run(3_600);
        world.RunUntil(() => world.Status.Phase == PacketPhase.Fill, 60);
        world.Distort = r => r.FlowNlPerHour = world.Status.Phase == PacketPhase.Fill ? 190_000_000 : r.FlowNlPerHour;
        world.RunUntil(() => world.Status.Phase == PacketPhase.Rest, 60);
        world.Distort = null;
        world.Run(10);
        Assert.InRange(world.Status.MeteredNl, 0, world.Status.OrderedNl + PacketPlanner.MaxPacketNl);
    }

    [Theory]
    [Trait("Requirement", "SR-103")]
    [InlineData(4_200)]
    [InlineData(20_000)]
    [InlineData(54_000)]
    public void A_chamber_that_shows_a_sixth_too_little_for_hours_is_told(int rateNlPerHour)
    {
        SyntheticPump world = SyntheticPump.Infusing(rateNlPerHour);
        world.Run(3_600);
        double delivered = world.DeliveredNl;
        long ordered = world.Status.OrderedNl;
        world.Distort = r => r.ChamberPa = (int)(world.ArteryPa + ((r.ChamberPa - world.ArteryPa) * 0.85));
        world.Run(6 * 3_600);
        double share = (world.DeliveredNl - delivered) / (world.Status.OrderedNl - ordered);
        Assert.True(world.Pump.Alarms.Highest != AlarmPriority.None, $"{share:P1} of the order, no alarm");
    }

    [Fact]
    [Trait("Requirement", "SR-221")]
    public void One_bad_reading_of_the_reservoir_stops_nothing()
    {
        SyntheticPump world = SyntheticPump.Infusing(54_000);
        world.Run(600);
        bool once = true;
        world.Distort = r =>
        {
            r.ReservoirPa -= once ? 10_000 : 0;
            once = false;
        };
        world.Run(10);
        Assert.Equal(PumpState.Infusing, world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-604")]
    public void A_bolus_is_held_against_the_refill_just_made()
    {
        SyntheticPump world = SyntheticPump.Ready();
        world.Pump.Refill(3_000_000, confirmed: true);
        Assert.Equal(Verdict.ReservoirTooLow, world.Pump.StartBolus(new BolusOrder { Kind = BolusKind.Flush, VolumeNl = 5_000_000, RateNlPerHour = 600_000 }, confirmed: true));
    }

    [Fact]
    public void The_weakest_pump_of_the_data_sheet_starts_on_a_reservoir_that_is_a_quarter_full()
    {
        var simulation = new PumpSimulation(new PlantParameters { PumpStrengthPercent = 75, ReservoirFillMl = 8 }, new Scenario("weak", "", 1, 1, [], []), seed: 1);
        simulation.RunTo(60);
        simulation.Person.StartTherapy(1.3, days: 14);
        simulation.RunTo(900);
        Assert.Equal(PumpState.Infusing, simulation.Pump.Status.State);
    }

    [Fact]
    public void The_flow_sensors_zero_does_not_wrap()
    {
        var flow = new FlowIntegral();
        var readings = new Readings { FlowValid = true, FlowNlPerHour = 195_000_000 };
        for (int i = 0; i < 100; i++)
        {
            flow.Rest(readings);
        }

        Assert.InRange(flow.ZeroNlPerHour, 0, 195_000_000);
    }

    [Theory]
    [InlineData(ScenarioPart.Memory)]
    [InlineData(ScenarioPart.FuelGauge)]
    [InlineData(ScenarioPart.Clock)]
    public void A_lost_house_part_is_told(ScenarioPart part)
    {
        var simulation = new PumpSimulation(new PlantParameters(), new Scenario("lost", "", 1, 1, [], []), seed: 1);
        simulation.RunTo(60);
        simulation.Person.StartTherapy(1.3, days: 14);
        simulation.Rig.SetFault(part, BusFault.Absent);
        simulation.RunTo(3_600);
        Assert.NotEqual(AlarmPriority.None, simulation.Pump.Alarms.Highest);
    }

    [Theory]
    [Trait("Requirement", "SR-108")]
    [InlineData(0.1)]
    [InlineData(1.3)]
    public void A_driver_that_ignores_one_go_makes_no_packet_of_more_than_twice_its_size(double mlPerDay)
    {
        var simulation = new PumpSimulation(new PlantParameters(), new Scenario("ignored", "", 1, 1, [], []), seed: 1);
        simulation.RunTo(60);
        simulation.Person.StartTherapy(mlPerDay, days: 14);
        simulation.RunTo(3_600);
        long packets = simulation.Pump.Status.PacketCount;
        simulation.Rig.PumpIgnoresGo = true;

        while (simulation.Pump.Status.Phase != PacketPhase.CloseInlet)
        {
            simulation.Tick();
        }

        simulation.Rig.PumpIgnoresGo = false;
        double beforeNl = simulation.Rig.Fluid.IntoCatheterNl;
        double largestNl = 0;

        while (simulation.Pump.Status.PacketCount < packets + 6 && simulation.Rig.Clock.NowSeconds < 7_200)
        {
            long count = simulation.Pump.Status.PacketCount;
            simulation.Tick();

            if (simulation.Pump.Status.PacketCount != count)
            {
                largestNl = System.Math.Max(largestNl, simulation.Rig.Fluid.IntoCatheterNl - beforeNl);
                beforeNl = simulation.Rig.Fluid.IntoCatheterNl;
            }
        }

        Assert.InRange(largestNl, 50, 400);
        Assert.Equal(PumpState.Infusing, simulation.Pump.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-204")]
    public void A_press_on_the_button_in_passing_does_not_disarm_what_is_being_counted()
    {
        SyntheticPump world = SyntheticPump.Infusing(54_000);
        world.Distort = r => r.FlowSmoothed = true;

        for (int i = 0; i < 3_600 && world.Status.State == PumpState.Infusing; i++)
        {
            world.Run(1);
            world.Pump.Acknowledge();
        }

        Assert.Equal(PumpState.Patency, world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-116")]
    public void The_patency_rate_is_never_more_than_the_therapy()
    {
        SyntheticPump world = SyntheticPump.Infusing(5_000);
        world.Distort = r => r.FlowValid = false;
        world.Run(60);

        Assert.Equal((PumpState.Patency, 5_000), (world.Status.State, world.Status.RateNlPerHour));
    }

    [Fact]
    [Trait("Requirement", "SR-605")]
    public void A_bolus_and_a_therapy_together_stay_within_what_the_valves_allow()
    {
        SyntheticPump world = SyntheticPump.Infusing(54_000);
        world.Run(10);

        Verdict verdict = world.Pump.StartBolus(new BolusOrder { Kind = BolusKind.Flush, VolumeNl = 100_000, RateNlPerHour = 600_000 }, confirmed: true);

        Assert.Equal((Verdict.AboveHardLimit, OrderField.FlushRate), (verdict, world.Pump.Orders.Check.Field));
    }

    [Fact]
    public void Resume_during_a_perfusion_test_leaves_the_test_alone()
    {
        SyntheticPump world = SyntheticPump.Ready();
        world.Pump.StartBolus(s_test, confirmed: true);
        world.Run(10);

        world.Pump.Resume();

        Assert.Equal(PumpState.Bolus, world.Status.State);
    }
}
