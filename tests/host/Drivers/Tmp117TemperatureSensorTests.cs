using Haip.Drivers;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

[Trait("Category", "Drivers")]
public class Tmp117TemperatureSensorTests
{
    private const byte Address = 0x48;

    private static readonly byte[] s_ready = [0x22, 0x20];
    private static readonly byte[] s_notReady = [0x02, 0x20];

    private readonly VirtualClock _clock = new();
    private readonly VirtualI2cBus _bus = new();
    private readonly Tmp117TemperatureSensor _sensor;
    private double _trueC = 37;

    public Tmp117TemperatureSensorTests()
    {
        _bus.Attach(Address, new Tmp117Part(_clock, () => _trueC, new SensorError(new Noise(1))));
        _sensor = new Tmp117TemperatureSensor(_bus, Address);
    }

    [Theory] // data sheet SNOSD82D, table 7-1
    [InlineData(new byte[] { 0xF3, 0x80 }, -25_000)]
    [InlineData(new byte[] { 0xFF, 0xF0 }, -125)]
    [InlineData(new byte[] { 0x00, 0x00 }, 0)]
    [InlineData(new byte[] { 0x00, 0x01 }, 7)] // 7.8125
    [InlineData(new byte[] { 0x0C, 0x80 }, 25_000)]
    [InlineData(new byte[] { 0x32, 0x00 }, 100_000)]
    public void Counts_become_thousandths_of_a_degree(byte[] result, int expectedMilliC)
    {
        var sensor = new Tmp117TemperatureSensor(new ScriptedI2cBus(s_ready, result), Address);

        Assert.True(sensor.TryRead(0, out int temperatureMilliC));
        Assert.Equal(expectedMilliC, temperatureMilliC);
    }

    [Theory]
    [Trait("Requirement", "SR-409")]
    [InlineData(new byte[] { 0x22, 0x20 }, new byte[] { 0x80, 0x00 })] // ready, but "no conversion yet"
    [InlineData(new byte[] { 0x22, 0x20 }, new byte[] { 0x4B, 0x01 })] // 150.008 °C
    [InlineData(new byte[] { 0x22, 0x20 }, new byte[] { 0xE4, 0x7F })] // -55.008 °C
    [InlineData(new byte[] { 0x02, 0x20 }, new byte[] { 0x12, 0x80 })] // not ready
    [InlineData(new byte[] { 0x26, 0x20 }, new byte[] { 0x12, 0x80 })] // shut down
    [InlineData(new byte[] { 0xFF, 0xFF }, new byte[] { 0x12, 0x80 })] // bus floating high
    public void An_answer_that_cannot_be_a_new_temperature_is_no_reading(byte[] configuration, byte[] result)
    {
        var sensor = new Tmp117TemperatureSensor(new ScriptedI2cBus(configuration, result), Address);

        Assert.False(sensor.TryRead(0, out int temperatureMilliC));
        Assert.Equal(0, temperatureMilliC);
    }

    [Theory]
    [Trait("Requirement", "SR-408")]
    [InlineData(new byte[] { 0x01, 0x17 }, true)]
    [InlineData(new byte[] { 0x11, 0x17 }, true)]  // another revision
    [InlineData(new byte[] { 0x11, 0x16 }, false)] // a TMP116
    [InlineData(new byte[] { 0x00, 0x75 }, false)]
    public void Only_a_tmp117_starts(byte[] id, bool expected)
    {
        var bus = new ScriptedI2cBus(id);

        Assert.Equal(expected, new Tmp117TemperatureSensor(bus, 0x49).TryStart(0));
        Assert.Equal(expected ? ["49: 0F", "49: 01-02-20"] : ["49: 0F"], bus.Writes);
    }

    [Fact]
    public void A_temperature_is_repeated_for_three_seconds_and_not_longer()
    {
        var sensor = new Tmp117TemperatureSensor(new ScriptedI2cBus(s_ready, [0x12, 0x80], s_notReady), Address);
        sensor.TryRead(1_000, out _);

        Assert.True(sensor.TryRead(4_000, out int temperatureMilliC));
        Assert.Equal(37_000, temperatureMilliC);
        Assert.False(sensor.TryRead(4_001, out _));
    }

    [Fact]
    public void There_is_no_temperature_before_the_first_conversion_and_always_one_after()
    {
        Assert.True(_sensor.TryStart(_clock.NowMs));
        _clock.Advance(100_000);
        Assert.False(_sensor.TryRead(_clock.NowMs, out _));

        for (int i = 0; i < 100; i++)
        {
            _clock.Advance(100_000);
            Assert.True(_sensor.TryRead(_clock.NowMs, out int temperatureMilliC));
            Assert.Equal(37_000, temperatureMilliC);
        }
    }

    [Fact]
    public void The_temperature_follows_within_one_conversion_cycle()
    {
        Start();
        _trueC = -10.5;
        _clock.Advance(1_000_000);

        Assert.True(_sensor.TryRead(_clock.NowMs, out int temperatureMilliC));
        Assert.Equal(-10_500, temperatureMilliC);
    }

    [Fact]
    public void A_reset_part_converts_anew()
    {
        Start();
        Assert.True(_sensor.TryReset());
        Assert.False(_sensor.TryStart(_clock.NowMs)); // loading its EEPROM

        _clock.Advance(Settling.ResetMs * 1000);
        Start();

        Assert.True(_sensor.TryRead(_clock.NowMs, out _));
    }

    [Fact]
    public void An_unplugged_part_gives_no_reading_and_comes_back_by_itself()
    {
        Start();
        Assert.True(_sensor.TryRead(_clock.NowMs, out _));
        _bus.SetFault(Address, BusFault.Absent);
        Assert.False(_sensor.TryRead(_clock.NowMs, out int temperatureMilliC));
        Assert.Equal(0, temperatureMilliC);

        _bus.SetFault(Address, BusFault.None);
        Assert.False(_sensor.TryRead(_clock.NowMs, out _)); // what was known before is forgotten
        _trueC = 20;
        _clock.Advance(200_000);

        Assert.True(_sensor.TryRead(_clock.NowMs, out temperatureMilliC));
        Assert.Equal(20_000, temperatureMilliC);
    }

    [Fact]
    public void Corrupted_reads_give_no_reading()
    {
        Start();
        _bus.SetFault(Address, BusFault.CorruptReads);

        Assert.False(_sensor.TryRead(_clock.NowMs, out _));
        Assert.False(_sensor.TryStart(_clock.NowMs));
    }

    private void Start()
    {
        Assert.True(_sensor.TryStart(_clock.NowMs));
        _clock.Advance(200_000);
    }
}
