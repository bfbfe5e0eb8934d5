using Haip.Drivers;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

[Trait("Category", "Drivers")]
public class Hx711LoadCellTests
{
    private static readonly byte[] s_ready = [0x00];
    private static readonly byte[] s_busy = [0xFF];

    private readonly VirtualClock _clock = new();
    private readonly Hx711Part _part;
    private readonly Hx711LoadCell _cell;
    private double _grams = 30;

    public Hx711LoadCellTests()
    {
        _part = new Hx711Part(_clock, () => _grams, new SensorError(new Noise(1)), Hx711LoadCell.SpiClockHz);
        _cell = new Hx711LoadCell(_part);
        _cell.TryStart(_clock.NowMs);
    }

    // Each data bit is sampled twice; after 24 of them DOUT is high.
    [Theory]
    [InlineData(new byte[] { 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0xFF }, 1)]
    [InlineData(new byte[] { 0x03, 0x0C, 0x33, 0x3F, 0xC0, 0xFF, 0xFF }, 0x12578F)]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF }, -1)]
    [InlineData(new byte[] { 0xC0, 0x00, 0x00, 0x00, 0x00, 0x03, 0xFF }, -8_388_607)]
    [InlineData(new byte[] { 0x3F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFC, 0xFF }, 8_388_606)]
    public void Bits_become_counts(byte[] frame, int expected)
    {
        var cell = new Hx711LoadCell(new ScriptedSpiBus(s_ready, frame));

        Assert.True(cell.TryRead(100, out int counts));
        Assert.Equal(expected, counts);
        Assert.Equal(100, cell.SampledAtMs);
    }

    [Fact]
    public void Looking_makes_no_pulse_and_reading_makes_exactly_twenty_five()
    {
        var bus = new ScriptedSpiBus(s_busy, s_ready, [0, 0, 0, 0, 0, 0, 0xFF]);
        var cell = new Hx711LoadCell(bus);

        Assert.False(cell.TryRead(0, out _));
        Assert.Equal(["00"], bus.Sent);
        Assert.True(cell.TryRead(100, out _));

        Assert.Equal(["00", "00", "AA-AA-AA-AA-AA-AA-80"], bus.Sent);
    }

    [Theory]
    [InlineData(new byte[] { 0x3F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })] // 0x7FFFFF: saturated
    [InlineData(new byte[] { 0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0xFF })] // 0x800000: saturated
    [InlineData(new byte[] { 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00 })] // line stuck low
    [InlineData(new byte[] { 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x9F })] // a pulse lost or gained on the way
    public void A_train_that_does_not_end_high_and_a_saturated_converter_are_no_reading(byte[] frame)
    {
        var cell = new Hx711LoadCell(new ScriptedSpiBus(s_ready, frame));

        Assert.False(cell.TryRead(100, out int counts));
        Assert.Equal(0, counts);
    }

    [Theory]
    [InlineData(0xFF)]
    [InlineData(0x80)] // became ready while we looked: next time
    [InlineData(0x01)]
    public void Data_out_that_is_not_low_throughout_is_not_ready(byte level)
    {
        var cell = new Hx711LoadCell(new ScriptedSpiBus([level], [0, 0, 0, 0, 0, 0, 0xFF]));

        Assert.False(cell.TryRead(100, out _));
    }

    [Fact]
    public void A_failed_port_is_no_reading()
    {
        var cell = new Hx711LoadCell(new ScriptedSpiBus(s_ready, [0, 0, 0, 0, 0, 0, 0xFF]) { Works = false });

        Assert.False(cell.TryRead(100, out _));
        Assert.False(cell.TryReset());
        Assert.False(cell.TryStart(100));
    }

    [Fact]
    public void The_part_gives_ten_readings_a_second_and_none_twice()
    {
        _clock.Advance(1_000_000);
        int readings = 0;

        for (int i = 0; i < 1000; i++)
        {
            _clock.Advance(10_000);
            readings += _cell.TryRead(_clock.NowMs, out int counts) && counts is > 644_000 and < 645_000 ? 1 : 0;
        }

        Assert.InRange(readings, 99, 101);
    }

    [Fact]
    public void A_negative_weight_is_negative()
    {
        _grams = -2;
        _clock.Advance(500_000);

        Assert.True(_cell.TryRead(_clock.NowMs, out int counts));
        Assert.InRange(counts, -43_000, -42_900);
    }

    [Fact]
    public void An_overloaded_cell_gives_no_reading()
    {
        _grams = 400;
        _clock.Advance(500_000);

        Assert.False(_cell.TryRead(_clock.NowMs, out _));
    }

    [Fact]
    public void A_reset_powers_the_part_down_so_that_its_next_sample_comes_after_settling()
    {
        _clock.Advance(500_000);
        Assert.True(_cell.TryReset());
        Assert.True(_cell.TryStart(_clock.NowMs));

        _clock.Advance(390_000);
        Assert.False(_cell.TryRead(_clock.NowMs, out _));
        _clock.Advance(20_000);

        Assert.True(_cell.TryRead(_clock.NowMs, out _));
    }

    [Fact]
    public void A_train_leaves_the_part_at_its_gain_for_the_next_sample()
    {
        _clock.Advance(500_000);
        Assert.True(_cell.TryRead(_clock.NowMs, out int first));
        _clock.Advance(100_000);

        Assert.True(_cell.TryRead(_clock.NowMs, out int second));
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData(BusFault.Absent)]
    [InlineData(BusFault.CorruptReads)]
    public void A_disturbed_part_gives_no_reading_and_comes_back_by_itself(BusFault fault)
    {
        _clock.Advance(500_000);
        _part.Fault = fault;
        Assert.False(_cell.TryRead(_clock.NowMs, out _));

        _part.Fault = BusFault.None;
        _grams = 20;
        _clock.Advance(500_000);

        Assert.True(_cell.TryRead(_clock.NowMs, out int counts));
        Assert.InRange(counts, 429_000, 430_000);
    }
}
