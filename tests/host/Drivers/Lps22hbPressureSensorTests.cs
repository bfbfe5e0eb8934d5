using Haip.Drivers;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

[Trait("Category", "Drivers")]
public class Lps22hbPressureSensorTests
{
    private const byte Address = 0x5C;

    private readonly VirtualClock _clock = new();
    private readonly VirtualI2cBus _bus = new();
    private readonly Lps22hbPressureSensor _sensor;
    private double _truePa = 101_325;

    public Lps22hbPressureSensorTests()
    {
        _bus.Attach(Address, new Lps22hbPart(_clock, () => _truePa, new SensorError(new Noise(1))));
        _sensor = new Lps22hbPressureSensor(_bus);
    }

    [Theory]
    [InlineData(new byte[] { 0x03, 0x00, 0x54, 0x3F }, 101_325)] // 1013.25 hPa of 4096 counts each, low byte first
    [InlineData(new byte[] { 0x01, 0x00, 0x40, 0x10 }, 26_000)]
    [InlineData(new byte[] { 0x31, 0x00, 0xC0, 0x4E }, 126_000)] // samples overrun since the last read: this one is the newest
    public void Counts_become_pascals(byte[] frame, int expectedPa)
    {
        var sensor = new Lps22hbPressureSensor(new ScriptedI2cBus(frame));

        Assert.True(sensor.TryRead(0, out int pressurePa));
        Assert.Equal(expectedPa, pressurePa);
    }

    [Theory]
    [Trait("Requirement", "SR-409")]
    [InlineData(new byte[] { 0x02, 0x00, 0x54, 0x3F })] // only the temperature is new
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF })] // bus floating high
    [InlineData(new byte[] { 0x00, 0x00, 0x00, 0x00 })]
    [InlineData(new byte[] { 0x41, 0x00, 0x54, 0x3F })] // a bit that is always 0
    [InlineData(new byte[] { 0x01, 0x00, 0x00, 0x10 })] // 256 hPa
    [InlineData(new byte[] { 0x01, 0x00, 0x10, 0x4F })] // 1265 hPa
    [InlineData(new byte[] { 0x01, 0x00, 0x00, 0x80 })] // negative
    public void A_frame_that_cannot_be_a_new_pressure_is_no_reading(byte[] frame)
    {
        var sensor = new Lps22hbPressureSensor(new ScriptedI2cBus(frame));

        Assert.False(sensor.TryRead(0, out int pressurePa));
        Assert.Equal(0, pressurePa);
    }

    [Fact]
    public void Starting_configures_ten_samples_a_second_through_the_filter_and_restarts_it()
    {
        var bus = new ScriptedI2cBus(new byte[] { 0xB1 });

        Assert.True(new Lps22hbPressureSensor(bus).TryStart(0));
        Assert.Equal(["5C: 0F", "5C: 10-2A-10", "5C: 33"], bus.Writes);
    }

    [Fact]
    public void Resetting_sets_the_reset_bit()
    {
        var bus = new ScriptedI2cBus(new byte[] { 0 });

        Assert.True(new Lps22hbPressureSensor(bus).TryReset());
        Assert.Equal(["5C: 11-14"], bus.Writes);
    }

    [Fact]
    [Trait("Requirement", "SR-408")]
    public void Another_part_at_the_address_is_refused()
    {
        var bus = new ScriptedI2cBus(new byte[] { 0xB3 }); // an LPS22HH

        Assert.False(new Lps22hbPressureSensor(bus).TryStart(0));
        Assert.Single(bus.Writes);
    }

    [Fact]
    public void Every_read_of_a_running_part_tells_the_pressure_even_between_samples()
    {
        Start();

        for (int i = 0; i < 100; i++)
        {
            _clock.Advance(30_000);
            Assert.True(_sensor.TryRead(_clock.NowMs, out int pressurePa));
            Assert.InRange(pressurePa, 101_324, 101_325);
        }
    }

    [Fact]
    public void The_pressure_follows_within_a_second()
    {
        Start();
        _truePa = 70_000;
        _clock.Advance(1_000_000);

        Assert.True(_sensor.TryRead(_clock.NowMs, out int pressurePa));
        Assert.InRange(pressurePa, 69_900, 70_100);
    }

    [Fact]
    [Trait("Requirement", "SR-409")]
    public void A_sleeping_part_holds_a_plausible_pressure_that_is_not_believed()
    {
        _clock.Advance(1_000_000);

        Assert.False(_sensor.TryRead(_clock.NowMs, out _));
    }

    [Fact]
    public void A_sample_is_repeated_for_a_second_and_not_longer()
    {
        var sensor = new Lps22hbPressureSensor(new ScriptedI2cBus([0x01, 0x00, 0x54, 0x3F], [0x00, 0x00, 0x54, 0x3F]));
        sensor.TryRead(500, out _);

        Assert.True(sensor.TryRead(1_500, out int pressurePa));
        Assert.Equal(101_325, pressurePa);
        Assert.False(sensor.TryRead(1_501, out _));
    }

    [Fact]
    public void After_an_unanswered_read_nothing_from_before_is_repeated()
    {
        Start();
        Assert.True(_sensor.TryRead(_clock.NowMs, out _));

        _bus.SetFault(Address, BusFault.Absent);
        Assert.False(_sensor.TryRead(_clock.NowMs, out _));
        _bus.SetFault(Address, BusFault.None);

        Assert.False(_sensor.TryRead(_clock.NowMs, out int pressurePa));
        Assert.Equal(0, pressurePa);
    }

    [Fact]
    public void A_part_that_lost_its_supply_measures_again_once_it_is_started()
    {
        Start();
        _bus.SetFault(Address, BusFault.Absent);
        Assert.False(_sensor.TryReset());
        Assert.False(_sensor.TryStart(_clock.NowMs));

        _bus.SetFault(Address, BusFault.None);
        Assert.True(_sensor.TryReset());
        Start();

        Assert.True(_sensor.TryRead(_clock.NowMs, out int pressurePa));
        Assert.InRange(pressurePa, 101_324, 101_325);
    }

    [Fact]
    public void A_corrupted_identity_does_not_start()
    {
        _bus.SetFault(Address, BusFault.CorruptReads);

        Assert.False(_sensor.TryStart(_clock.NowMs));
    }

    private void Start()
    {
        Assert.True(_sensor.TryStart(_clock.NowMs));
        _clock.Advance(200_000);
    }
}
