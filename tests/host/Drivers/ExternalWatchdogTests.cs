using Haip.Drivers;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

[Trait("Category", "Drivers")]
public class ExternalWatchdogTests
{
    private readonly VirtualClock _clock = new();
    private readonly WatchdogPart _part;
    private readonly ExternalWatchdog _watchdog;

    public ExternalWatchdogTests()
    {
        _part = new WatchdogPart(_clock);
        _watchdog = new ExternalWatchdog(_part);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(350)]
    public void Regular_calls_keep_the_rail_on(int tickMs)
    {
        Kick(tickMs, 2000);
        Assert.True(_part.RailOn);

        Kick(tickMs, 600_000);

        Assert.True(_part.RailOn);
    }

    [Fact]
    public void Ticks_that_change_between_fifty_and_a_hundred_keep_the_rail_on()
    {
        for (int i = 0; i < 1000; i++)
        {
            Kick(i % 7 < 3 ? 50 : 100, 1);
        }

        Assert.True(_part.RailOn);
    }

    [Fact]
    [Trait("Requirement", "SR-704")]
    public void There_is_no_power_before_the_first_kicks()
    {
        _clock.Advance(5_000_000);
        Assert.False(_part.RailOn);

        Kick(100, 300);

        Assert.True(_part.RailOn);
    }

    [Fact]
    [Trait("Requirement", "SR-703")]
    [Trait("Requirement", "SR-704")]
    public void The_rail_falls_within_the_window_when_the_kicks_stop_and_stays_off_when_they_come_back()
    {
        Kick(100, 2000);

        _clock.Advance(1_000_000);
        Assert.False(_part.RailOn);
        Kick(100, 5000);

        Assert.False(_part.RailOn);
    }

    [Fact]
    public void A_pause_is_found_even_if_nobody_looked_during_it()
    {
        Kick(100, 2000);

        _clock.Advance(1_000_000);
        Kick(100, 1000);

        Assert.True(_part.Tripped);
    }

    [Fact]
    [Trait("Requirement", "SR-704")]
    public void A_reset_controller_gets_the_rail_back()
    {
        Kick(100, 2000);
        _clock.Advance(1_000_000);
        Assert.False(_part.RailOn);

        _part.PowerCycle();
        Kick(100, 2000);

        Assert.True(_part.RailOn);
    }

    [Fact]
    [Trait("Requirement", "SR-703")]
    public void Edges_in_a_tight_loop_take_the_rail_away()
    {
        Kick(100, 2000);

        for (int i = 0; i < 4; i++)
        {
            _part.Write(i % 2 == 0);
            _clock.Advance(1000);
        }

        Assert.False(_part.RailOn);
    }

    [Fact]
    public void A_call_too_early_makes_no_edge_and_a_later_one_does()
    {
        var pin = new OutputPin();
        var watchdog = new ExternalWatchdog(pin);

        watchdog.Kick(1000);
        watchdog.Kick(1000 + ExternalWatchdog.MinKickMs - 1);
        Assert.Equal(1, pin.EdgeCount);

        watchdog.Kick(1000 + ExternalWatchdog.MinKickMs);
        Assert.Equal(2, pin.EdgeCount);
    }

    private void Kick(int everyMs, int forMs)
    {
        for (int elapsedMs = 0; elapsedMs < forMs; elapsedMs += everyMs)
        {
            _clock.Advance(everyMs * 1000L);
            _watchdog.Kick(_clock.NowMs);
        }
    }
}
