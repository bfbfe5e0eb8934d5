using Haip.Core.Delivery;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>What the board does when no program is there to help: watchdog, interlock, normally closed valves, finite burst.</summary>
[Trait("Category", "Safety")]
public class HardwareProtectionTests
{
    // Largest chamber over the artery that one therapy packet can have left: twice the packet and what waves add.
    private const double ChamberNl = 1_000;
    private const int WatchdogMs = 910;
    private const int ValveTravelMs = 700;
    private const int HourMs = 3_600_000;
    private const double TightNl = 10; // in an hour; 12.4 kPa over 1e19 Pa.s/m3 are 4.5 nL

    public static TheoryData<PacketPhase> InFlight => [PacketPhase.Baseline, PacketPhase.Fill, PacketPhase.CloseInlet, PacketPhase.SettleFull, PacketPhase.Empty, PacketPhase.CloseOutlet, PacketPhase.SettleEmpty];

    [Theory]
    [Trait("Requirement", "SR-106")]
    [Trait("Requirement", "SR-701")]
    [Trait("Requirement", "SR-706")]
    [MemberData(nameof(InFlight))]
    public void A_loop_that_hangs_in_any_phase_lets_out_no_more_than_one_chamber(PacketPhase phase)
    {
        Rig rig = InfusingUntil(phase).Rig;
        double beforeNl = rig.Fluid.IntoCatheterNl;

        rig.Advance(WatchdogMs);
        Assert.True(RailIsOff(rig));
        rig.Advance(ValveTravelMs);
        double shutNl = rig.Fluid.IntoCatheterNl;
        double shutThroughNl = rig.Fluid.ThroughSensorNl;
        rig.Advance(HourMs);

        Assert.InRange(rig.Fluid.IntoCatheterNl - beforeNl, -100, ChamberNl);
        Assert.InRange(rig.Fluid.IntoCatheterNl - shutNl, -TightNl, TightNl);
        Assert.InRange(rig.Fluid.ThroughSensorNl - shutThroughNl, -TightNl, TightNl);
    }

    [Theory]
    [Trait("Requirement", "SR-701")]
    [MemberData(nameof(InFlight))]
    public void Without_supply_the_valves_shut_in_any_phase(PacketPhase phase)
    {
        Rig rig = InfusingUntil(phase).Rig;
        double beforeNl = rig.Fluid.IntoCatheterNl;

        rig.SetPower(false);
        rig.Advance(ValveTravelMs);
        double shutNl = rig.Fluid.IntoCatheterNl;
        rig.Advance(HourMs);

        Assert.InRange(rig.Fluid.IntoCatheterNl - beforeNl, -100, ChamberNl);
        Assert.InRange(rig.Fluid.IntoCatheterNl - shutNl, -TightNl, TightNl);
    }

    [Fact]
    [Trait("Requirement", "SR-702")]
    public void Both_requests_at_once_open_neither_valve()
    {
        Rig rig = InfusingUntil(PacketPhase.Rest).Rig;
        double chamberPa = rig.Fluid.ChamberPa;
        double throughNl = rig.Fluid.ThroughSensorNl;

        rig.Pins.InletValve.Write(true);
        rig.Pins.OutletValve.Write(true);
        rig.Advance(WatchdogMs / 2); // with power on the rail

        Assert.False(RailIsOff(rig));
        Assert.InRange(rig.Fluid.ThroughSensorNl - throughNl, -1, 1);
        Assert.InRange(rig.Fluid.ChamberPa - chamberPa, -10, 10);
    }

    [Fact]
    [Trait("Requirement", "SR-702")]
    public void One_request_alone_does_open_its_valve()
    {
        Rig rig = InfusingUntil(PacketPhase.Rest).Rig;
        double chamberPa = rig.Fluid.ChamberPa;

        rig.Pins.InletValve.Write(true);
        rig.Advance(WatchdogMs / 2);

        Assert.True(rig.Fluid.ChamberPa < chamberPa - 100); // through the idle pump, back into the reservoir
    }

    private static PumpSimulation InfusingUntil(PacketPhase phase)
    {
        var simulation = new PumpSimulation(new PlantParameters(), new Scenario("protection", "", 1, 1, [], []), seed: 1);
        simulation.RunTo(60);
        Assert.Equal(Verdict.Accepted, simulation.Person.StartTherapy(1.3, days: 14));
        simulation.RunTo(600);

        while (simulation.Pump.Status.Phase != phase)
        {
            simulation.Tick();
        }

        return simulation;
    }

    private static bool RailIsOff(Rig rig) => ((VirtualBoard.Parts.WatchdogPart)rig.Pins.WatchdogKick).Tripped;
}
