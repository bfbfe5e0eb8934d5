using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>Whether pump and valves are commanded sanely, and do what they are told.</summary>
[Trait("Category", "Safety")]
public class SupervisorActuatorTests
{
    private const int TherapyNlPerHour = 54_000;
    private const int TickMs = 100;

    private readonly SupervisorFeed _feed = SupervisorFeed.Infusing(TherapyNlPerHour);

    [Theory]
    [Trait("Requirement", "SR-307")]
    [InlineData(true, 3_000, SupervisorFinding.None)]
    [InlineData(true, 3_100, SupervisorFinding.ValveHeldOpen)]
    [InlineData(false, 6_000, SupervisorFinding.None)]
    [InlineData(false, 6_100, SupervisorFinding.ValveHeldOpen)]
    public void A_valve_is_open_no_longer_than_any_packet_takes(bool inlet, int openMs, SupervisorFinding expected)
    {
        _feed.Inlet = inlet;
        _feed.Outlet = !inlet;

        _feed.Rest((openMs + TickMs) * 1e-3);

        Assert.Equal(expected, _feed.Finding);
        Assert.Equal(expected == SupervisorFinding.None, _feed.Outputs.InletOpen || _feed.Outputs.OutletOpen);
    }

    [Fact]
    [Trait("Requirement", "SR-307")]
    public void Both_valves_at_once_are_never_open_for_a_tick()
    {
        _feed.Inlet = _feed.Outlet = true;

        _feed.Tick(TickMs);

        Assert.Equal((SupervisorFinding.ValveHeldOpen, false, false), (_feed.Finding, _feed.Outputs.InletOpen, _feed.Outputs.OutletOpen));
    }

    [Theory]
    [Trait("Requirement", "SR-302")]
    [InlineData(230_000, 10, SupervisorFinding.None)]
    [InlineData(250_000, 1, SupervisorFinding.None)]
    [InlineData(250_000, 2, SupervisorFinding.FreeFlow)]
    [InlineData(-250_000, 2, SupervisorFinding.FreeFlow)]
    public void Flow_through_shut_valves_is_found_in_two_samples(int flowNlPerHour, int samples, SupervisorFinding expected)
    {
        for (int i = 0; i < samples; i++)
        {
            _feed.Tick(TickMs, flowNlPerHour);
        }

        Assert.Equal(expected, _feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-302")]
    public void A_lost_sample_between_two_of_free_flow_hides_nothing()
    {
        _feed.Tick(TickMs, 1_000_000);
        _feed.Readings.FlowValid = false;
        _feed.Tick(TickMs);
        _feed.Readings.FlowValid = true;
        _feed.Tick(TickMs, 1_000_000);

        Assert.Equal(SupervisorFinding.FreeFlow, _feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-302")]
    public void Flow_while_V1_travels_is_no_free_flow()
    {
        _feed.Inlet = _feed.PumpRun = true;
        _feed.Rest(1, 50);
        _feed.Inlet = false;

        _feed.Rest(0.75, 50, 500_000);

        Assert.Equal(SupervisorFinding.None, _feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-302")]
    public void Flow_through_V1_is_found_before_V2_opens_behind_it()
    {
        _feed.Inlet = _feed.PumpRun = true;
        _feed.Rest(1, 50);
        _feed.Inlet = false;
        _feed.Rest(0.95, 50, -3_000_000);
        _feed.Outlet = true;
        _feed.Tick(50, -3_000_000);

        Assert.Equal((SupervisorFinding.FreeFlow, false), (_feed.Finding, _feed.Outputs.OutletOpen));
    }

    [Theory]
    [Trait("Requirement", "SR-311")]
    [InlineData(0.8, true)]
    [InlineData(1.2, false)]
    public void Fluid_that_flows_on_for_a_second_is_left_to_the_watchdog_for_good(double seconds, bool kicked)
    {
        _feed.Rest(seconds, TickMs, 1_000_000);
        Assert.Equal(kicked, _feed.Outputs.KickWatchdog);
        Assert.Equal(kicked ? SupervisorFinding.FreeFlow : SupervisorFinding.NotObeyed, _feed.Finding);

        _feed.Rest(60);
        _feed.Supervisor.Acknowledge();
        _feed.Tick(TickMs);

        Assert.Equal(kicked, _feed.Outputs.KickWatchdog);
    }

    [Theory]
    [Trait("Requirement", "SR-308")]
    [InlineData(4, 0, SupervisorFinding.None)]
    [InlineData(5, 0, SupervisorFinding.NotObeyed)]
    [InlineData(20, 30, SupervisorFinding.None)]
    public void Fills_in_a_row_that_draw_nothing_are_found(int fills, int volumeNl, SupervisorFinding expected)
    {
        for (int i = 0; i < fills; i++)
        {
            _feed.Fill(volumeNl);
            _feed.Empty();
        }

        Assert.Equal(expected, _feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-308")]
    public void A_fill_without_a_pump_proves_nothing()
    {
        for (int i = 0; i < 10; i++)
        {
            _feed.Inlet = true;
            _feed.Rest(1);
            _feed.Inlet = false;
            _feed.Rest(2);
        }

        Assert.Equal(SupervisorFinding.None, _feed.Finding);
    }

    [Theory]
    [Trait("Requirement", "SR-308")]
    [InlineData(4, 15_600, SupervisorFinding.None)]
    [InlineData(5, 15_600, SupervisorFinding.NotObeyed)]
    [InlineData(10, 15_300, SupervisorFinding.None)]
    public void A_full_chamber_that_does_not_empty_is_found(int packets, int chamberPa, SupervisorFinding expected)
    {
        for (int i = 0; i < packets; i++)
        {
            _feed.Rest(2);
            _feed.Readings.ChamberPa = chamberPa;
            _feed.Empty(falls: false);
        }

        Assert.Equal(expected, _feed.Finding);
    }

    [Theory]
    [Trait("Requirement", "SR-308")]
    [InlineData(2.8, SupervisorFinding.None)]
    [InlineData(3.1, SupervisorFinding.NotObeyed)]
    public void A_valve_that_is_shut_again_at_once_proves_nothing(double openSeconds, SupervisorFinding expected)
    {
        for (int i = 0; i < 10; i++)
        {
            _feed.Rest(2);
            _feed.Readings.ChamberPa = 16_000;
            _feed.Empty(falls: false, openSeconds);
        }

        Assert.Equal(expected, _feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-308")]
    public void A_full_chamber_that_empties_between_starts_the_count_again()
    {
        for (int i = 0; i < 12; i++)
        {
            _feed.Rest(2);
            _feed.Readings.ChamberPa = 16_000;
            _feed.Empty(falls: i % 4 == 3);
        }

        Assert.Equal(SupervisorFinding.None, _feed.Finding);
    }
}
