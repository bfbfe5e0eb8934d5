using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>Whether anything is ordered at all, and what a person's acknowledgement forgets.</summary>
[Trait("Category", "Safety")]
public class SupervisorOrderTests
{
    private const int TherapyNlPerHour = 54_000;

    [Fact]
    [Trait("Requirement", "SR-312")]
    public void Nothing_ordered_lets_nothing_out()
    {
        var feed = new SupervisorFeed();
        feed.Rest(1);
        feed.Outlet = true;

        feed.Tick(100);

        Assert.Equal((SupervisorFinding.NotOrdered, false), (feed.Finding, feed.Outputs.OutletOpen));
    }

    [Theory]
    [Trait("Requirement", "SR-312")]
    [InlineData(8.9, SupervisorFinding.None)]
    [InlineData(9.2, SupervisorFinding.NotOrdered)]
    public void A_halt_lets_the_packet_in_flight_finish_and_no_other(double afterSeconds, SupervisorFinding expected)
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(TherapyNlPerHour);
        feed.Rest(60);
        feed.Supervisor.Halt();
        feed.Rest(afterSeconds - 0.1);

        feed.Outlet = true;
        feed.Tick(100);

        Assert.Equal(expected, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-312")]
    public void An_ended_therapy_is_not_resumed()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(TherapyNlPerHour);
        feed.Rest(60);
        feed.Supervisor.End();
        feed.Supervisor.Resume();
        feed.Rest(10);

        feed.Outlet = true;
        feed.Tick(100);

        Assert.Equal(SupervisorFinding.NotOrdered, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-312")]
    public void A_bolus_alone_has_its_time_and_that_of_its_remainder()
    {
        var feed = new SupervisorFeed();
        feed.Rest(10);
        feed.Supervisor.AllowBolus(100_000, 600_000);
        feed.Deliver(580_000, 1_150, 590);
        Assert.Equal(SupervisorFinding.None, feed.Finding);

        feed.Rest(135);
        feed.Outlet = true;
        feed.Tick(100);

        Assert.Equal(SupervisorFinding.NotOrdered, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-312")]
    public void A_halted_bolus_does_not_come_back()
    {
        var feed = new SupervisorFeed();
        feed.Supervisor.AllowBolus(100_000, 600_000);
        feed.Supervisor.Halt();
        feed.Supervisor.Resume();
        feed.Rest(10);

        feed.Outlet = true;
        feed.Tick(100);

        Assert.Equal(SupervisorFinding.NotOrdered, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-312")]
    public void The_self_test_may_fill_twice_and_empty_once()
    {
        var feed = new SupervisorFeed();
        feed.Supervisor.AllowTest();
        feed.Rest(5);
        feed.Fill(1_300);
        feed.Fill(300);
        feed.Empty();
        feed.Rest(60);
        Assert.Equal(SupervisorFinding.None, feed.Finding);

        feed.Allow(4_160);
        feed.Deliver(4_160, 100, 3_600);

        Assert.Equal(SupervisorFinding.None, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-303")]
    public void The_self_test_draws_no_more_than_one_largest_packet_however_often_it_runs()
    {
        var feed = new SupervisorFeed();

        for (int i = 0; i < 5; i++)
        {
            feed.Supervisor.AllowTest();
            feed.Rest(2);
            feed.Fill(400);
        }

        Assert.Equal(SupervisorFinding.PacketTooLarge, feed.Finding);
        feed.Supervisor.Acknowledge();
        Assert.Equal(SupervisorFinding.None, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-312")]
    public void The_self_test_is_over_after_seventy_seconds()
    {
        var feed = new SupervisorFeed();
        feed.Supervisor.AllowTest();
        feed.Rest(70.2);
        feed.Outlet = true;
        feed.Tick(100);

        Assert.Equal(SupervisorFinding.NotOrdered, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-310")]
    public void A_finding_stands_until_a_person_has_seen_it()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(TherapyNlPerHour);
        feed.Inlet = feed.Outlet = true;
        feed.Tick(100);
        feed.Outlet = false;
        feed.Tick(100);
        Assert.Equal((SupervisorFinding.ValveHeldOpen, false), (feed.Finding, feed.Outputs.InletOpen));

        feed.Supervisor.Acknowledge();
        feed.Tick(100);

        Assert.Equal((SupervisorFinding.None, true), (feed.Finding, feed.Outputs.InletOpen));
    }

    [Fact]
    [Trait("Requirement", "SR-310")]
    public void A_finding_whose_cause_is_present_is_not_forgotten()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(TherapyNlPerHour);
        feed.Inlet = feed.Outlet = true;
        feed.Tick(100);

        feed.Supervisor.Acknowledge();

        Assert.Equal(SupervisorFinding.ValveHeldOpen, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-310")]
    public void The_first_finding_is_the_one_that_is_told()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(TherapyNlPerHour);
        feed.Inlet = feed.Outlet = true;
        feed.Tick(100);
        feed.Inlet = feed.Outlet = false;
        feed.Tick(5_000);

        Assert.Equal(SupervisorFinding.ValveHeldOpen, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-305")]
    [Trait("Requirement", "SR-310")]
    public void Too_much_is_forgotten_once_the_windows_have_passed_and_no_sooner()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(TherapyNlPerHour);

        while (feed.Finding == SupervisorFinding.None)
        {
            feed.Fill(600);
        }

        feed.Supervisor.Halt();
        feed.Rest(120);
        feed.Supervisor.Acknowledge();
        Assert.Equal(SupervisorFinding.OverInfusion, feed.Finding);

        feed.Supervisor.End();
        feed.Rest(16 * 60);
        feed.Supervisor.Acknowledge();

        Assert.Equal(SupervisorFinding.None, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-305")]
    [Trait("Requirement", "SR-310")]
    public void An_order_that_has_had_too_much_is_ended_by_a_person()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(TherapyNlPerHour);

        while (feed.Finding == SupervisorFinding.None)
        {
            feed.Rest(12);
            feed.Fill(240);
        }

        feed.Supervisor.Halt();
        feed.Rest(3_600);
        feed.Supervisor.Acknowledge();
        Assert.Equal(SupervisorFinding.OrderLimit, feed.Finding);

        feed.Supervisor.End();
        feed.Supervisor.Acknowledge();

        Assert.Equal(SupervisorFinding.None, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-311")]
    public void A_finding_leaves_the_watchdog_kicked_so_that_people_hear_of_it()
    {
        var feed = new SupervisorFeed { Outlet = true };

        feed.Rest(60);

        Assert.True(feed.Outputs.KickWatchdog);
    }
}
