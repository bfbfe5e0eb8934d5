using Haip.Core;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
public class FlowIntegralTests
{
    private const int ZeroNlPerHour = 9_000;

    private readonly FlowIntegral _flow = new();
    private readonly Readings _readings = new() { FlowValid = true };

    [Fact]
    public void The_zero_is_learned_at_rest()
    {
        Rest(ZeroNlPerHour, ticks: 300);

        Assert.InRange(_flow.ZeroNlPerHour, ZeroNlPerHour - 20, ZeroNlPerHour + 20);
    }

    [Fact]
    public void A_negative_zero_is_learned_as_well()
    {
        Rest(-ZeroNlPerHour, ticks: 300);

        Assert.InRange(_flow.ZeroNlPerHour, -ZeroNlPerHour - 20, -ZeroNlPerHour + 20);
    }

    [Fact]
    public void One_odd_reading_hardly_moves_the_zero()
    {
        Rest(0, ticks: 100);
        Rest(100_000, ticks: 1);

        Assert.InRange(_flow.ZeroNlPerHour, 0, 10_000);
    }

    [Fact]
    public void A_bad_reading_teaches_nothing()
    {
        _readings.FlowValid = false;

        Rest(1_000_000, ticks: 100);

        Assert.Equal(0, _flow.ZeroNlPerHour);
    }

    [Fact]
    public void The_volume_of_a_packet_is_flow_times_time_less_the_zero()
    {
        Rest(ZeroNlPerHour, ticks: 400);
        _flow.Begin();

        for (int i = 0; i < 20; i++)
        {
            Add(ZeroNlPerHour + 720_000, 50); // 10 nL a tick
        }

        Assert.True(_flow.Exact);
        Assert.InRange(_flow.TotalNl, 199, 200);
    }

    [Fact]
    public void Back_flow_is_subtracted()
    {
        _flow.Begin();

        Add(720_000, 50);
        Add(-720_000, 50);

        Assert.Equal(0, _flow.TotalNl);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void One_missing_or_smoothed_reading_leaves_no_opinion_on_the_packet(bool valid, bool smoothed)
    {
        _flow.Begin();
        Add(720_000, 50);
        _readings.FlowValid = valid;
        _readings.FlowSmoothed = smoothed;
        Add(720_000, 50);
        _readings.FlowValid = true;
        _readings.FlowSmoothed = false;
        Add(720_000, 50);

        Assert.False(_flow.Exact);

        _flow.Begin();
        Add(720_000, 50);
        Assert.True(_flow.Exact);
        Assert.Equal(10, _flow.TotalNl);
    }

    [Theory]
    [InlineData(100_000, 60_000)]
    [InlineData(-100_000, -60_000)]
    public void A_steady_flow_beyond_ten_counts_is_no_zero(int flowNlPerHour, int zeroNlPerHour)
    {
        Rest(flowNlPerHour, ticks: 300);

        Assert.Equal(zeroNlPerHour, _flow.ZeroNlPerHour);
    }

    [Fact]
    public void A_zero_follows_by_a_sixteenth_at_a_time()
    {
        Rest(16_000, ticks: 1);
        Assert.Equal(1_000, _flow.ZeroNlPerHour);

        Rest(16_000, ticks: 1);
        Assert.Equal(1_937, _flow.ZeroNlPerHour);
    }

    [Fact]
    public void A_packet_that_was_not_begun_has_no_opinion() => Assert.False(_flow.Exact);

    private void Rest(int flowNlPerHour, int ticks)
    {
        for (int i = 0; i < ticks; i++)
        {
            _readings.FlowNlPerHour = flowNlPerHour;
            _flow.Rest(_readings);
        }
    }

    private void Add(int flowNlPerHour, long elapsedMs)
    {
        _readings.FlowNlPerHour = flowNlPerHour;
        _flow.Add(_readings, elapsedMs);
    }
}
