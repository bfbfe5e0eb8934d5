using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>Monotonic time rules the dose; the wall clock only bears witness.</summary>
[Trait("Category", "Safety")]
public class SupervisorTimeTests
{
    private readonly SupervisorFeed _feed = SupervisorFeed.Infusing(54_000);

    [Theory]
    [Trait("Requirement", "SR-309")]
    [InlineData(1, SupervisorFinding.None)]
    [InlineData(0, SupervisorFinding.TimeWrong)]
    [InlineData(-1, SupervisorFinding.TimeWrong)]
    [InlineData(-86_400_000, SupervisorFinding.TimeWrong)]
    public void Time_goes_forward(int stepMs, SupervisorFinding expected)
    {
        _feed.Tick(stepMs);

        Assert.Equal(expected, _feed.Finding);
    }

    [Theory]
    [Trait("Requirement", "SR-309")]
    [InlineData(2_000, SupervisorFinding.None)]
    [InlineData(2_001, SupervisorFinding.TicksLate)]
    public void One_gap_that_is_too_long_is_enough(int gapMs, SupervisorFinding expected)
    {
        _feed.Tick(gapMs);

        Assert.Equal(expected, _feed.Finding);
    }

    [Theory]
    [Trait("Requirement", "SR-309")]
    [InlineData(300, 10, SupervisorFinding.None)]
    [InlineData(300, 11, SupervisorFinding.TicksLate)]
    [InlineData(250, 200, SupervisorFinding.None)]
    public void Late_ticks_are_counted_for_a_minute(int gapMs, int ticks, SupervisorFinding expected)
    {
        _feed.Rest(50);

        for (int i = 0; i < ticks; i++)
        {
            _feed.Tick(gapMs);
        }

        Assert.Equal(expected, _feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-309")]
    public void Now_and_then_a_late_tick_is_nothing()
    {
        for (int i = 0; i < 100; i++)
        {
            _feed.Tick(400);
            _feed.Rest(7);
        }

        Assert.Equal(SupervisorFinding.None, _feed.Finding);
    }

    [Theory]
    [Trait("Requirement", "SR-309")]
    [InlineData(1.00, 60, SupervisorFinding.None)]
    [InlineData(1.03, 60, SupervisorFinding.None)]
    [InlineData(0.97, 60, SupervisorFinding.None)]
    [InlineData(1.08, 11, SupervisorFinding.TimeWrong)]
    [InlineData(0.92, 11, SupervisorFinding.TimeWrong)]
    [InlineData(0.50, 5, SupervisorFinding.TimeWrong)]
    [InlineData(2.00, 5, SupervisorFinding.TimeWrong)]
    [InlineData(0.00, 60, SupervisorFinding.None)]
    public void Clocks_that_run_at_different_rates_are_found_and_one_that_stands_still_is_no_clock(double wallRate, int minutes, SupervisorFinding expected)
    {
        _feed.WallRate = wallRate;

        _feed.Rest(minutes * 60);

        Assert.Equal(expected, _feed.Finding);
    }

    [Theory]
    [Trait("Requirement", "SR-309")]
    [InlineData(3_600)]
    [InlineData(-3_600)]
    [InlineData(-1_000_000_000)]
    public void A_wall_clock_that_jumps_stops_nothing(long bySeconds)
    {
        _feed.Rest(300);
        _feed.Readings.UtcSeconds += bySeconds;
        _feed.Rest(1_200);

        Assert.Equal(SupervisorFinding.None, _feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-309")]
    public void A_person_may_set_the_clock_again_and_again()
    {
        for (int i = 0; i < 10; i++)
        {
            _feed.Readings.UtcSeconds += 600;
            _feed.Supervisor.ClockSet();
            _feed.Rest(130);
        }

        Assert.Equal(SupervisorFinding.None, _feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-309")]
    public void A_clock_that_is_lost_and_found_elsewhere_stops_nothing()
    {
        for (int i = 0; i < 10; i++)
        {
            _feed.Readings.ClockValid = false;
            _feed.Rest(10);
            _feed.Readings.UtcSeconds -= 900;
            _feed.Readings.ClockValid = true;
            _feed.Rest(130);
        }

        Assert.Equal(SupervisorFinding.None, _feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-309")]
    public void Late_ticks_are_forgotten_with_the_finding()
    {
        _feed.Tick(5_000);
        _feed.Supervisor.Acknowledge();
        _feed.Tick(100);

        Assert.Equal(SupervisorFinding.None, _feed.Finding);
    }
}
