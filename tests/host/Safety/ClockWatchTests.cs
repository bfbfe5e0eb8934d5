using System;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.HostTests.Core;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>A wall clock that answers in good order and does not keep time.</summary>
[Trait("Category", "Safety")]
[Trait("Requirement", "SR-235")]
public class ClockWatchTests
{
    private const int RateNlPerHour = 54_000;
    private const long StartUtcSeconds = 1_767_225_600;
    private const long HourMs = 3_600_000;
    private const long WeekMs = 7L * 86_400_000;

    private readonly ClockWatch _clock = new();

    /// <summary>What the clock says instead, and the seconds in which that is told.</summary>
    public static TheoryData<double, Action<Readings>> Wrong => new()
    {
        { 120, r => r.UtcSeconds = Math.Min(r.UtcSeconds, StartUtcSeconds + 200) },
        { 60, r => r.UtcSeconds += 3_600 },
        { 60, r => r.UtcSeconds -= 3_600 },
        { 60, r => r.UtcSeconds -= 1_000_000_000 },
        { 900, r => r.UtcSeconds += r.NowMs / 100_000 },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_clock_that_stands_still_jumps_or_runs_at_the_wrong_speed_is_told_and_the_therapy_goes_on(double seconds, Action<Readings> falsify)
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(120);
        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.ClockLost));
        world.Distort = falsify;

        Assert.True(world.RunUntil(() => world.Pump.Alarms.IsRaised(AlarmId.ClockLost), seconds));
        Assert.Equal(PumpState.Infusing, world.Status.State);
    }

    [Fact]
    public void Acknowledging_trusts_the_clock_anew_from_where_it_is()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(60);
        world.UtcSeconds += 7_200;
        Assert.True(world.RunUntil(() => world.Pump.Alarms.IsRaised(AlarmId.ClockLost), 60));

        world.Pump.Acknowledge();
        world.Run(7_200);
        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.ClockLost));

        world.UtcSeconds -= 7_200;
        Assert.True(world.RunUntil(() => world.Pump.Alarms.IsRaised(AlarmId.ClockLost), 60));
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(-50, true)]
    [InlineData(3_000, false)]
    [InlineData(-3_000, false)]
    public void Two_honest_crystals_never_add_up_and_a_wrong_one_is_found(int partsPerMillion, bool keeps)
    {
        bool kept = true;

        for (long ms = 0; ms < 4 * WeekMs; ms += 1_200)
        {
            kept &= _clock.KeepsTime(ms, StartUtcSeconds + ((ms + (ms * partsPerMillion / 1_000_000)) / 1_000));
        }

        Assert.Equal(keeps, kept);
    }

    [Theory]
    [InlineData(1_000, 6, true)]
    [InlineData(999, 6, false)]
    [InlineData(6_000, 1, true)]
    [InlineData(6_001, 1, false)]
    public void Five_seconds_are_forgiven_either_way(long nowMs, long seconds, bool keeps)
    {
        _clock.KeepsTime(0, StartUtcSeconds);

        Assert.Equal(keeps, _clock.KeepsTime(nowMs, StartUtcSeconds + seconds));
    }

    [Theory]
    [InlineData(HourMs, false)]
    [InlineData(HourMs + 1, true)]
    public void What_was_forgiven_is_forgotten_after_an_hour(long hourMs, bool keeps)
    {
        _clock.KeepsTime(0, StartUtcSeconds);
        Assert.True(_clock.KeepsTime(hourMs, StartUtcSeconds + 3_604));

        Assert.Equal(keeps, _clock.KeepsTime(hourMs + 60_000, StartUtcSeconds + 3_668));
    }

    [Fact]
    public void A_clock_is_compared_from_where_it_was_seen_first_or_trusted()
    {
        Assert.True(_clock.KeepsTime(50_000, StartUtcSeconds));
        Assert.True(_clock.KeepsTime(51_000, StartUtcSeconds + 1));

        _clock.Trust();

        Assert.True(_clock.KeepsTime(52_000, StartUtcSeconds - 5_000));
        Assert.True(_clock.KeepsTime(62_000, StartUtcSeconds - 4_990));
        Assert.False(_clock.KeepsTime(72_000, StartUtcSeconds - 4_990));
    }

    [Fact]
    public void A_clock_that_was_wrong_once_stays_so_until_a_person_trusts_it()
    {
        Assert.True(_clock.KeepsTime(0, StartUtcSeconds));
        Assert.False(_clock.KeepsTime(1_000, StartUtcSeconds + 60));
        Assert.False(_clock.KeepsTime(2_000, StartUtcSeconds + 61));
        Assert.False(_clock.KeepsTime(3_000, StartUtcSeconds + 3));

        _clock.Trust();

        Assert.True(_clock.KeepsTime(4_000, StartUtcSeconds + 60));
    }
}
