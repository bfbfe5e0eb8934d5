using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Safety;
using Haip.HostTests.Safety;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>What the whole pump makes of chambers and flow sensors that are not what it was told, in a world without noise.</summary>
[Trait("Category", "Accuracy")]
public class MeteredPumpTests
{
    private const int RateNlPerHour = 54_000;
    private const int HourSeconds = 3_600;

    [Theory]
    [Trait("Requirement", "SR-170")]
    [InlineData(33_000)]
    [InlineData(41_000)]
    public void Fever_and_cold_do_not_move_the_dose_of_a_chamber_that_softens(int drugMilliC)
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);
        world.DrugMilliC = drugMilliC;
        world.Softness = 1 + (world.Board.ChamberPpmPerC * 1e-6 * (drugMilliC - 37_000) / 1_000);
        double deliveredNl = world.DeliveredNl;
        long orderedNl = world.Status.OrderedNl;
        world.Run(6 * HourSeconds);

        Assert.Equal(world.Status.OrderedNl - orderedNl, world.DeliveredNl - deliveredNl, 0.002 * 6 * RateNlPerHour);
    }

    [Theory]
    [Trait("Requirement", "SR-172")]
    [InlineData(0.04)]
    [InlineData(0.12)]
    public void Air_in_the_chamber_is_told_and_is_no_more_drug(double more)
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);
        world.Softness = 1 + more;
        Assert.True(world.RunUntil(() => world.Pump.Alarms.IsRaised(AlarmId.AirInChamber), 600));
        double deliveredNl = world.DeliveredNl;
        long orderedNl = world.Status.OrderedNl;
        world.Run(6 * HourSeconds);

        Assert.Equal(PumpState.Infusing, world.Status.State);
        Assert.InRange(world.DeliveredNl - deliveredNl, 0.99 * (world.Status.OrderedNl - orderedNl), 1.005 * (world.Status.OrderedNl - orderedNl));
    }

    [Fact]
    [Trait("Requirement", "SR-172")]
    public void Air_that_goes_ends_its_alarm_and_the_dose_is_the_chambers_again()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);
        world.Softness = 1.05;
        world.Run(HourSeconds);
        world.Softness = 1;
        world.Run(HourSeconds);

        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.AirInChamber));
        Assert.Equal(world.Board.ChamberFlPerPa, world.Status.ChamberFlPerPa, 30.0);
    }

    [Theory]
    [Trait("Requirement", "SR-173")]
    [InlineData(0.94)]
    [InlineData(1.06)]
    public void A_flow_sensor_with_an_error_of_gain_is_learned_and_moves_no_dose(double gain)
    {
        SyntheticPump world = SyntheticPump.Ready();
        world.FlowGain = gain;
        world.Pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour, 336, 8_330), confirmed: true);
        world.Run(12 * HourSeconds);

        Assert.Equal(AlarmPriority.None, world.Pump.Alarms.Highest);
        Assert.Equal(gain * 1e6, world.Pump.Meters.Record.FlowGainPpm, 3_000.0);
        Assert.Equal(world.Status.OrderedNl, world.DeliveredNl, 0.003 * world.Status.OrderedNl);
    }

    [Fact]
    [Trait("Requirement", "SR-104")]
    public void What_an_artery_that_rises_pushes_back_is_given_again()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);
        double deliveredNl = world.DeliveredNl;
        long orderedNl = world.Status.OrderedNl;

        for (int i = 0; i < 20; i++)
        {
            Assert.True(world.RunUntil(() => world.Status.Phase == PacketPhase.Empty, 60));
            world.ArteryPa = 16_400; // while V2 is open: somebody sits up
            world.Run(200);
            Assert.True(world.RunUntil(() => world.Status.Phase == PacketPhase.Rest, 60));
            world.ArteryPa = 12_400;
            world.Run(200);
        }

        Assert.Equal(AlarmPriority.None, world.Pump.Alarms.Highest);
        Assert.Equal(world.Status.OrderedNl - orderedNl, world.DeliveredNl - deliveredNl, 2.0 * PacketPlanner.TherapyPacketNl);
    }

    [Fact]
    [Trait("Requirement", "SR-104")]
    [Trait("Requirement", "SR-106")]
    public void A_chamber_sensor_that_alone_says_so_gets_nothing_given_again()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);
        long meteredNl = world.Status.MeteredNl;
        long packets = world.Status.PacketCount;
        world.Distort = readings => readings.ChamberPa += world.Status.Phase is PacketPhase.SettleEmpty ? 4_000 : 0;
        Assert.True(world.RunUntil(() => world.Status.PacketCount > packets, 60));

        Assert.True(world.Status.MeteredNl >= meteredNl);
    }

    [Fact]
    [Trait("Requirement", "SR-175")]
    public void A_refill_corrects_and_keeps_what_it_found()
    {
        var memory = new FlakyMemory();
        var world = new MemoryWorld(memory);
        world.Pump.Refill(30_000_000, confirmed: true);
        world.PassSelfTest();
        world.Pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour, 336, 8_330), confirmed: true);
        world.World.Run(60 * HourSeconds);
        long bookedNl = world.Pump.Status.MeteredNl;
        Assert.True(bookedNl > 3_000_000);

        world.Pump.Refill(30_000_000, (int)(30_000_000 - (bookedNl * 1.05)), confirmed: true);
        world.World.Run(60);
        int movedPpm = world.Pump.Meters.Record.RefillPpm;
        var after = new MemoryWorld(new FlakyMemory(memory.Bytes));

        Assert.InRange(movedPpm, 2_000, 5_000);
        Assert.Equal(movedPpm, after.Pump.Meters.Record.RefillPpm);
        Assert.Equal(world.Pump.Meters.Record.FlowGainPpm, after.Pump.Meters.Record.FlowGainPpm);
        Assert.False(after.DamagedAtStart);
        Assert.Contains(world.Events, entry => entry.Id == EventId.ComplianceCorrected && entry.First == 0 && entry.Second == movedPpm);
    }

    [Fact]
    [Trait("Requirement", "SR-175")]
    public void A_residual_that_contradicts_the_books_corrects_nothing()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(60 * HourSeconds);
        world.Pump.Refill(30_000_000, 20_000_000, confirmed: true);

        Assert.True(world.Status.ResidualMismatch);
        Assert.Equal(0, world.Pump.Meters.Record.RefillPpm);
    }

    [Fact]
    [Trait("Requirement", "SR-175")]
    public void A_new_calibration_ends_what_was_learned_under_the_one_before()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);
        world.Pump.Meters.Record.RefillPpm = 4_000;
        world.Board.CalibrationVersion = 1;
        world.Board.FlowGainPpm = 1_010_000;
        world.Run(60);

        Assert.Equal((0, 1_010_000, 1u), (world.Pump.Meters.Record.RefillPpm, world.Pump.Meters.Record.FlowGainPpm, world.Pump.Meters.Record.CalibrationVersion));
    }

    [Theory]
    [Trait("Requirement", "SR-505")]
    [InlineData(MeteringRecord.MostLessDrugPpm + 1)]
    [InlineData(-MeteringRecord.MostMoreDrugPpm - 1)]
    public void A_correction_that_no_refill_makes_is_damage(int refillPpm)
    {
        var memory = new FlakyMemory();
        byte[] payload = new byte[MeteringRecord.Length];
        new MeteringRecord { RefillPpm = refillPpm }.Write(payload);
        Assert.True(new TwoSlotRecord(memory, MemoryMap.MeteringAddress, MeteringRecord.Length).TrySave(payload));
        var world = new MemoryWorld(memory);

        Assert.True(world.DamagedAtStart);
        Assert.Equal(0, world.Pump.Meters.Record.RefillPpm);
    }
}
