using Haip.Drivers;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

[Trait("Category", "Drivers")]
public class Abp2PressureSensorTests
{
    private const byte Address = 0x28;

    private readonly VirtualClock _clock = new();
    private readonly VirtualI2cBus _bus = new();
    private readonly Abp2PressureSensor _sensor;
    private double _truePa = 12_400;

    public Abp2PressureSensorTests()
    {
        _bus.Attach(Address, new Abp2Part(_clock, () => _truePa, new SensorError(new Noise(1))));
        _sensor = new Abp2PressureSensor(_bus, Address);
        _sensor.TryStart(_clock.NowMs);
        _clock.Advance(50_000);
    }

    [Theory]
    [InlineData(new byte[] { 0x40, 0x19, 0x99, 0x9A }, 0)]         // Omin, 10 % of 2^24
    [InlineData(new byte[] { 0x40, 0xE6, 0x66, 0x66 }, 34_474)]    // Omax, 90 % of 2^24
    [InlineData(new byte[] { 0x40, 0x80, 0x00, 0x00 }, 17_237)]    // mid-scale
    public void Counts_become_pascals(byte[] frame, int expectedPa)
    {
        var sensor = new Abp2PressureSensor(new ScriptedI2cBus(frame), Address);
        sensor.TryStart(0);

        Assert.True(sensor.TryRead(50, out int pressurePa));
        Assert.Equal(expectedPa, pressurePa);
    }

    [Theory]
    [Trait("Requirement", "SR-409")]
    [InlineData(0x60)] // busy
    [InlineData(0x44)] // memory integrity error
    [InlineData(0x41)] // saturated
    [InlineData(0x00)] // not powered
    [InlineData(0xFF)] // bus floating high
    public void Any_status_but_powered_and_idle_is_no_reading(byte status)
    {
        var sensor = new Abp2PressureSensor(new ScriptedI2cBus(new byte[] { status, 0x80, 0, 0 }), Address);
        sensor.TryStart(0);

        Assert.False(sensor.TryRead(50, out _));
    }

    [Fact]
    public void All_zero_counts_with_a_clean_status_are_the_latch_up_quirk_and_no_reading()
    {
        var sensor = new Abp2PressureSensor(new ScriptedI2cBus(new byte[] { 0x40, 0, 0, 0 }), Address);
        sensor.TryStart(0);

        Assert.False(sensor.TryRead(50, out _));
    }

    [Fact]
    public void The_reading_carries_the_time_at_which_the_pressure_was_taken()
    {
        Assert.True(_sensor.TryRead(50, out int pressurePa));

        Assert.InRange(pressurePa, 12_399, 12_401);
        Assert.Equal(0, _sensor.SampledAtMs);
    }

    [Fact]
    [Trait("Requirement", "SR-409")]
    public void A_sample_that_waited_too_long_is_thrown_away()
    {
        _clock.Advance(1_000_000);

        Assert.False(_sensor.TryRead(_clock.NowMs, out _));
        _clock.Advance(50_000);
        Assert.True(_sensor.TryRead(_clock.NowMs, out _));
    }

    [Fact]
    [Trait("Requirement", "SR-409")]
    public void An_unplugged_part_gives_no_reading_and_comes_back_by_itself()
    {
        _bus.SetFault(Address, BusFault.Absent);
        Assert.False(_sensor.TryRead(_clock.NowMs, out _));

        _bus.SetFault(Address, BusFault.None);
        _truePa = 20_000;
        _clock.Advance(50_000);
        Assert.False(_sensor.TryRead(_clock.NowMs, out _)); // nothing was converting
        _clock.Advance(50_000);

        Assert.True(_sensor.TryRead(_clock.NowMs, out int pressurePa));
        Assert.InRange(pressurePa, 19_999, 20_001);
    }
}
