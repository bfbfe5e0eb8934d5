using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.HostTests.Core;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>A fault that people start into again and again.</summary>
[Trait("Category", "Safety")]
[Trait("Requirement", "SR-210")]
public class RepeatedStopsTests
{
    private const int RateNlPerHour = 54_000;
    private const long MinuteMs = 60_000;

    private readonly SyntheticPump _world = SyntheticPump.Infusing(RateNlPerHour);

    [Fact]
    public void The_third_stop_within_ten_minutes_stays()
    {
        StopAndResume();
        StopAndResume();
        Assert.Equal(PumpState.Infusing, _world.Status.State);
        long firstMs = _world.NowMs;

        Stop();
        Assert.True(_world.Pump.Alarms.IsRaised(AlarmId.RepeatedStops));

        while (_world.NowMs - firstMs < 9 * MinuteMs)
        {
            _world.Pump.Acknowledge();
            _world.Pump.Resume();
            _world.Run(30);
            Assert.Equal(PumpState.Stopped, _world.Status.State);
        }

        _world.Run(120);
        _world.Pump.Acknowledge();
        Assert.Equal(PumpState.Suspended, _world.Status.State);
        _world.Pump.Resume();
        _world.Run(60);
        Assert.Equal(PumpState.Infusing, _world.Status.State);
    }

    [Fact]
    public void Stops_that_are_further_apart_are_no_repetition()
    {
        for (int i = 0; i < 5; i++)
        {
            StopAndResume();
            _world.Run(300);
            Assert.False(_world.Pump.Alarms.IsRaised(AlarmId.RepeatedStops));
        }
    }

    [Fact]
    public void A_persons_halts_are_no_stops()
    {
        _world.Distort = readings => readings.CatheterValid = false;
        Assert.True(_world.RunUntil(() => _world.Status.State == PumpState.Patency, 60));

        for (int i = 0; i < 5; i++)
        {
            _world.Pump.Suspend();
            _world.Run(5);
            _world.Pump.Resume();
            _world.Run(5);
        }

        Assert.False(_world.Pump.Alarms.IsRaised(AlarmId.RepeatedStops));
    }

    [Theory]
    [InlineData(599_999, true)]
    [InlineData(600_000, false)]
    public void Ten_minutes_are_counted_from_the_first_of_the_last_three(long nowMs, bool tooOften)
    {
        var stops = new StopCounter();
        stops.Note(-5_000_000);
        stops.Note(0);
        stops.Note(1);
        Assert.False(stops.TooOften(1));
        stops.Note(2);

        Assert.Equal(tooOften, stops.TooOften(nowMs));
    }

    [Fact]
    public void The_first_three_stops_of_all_are_enough()
    {
        var stops = new StopCounter();
        stops.Note(1_000);
        stops.Note(2_000);
        Assert.False(stops.TooOften(2_000));

        stops.Note(3_000);

        Assert.True(stops.TooOften(3_000));
    }

    private void Stop()
    {
        _world.Distort = readings => readings.AirInLine = true;
        Assert.True(_world.RunUntil(() => _world.Status.State == PumpState.Stopped, 5));
        _world.Distort = null;
        _world.Run(1);
    }

    private void StopAndResume()
    {
        Stop();
        _world.Pump.Acknowledge();
        _world.Pump.Resume();
        _world.Run(1);
    }
}
