using Haip.Core;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
public class SettledPressureTests
{
    private const int TickMs = 50;

    private readonly SettledPressure _settled = new();
    private readonly Readings _readings = new() { ChamberValid = true };

    [Fact]
    public void The_mean_of_the_samples_is_the_pressure()
    {
        _settled.Begin(0);

        for (int i = 0; !_settled.Done; i++)
        {
            Take(TickMs * (i + 1), i % 2 == 0 ? 12_000 : 12_100);
        }

        Assert.True(_settled.Known);
        Assert.Equal(12_050, _settled.MeanPa);
    }

    [Fact]
    public void Samples_taken_before_the_moment_do_not_count()
    {
        _settled.Begin(1_000);

        for (int i = 0; i < 10; i++)
        {
            Take(1_000 - i, 99_000);
        }

        Assert.False(_settled.Done);
        TakeUntilDone(1_000, 12_000);
        Assert.Equal(12_000, _settled.MeanPa);
    }

    [Fact]
    public void A_sample_that_is_read_twice_counts_once()
    {
        _settled.Begin(0);

        for (int i = 0; i < 10; i++)
        {
            Take(atMs: TickMs, 12_000);
        }

        Assert.False(_settled.Done);
    }

    [Fact]
    public void One_sample_is_no_settled_pressure()
    {
        _settled.Begin(0);

        Take(TickMs, 12_000);

        Assert.False(_settled.Done);
        Assert.False(_settled.Known);
    }

    [Fact]
    public void Bad_samples_are_waited_out()
    {
        _settled.Begin(0);
        _readings.ChamberValid = false;

        for (int i = 1; i <= 5; i++)
        {
            Take(i * TickMs, 99_000);
        }

        _readings.ChamberValid = true;
        TakeUntilDone(5 * TickMs, 12_000);
        Assert.True(_settled.Known);
        Assert.Equal(12_000, _settled.MeanPa);
    }

    [Fact]
    public void Without_samples_the_wait_ends_and_the_pressure_is_unknown()
    {
        _settled.Begin(0);
        _readings.ChamberValid = false;
        long nowMs = 0;

        while (!_settled.Done)
        {
            nowMs += TickMs;
            Take(nowMs, 99_000);
            Assert.InRange(nowMs, 0, 10_000);
        }

        Assert.False(_settled.Known);
        Assert.Equal(0, _settled.MeanPa);
    }

    [Fact]
    public void A_new_beginning_forgets_the_last_pressure()
    {
        _settled.Begin(0);
        TakeUntilDone(0, 12_000);

        _settled.Begin(10_000);

        Assert.False(_settled.Done);
        Assert.False(_settled.Known);
        TakeUntilDone(10_000, 16_000);
        Assert.Equal(16_000, _settled.MeanPa);
    }

    [Fact]
    public void Half_of_the_samples_less_the_other_half_is_the_fall()
    {
        _settled.Begin(0);

        Take(TickMs, 12_040);
        Take(2 * TickMs, 12_030);
        Take(3 * TickMs, 12_010);
        Take(4 * TickMs, 12_000);

        Assert.Equal((true, true, 12_020, 30), (_settled.Done, _settled.Known, _settled.MeanPa, _settled.FallPa));
    }

    [Fact]
    public void A_new_beginning_forgets_the_last_fall_and_half_a_measurement()
    {
        _settled.Begin(0);
        Take(TickMs, 99_000);
        Take(2 * TickMs, 99_000);
        _settled.Begin(1_000);
        TakeUntilDone(1_000, 12_000);
        Assert.Equal((12_000, 0), (_settled.MeanPa, _settled.FallPa));

        _settled.Begin(2_000);
        Take(2_001, 12_400);
        TakeUntilDone(2_001, 12_000);
        Assert.NotEqual(0, _settled.FallPa);

        _settled.Begin(3_000);
        Assert.Equal((0, 0), (_settled.MeanPa, _settled.FallPa));
    }

    [Fact]
    public void A_pressure_that_is_taken_stays_whatever_comes_after_it()
    {
        _settled.Begin(0);
        TakeUntilDone(0, 12_000);

        Take(5 * TickMs, 99_000);

        Assert.Equal((true, 12_000), (_settled.Known, _settled.MeanPa));
    }

    [Theory]
    [InlineData(1_000, false)]
    [InlineData(1_001, true)]
    public void Patience_lasts_a_second_after_the_moment(long waitedMs, bool done)
    {
        _settled.Begin(5_000);
        _readings.ChamberValid = false;
        _readings.NowMs = 5_000 + waitedMs;

        _settled.Take(_readings);

        Assert.Equal((done, false), (_settled.Done, _settled.Known));
    }

    private void Take(long atMs, int pressurePa)
    {
        _readings.NowMs = atMs + TickMs;
        _readings.ChamberAtMs = atMs;
        _readings.ChamberPa = pressurePa;
        _settled.Take(_readings);
    }

    private void TakeUntilDone(long fromMs, int pressurePa)
    {
        for (int i = 1; !_settled.Done; i++)
        {
            Take(fromMs + (i * TickMs), pressurePa);
        }
    }
}
