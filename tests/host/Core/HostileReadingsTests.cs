using System;
using FsCheck;
using FsCheck.Fluent;
using Haip.Core;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>Whatever the sensors say and whatever a person does meanwhile, the pump keeps its promises.</summary>
[Trait("Category", "Core")]
public class HostileReadingsTests
{
    private const int Ticks = 3_000;

    private static readonly int[] s_absurd = [int.MinValue, int.MinValue + 1, -1_000_000, -1, 0, 1, 12_400, 1_000_000, 200_000_000, int.MaxValue - 1, int.MaxValue];

    /// <summary>How often a reading is a lie, and how often time jumps and a person interferes.</summary>
    private static Gen<Plan> Plans =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from lies in Gen.Elements(0.0, 0.001, 0.02, 0.3, 1.0)
        from jumps in Gen.Elements(0.0, 0.01, 0.5)
        from persons in Gen.Elements(0.0, 0.005, 0.1)
        from rate in Gen.Choose(4_160, 125_000)
        select new Plan(seed, lies, jumps, persons, rate);

    [Fact]
    [Trait("Requirement", "SR-101")]
    [Trait("Requirement", "SR-102")]
    [Trait("Requirement", "SR-105")]
    [Trait("Requirement", "SR-705")]
    public void No_reading_and_no_jump_in_time_makes_the_pump_do_what_it_must_never_do()
    {
        Law.Holds(Plans, plan => Run(plan, Garble, jumpTime: true), times: 60);
    }

    [Fact]
    [Trait("Requirement", "SR-105")]
    public void Readings_that_come_and_go_never_make_the_patient_get_more_than_was_ordered()
    {
        Law.Holds(Plans, plan =>
        {
            SyntheticPump world = Run(plan, DropOut, jumpTime: false);
            Assert.InRange(world.Status.MeteredNl, 0, world.Status.OrderedNl + PacketPlanner.MaxPacketNl);
            Assert.InRange(world.DeliveredNl, 0, world.Status.OrderedNl + PacketPlanner.MaxPacketNl);
        }, times: 60);
    }

    private static SyntheticPump Run(Plan plan, Action<Readings, Random> lie, bool jumpTime)
    {
        var random = new Random(plan.Seed);
        SyntheticPump world = SyntheticPump.Infusing(plan.RateNlPerHour);
        PacketPhase before = PacketPhase.Rest;
        long meteredNl = 0;

        world.Distort = readings =>
        {
            if (random.NextDouble() < plan.Lies)
            {
                lie(readings, random);
            }
        };
        world.AfterTick = () =>
        {
            AssertSafe(world, before, meteredNl);
            before = world.Status.Phase;
            meteredNl = world.Status.MeteredNl;
        };

        for (int i = 0; i < Ticks; i++)
        {
            if (random.NextDouble() < plan.Persons)
            {
                Interfere(world, random);
            }

            if (jumpTime && random.NextDouble() < plan.Jumps)
            {
                world.NowMs += random.NextInt64(-86_400_000, 86_400_000) / (1 << random.Next(20));
            }

            world.Tick(random.NextDouble() < plan.Jumps ? random.Next(1, 2_000) : world.Outputs.NextTickMs);
        }

        return world;
    }

    private static void AssertSafe(SyntheticPump world, PacketPhase before, long meteredBeforeNl)
    {
        DeliveryStatus status = world.Status;
        Outputs outputs = world.Outputs;

        Assert.False(outputs.InletOpen && outputs.OutletOpen);
        Assert.True(!outputs.PumpRun || status.Phase is PacketPhase.Fill or PacketPhase.CloseInlet);
        Assert.True(!outputs.InletOpen || (outputs.PumpRun && status.Phase == PacketPhase.Fill));
        Assert.True(!outputs.OutletOpen || status.Phase == PacketPhase.Empty);
        Assert.InRange(outputs.PumpMilliVolts, 0, world.Board.MaxPumpMilliVolts);
        Assert.InRange(outputs.PumpCycles, 0, 1_000);
        Assert.True(outputs.NextTickMs is Pump.RestTickMs or Pump.FlightTickMs);
        Assert.Equal(PumpTransitions.Delivers(status.State), status.Delivers);
        Assert.False(status.State == PumpState.Stopped && (outputs.PumpRun || outputs.InletOpen || outputs.OutletOpen));

        // What left is never taken back from the books: that would fire packets that nobody ordered.
        Assert.True(status.MeteredNl >= meteredBeforeNl);
        Assert.True(status.MeteredNl <= status.OrderedNl - status.MissedNl + PacketPlanner.MaxPacketNl);

        if (before == PacketPhase.Rest && status.Phase != PacketPhase.Rest)
        {
            long dueNl = status.OrderedNl - status.MissedNl - status.MeteredNl;
            Assert.True(status.Delivers);
            Assert.True(dueNl >= (status.RateNlPerHour == 0 ? PacketPlanner.SmallestRemainderNl : PacketPlanner.PacketNl(status.RateNlPerHour)));
        }
    }

    private static void Interfere(SyntheticPump world, Random random)
    {
        switch (random.Next(8))
        {
            case 0:
                world.Pump.StartTherapy(TherapyOrder.Constant(random.Next(4_000, 126_000), random.Next(0, 1_500), random.Next(4_000, 42_000)), confirmed: true);
                break;
            case 1:
                world.Pump.StartBolus(new BolusOrder { Kind = (BolusKind)random.Next(2), VolumeNl = random.Next(0, 2_000_000), RateNlPerHour = random.Next(0, 700_000) }, confirmed: true);
                break;
            case 2:
                world.Pump.Suspend();
                break;
            case 3:
                world.Pump.EndTherapy();
                break;
            case 4:
                world.Pump.Refill(random.Next(0, 60_000_000), confirmed: true);
                break;
            case 5:
                world.Pump.Resume();
                break;
            default:
                world.Pump.Acknowledge();
                world.Pump.Resume();
                break;
        }
    }

    private static void Garble(Readings readings, Random random)
    {
        DropOut(readings, random);
        readings.FlowSmoothed = random.Next(2) == 0;
        readings.AirInLine = random.Next(10) == 0;
        readings.ChamberPa = Absurd(random);
        readings.ChamberAtMs = random.Next(4) == 0 ? readings.NowMs - random.Next(-1_000, 1_000) : readings.ChamberAtMs;
        readings.CatheterPa = Absurd(random);
        readings.FlowNlPerHour = Absurd(random);
        readings.ReservoirPa = Absurd(random);
        readings.AmbientPa = Absurd(random);
        readings.DrugMilliC = Absurd(random);
        readings.BatteryPermille = Absurd(random);
        readings.UtcSeconds = random.NextInt64(-1L << 40, 1L << 40);
    }

    private static void DropOut(Readings readings, Random random)
    {
        readings.ChamberValid = random.Next(3) != 0;
        readings.CatheterValid = random.Next(3) != 0;
        readings.FlowValid = random.Next(3) != 0;
        readings.ReservoirValid = random.Next(3) != 0;
        readings.AmbientValid = random.Next(3) != 0;
        readings.DrugTemperatureValid = random.Next(3) != 0;
        readings.BatteryValid = random.Next(3) != 0;
        readings.ClockValid = random.Next(3) != 0;
        readings.PumpDriverValid = random.Next(20) != 0;
    }

    private static int Absurd(Random random) => random.Next(3) switch
    {
        0 => s_absurd[random.Next(s_absurd.Length)],
        1 => random.Next(-5_000, 40_000),
        _ => random.Next(int.MinValue, int.MaxValue),
    };

    internal sealed record Plan(int Seed, double Lies, double Jumps, double Persons, int RateNlPerHour);
}
