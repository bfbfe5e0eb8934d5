using Haip.Drivers;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

[Trait("Category", "Drivers")]
public class Max17048FuelGaugeTests
{
    private const byte Address = 0x36;

    private readonly VirtualClock _clock = new();
    private readonly VirtualI2cBus _bus = new();
    private readonly Max17048FuelGauge _gauge;
    private double _trueVolts = 3.7;
    private double _truePercent = 55.5;

    public Max17048FuelGaugeTests()
    {
        _bus.Attach(Address, new Max17048Part(_clock, () => _trueVolts, new SensorError(new Noise(1)), () => _truePercent));
        _gauge = new Max17048FuelGauge(_bus);
    }

    [Theory] // VCELL in 78.125 µV, SOC in 1/256 %, MODE, VERSION
    [InlineData(new byte[] { 0xB9, 0x00, 0x32, 0x00, 0x00, 0x00, 0x00, 0x12 }, 3_700, 500)]
    [InlineData(new byte[] { 0xD2, 0x00, 0x64, 0x00, 0x00, 0x00, 0x00, 0x11 }, 4_200, 1_000)]
    [InlineData(new byte[] { 0xD2, 0x00, 0x66, 0x80, 0x00, 0x00, 0x00, 0x11 }, 4_200, 1_000)] // 102.5 %
    [InlineData(new byte[] { 0x96, 0x00, 0x00, 0x80, 0x10, 0x00, 0x00, 0x12 }, 3_000, 5)]     // half a percent
    public void Counts_become_millivolts_and_permille(byte[] frame, int expectedMilliVolts, int expectedPermille)
    {
        Max17048FuelGauge gauge = Started(frame);

        Assert.True(gauge.TryRead(1_000, out int cellMilliVolts, out int chargePermille));
        Assert.Equal(expectedMilliVolts, cellMilliVolts);
        Assert.Equal(expectedPermille, chargePermille);
    }

    [Theory]
    [Trait("Requirement", "SR-409")]
    [InlineData(new byte[] { 0x00, 0x00, 0x32, 0x00, 0x00, 0x00, 0x00, 0x12 })] // no voltage yet
    [InlineData(new byte[] { 0x7C, 0xFF, 0x32, 0x00, 0x00, 0x00, 0x00, 0x12 })] // 2.499 V
    [InlineData(new byte[] { 0xE1, 0x0D, 0x32, 0x00, 0x00, 0x00, 0x00, 0x12 })] // 4.501 V
    [InlineData(new byte[] { 0xB9, 0x00, 0x78, 0x1A, 0x00, 0x00, 0x00, 0x12 })] // 120.1 %
    public void A_value_out_of_range_is_no_reading(byte[] frame)
    {
        Max17048FuelGauge gauge = Started(frame);

        Assert.False(gauge.TryRead(1_000, out int cellMilliVolts, out int chargePermille));
        Assert.Equal(0, cellMilliVolts);
        Assert.Equal(0, chargePermille);
    }

    [Theory]
    [Trait("Requirement", "SR-408")]
    [InlineData(0x00, 0x02)] // a MAX17043
    [InlineData(0x01, 0x12)]
    [InlineData(0xFF, 0xFF)]
    public void Another_version_does_not_start(byte high, byte low)
    {
        var bus = new ScriptedI2cBus(new byte[] { 0xB9, 0, 0x32, 0, 0, 0, high, low });

        Assert.False(new Max17048FuelGauge(bus).TryStart(0));
        Assert.Single(bus.Writes);
    }

    [Fact]
    public void A_frame_with_another_version_is_no_reading()
    {
        Max17048FuelGauge gauge = Started(
            [0xB9, 0x00, 0x32, 0x00, 0x00, 0x00, 0x00, 0x12],
            [0xB9, 0x00, 0x32, 0x00, 0x00, 0x00, 0x00, 0x02]);

        Assert.False(gauge.TryRead(1_000, out _, out _));
    }

    [Fact]
    public void Starting_forbids_hibernation_and_resetting_sends_nothing()
    {
        var bus = new ScriptedI2cBus(new byte[] { 0xB9, 0, 0x32, 0, 0, 0, 0, 0x12 });
        var gauge = new Max17048FuelGauge(bus);

        Assert.True(gauge.TryReset());
        Assert.True(gauge.TryStart(0));
        Assert.Equal(["36: 02", "36: 0A-00-00"], bus.Writes);
    }

    [Fact]
    public void The_first_estimate_is_waited_for()
    {
        Assert.True(_gauge.TryStart(_clock.NowMs));
        _clock.Advance(999_000);
        Assert.False(_gauge.TryRead(_clock.NowMs, out _, out _));

        _clock.Advance(1_000);
        Assert.True(_gauge.TryRead(_clock.NowMs, out int cellMilliVolts, out int chargePermille));
        Assert.Equal(3_700, cellMilliVolts);
        Assert.Equal(555, chargePermille);
    }

    [Fact]
    public void The_voltage_is_never_older_than_half_a_second()
    {
        Start();
        _trueVolts = 3.1;
        _truePercent = 3;
        _clock.Advance(500_000);

        Assert.True(_gauge.TryRead(_clock.NowMs, out int cellMilliVolts, out int chargePermille));
        Assert.Equal(3_100, cellMilliVolts);
        Assert.Equal(30, chargePermille);
    }

    [Fact]
    public void A_gauge_that_was_lost_is_started_again_and_read_after_its_first_estimate()
    {
        Start();
        _bus.SetFault(Address, BusFault.Absent);
        Assert.False(_gauge.TryRead(_clock.NowMs, out int cellMilliVolts, out int chargePermille));
        Assert.Equal(0, cellMilliVolts);
        Assert.Equal(0, chargePermille);
        Assert.False(_gauge.TryRead(_clock.NowMs, out _, out _));

        _bus.SetFault(Address, BusFault.None);
        Assert.False(_gauge.TryRead(_clock.NowMs, out _, out _));
        _clock.Advance(1_000_000);
        Assert.True(_gauge.TryRead(_clock.NowMs, out _, out _));

        _trueVolts = 3.5;
        _clock.Advance(500_000);
        Assert.True(_gauge.TryRead(_clock.NowMs, out cellMilliVolts, out _));
        Assert.Equal(3_500, cellMilliVolts); // awake again
    }

    [Fact]
    public void Corrupted_reads_give_no_reading()
    {
        Start();
        _bus.SetFault(Address, BusFault.CorruptReads);

        Assert.False(_gauge.TryRead(_clock.NowMs, out _, out _));
        Assert.False(_gauge.TryStart(_clock.NowMs));
    }

    private static Max17048FuelGauge Started(params byte[][] frames)
    {
        var gauge = new Max17048FuelGauge(new ScriptedI2cBus(frames));
        Assert.True(gauge.TryStart(0));
        return gauge;
    }

    private void Start()
    {
        Assert.True(_gauge.TryStart(_clock.NowMs));
        _clock.Advance(1_000_000);
        Assert.True(_gauge.TryRead(_clock.NowMs, out _, out _));
    }
}
