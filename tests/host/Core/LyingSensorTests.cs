using System;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>One part of the board is lost, stuck or garbled, at any moment of a packet: held against what the patient really got.</summary>
[Trait("Category", "Core")]
public class LyingSensorTests
{
    private const int TherapySeconds = 600;
    private const int LieSeconds = 2_700;

    private static readonly ScenarioPart[] s_dosing = [ScenarioPart.Flow, ScenarioPart.Chamber, ScenarioPart.Catheter, ScenarioPart.Pump, ScenarioPart.Reservoir];
    private static readonly BusFault[] s_faults = [BusFault.Absent, BusFault.CorruptReads, BusFault.StuckReads];

    private static readonly PacketPhase[] s_phases = [PacketPhase.Fill, PacketPhase.SettleFull, PacketPhase.Empty, PacketPhase.SettleEmpty];

    /// <summary>
    /// The lie that no row sees: a driver chip that says the same as ever still pumps, and the packets tell.
    /// </summary>
    private static readonly (ScenarioPart, BusFault)[] s_unseen = [(ScenarioPart.Pump, BusFault.StuckReads)];

    public static TheoryData<ScenarioPart, BusFault> AnyPart
    {
        get
        {
            var rows = new TheoryData<ScenarioPart, BusFault>();

            foreach (ScenarioPart part in Enum.GetValues<ScenarioPart>().Where(part => part != ScenarioPart.None))
            {
                Array.ForEach(s_faults, fault => rows.Add(part, fault));
            }

            return rows;
        }
    }

    public static TheoryData<ScenarioPart, BusFault, PacketPhase> InFlight
    {
        get
        {
            var rows = new TheoryData<ScenarioPart, BusFault, PacketPhase>();

            foreach (ScenarioPart part in s_dosing)
            {
                foreach (BusFault fault in s_faults)
                {
                    Array.ForEach(s_phases, phase => rows.Add(part, fault, phase));
                }
            }

            return rows;
        }
    }

    [Theory]
    [Trait("Requirement", "SR-106")]
    [MemberData(nameof(AnyPart))]
    public void No_single_part_that_fails_between_packets_makes_the_patient_get_more_than_was_ordered(ScenarioPart part, BusFault fault)
    {
        PumpSimulation simulation = Infusing(rateMlPerDay: 1.3);

        Assert.InRange(MostExcessNl(simulation, part, fault, PacketPhase.Rest, LieSeconds), double.MinValue, PacketPlanner.MaxPacketNl);
    }

    [Theory]
    [Trait("Requirement", "SR-106")]
    [MemberData(nameof(InFlight))]
    public void No_single_part_that_fails_within_a_packet_makes_the_patient_get_more_than_was_ordered(ScenarioPart part, BusFault fault, PacketPhase phase)
    {
        PumpSimulation simulation = Infusing(rateMlPerDay: 3);

        Assert.InRange(MostExcessNl(simulation, part, fault, phase, LieSeconds / 4), double.MinValue, PacketPlanner.MaxPacketNl);
    }

    [Fact]
    public void Every_other_lie_on_the_dose_bus_raises_an_alarm()
    {
        foreach (ScenarioPart part in s_dosing)
        {
            foreach (BusFault fault in s_faults.Where(fault => !s_unseen.Contains((part, fault))))
            {
                PumpSimulation simulation = Infusing(rateMlPerDay: 1.3);
                MostExcessNl(simulation, part, fault, PacketPhase.Rest, seconds: 300);
                Assert.True(simulation.Pump.Alarms.Highest != AlarmPriority.None, $"{part} {fault}");
            }
        }
    }

    private static PumpSimulation Infusing(double rateMlPerDay)
    {
        var simulation = new PumpSimulation(new PlantParameters(), new Scenario("lie", "", 1, 1, [], []), seed: 1);
        simulation.RunTo(60);
        Assert.Equal(Verdict.Accepted, simulation.Person.StartTherapy(rateMlPerDay, days: 14));
        simulation.RunTo(TherapySeconds);
        Assert.Equal(AlarmPriority.None, simulation.Pump.Alarms.Highest);
        return simulation;
    }

    private static double MostExcessNl(PumpSimulation simulation, ScenarioPart part, BusFault fault, PacketPhase phase, double seconds)
    {
        while (simulation.Pump.Status.Phase != phase)
        {
            simulation.Tick();
        }

        simulation.Rig.SetFault(part, fault);
        double endSeconds = simulation.Rig.Clock.NowSeconds + seconds;
        double mostNl = double.MinValue;

        while (simulation.Rig.Clock.NowSeconds < endSeconds)
        {
            simulation.Tick();
            mostNl = Math.Max(mostNl, simulation.Rig.Fluid.DeliveredNl - simulation.Pump.Status.OrderedNl);
        }

        return mostNl;
    }
}
