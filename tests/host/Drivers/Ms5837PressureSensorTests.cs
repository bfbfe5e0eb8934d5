using System;
using System.Linq;
using Haip.Drivers;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

[Trait("Category", "Drivers")]
public class Ms5837PressureSensorTests
{
    private const byte Address = 0x76;

    // The typical calibration of the data sheet, version 02BA01.
    private const string Calibration = "8000 B524 ABCD 7183 6CC2 7B41 6E05";

    private readonly VirtualClock _clock = new();
    private readonly VirtualI2cBus _bus = new();
    private readonly Ms5837PressureSensor _sensor;
    private double _truePa = 104_000;
    private double _trueC = 37;

    public Ms5837PressureSensorTests()
    {
        _bus.Attach(Address, new Ms5837Part(_clock, () => _truePa, () => _trueC, new SensorError(new Noise(1))));
        _sensor = new Ms5837PressureSensor(_bus);
        Start();
    }

    [Theory]
    [InlineData("7B4144", "62A7A4", 110_002, 20_000)] // the worked example of the data sheet
    [InlineData("7270E0", "602160", 98_098, -450)]    // second order, below 20 C
    [InlineData("8339C0", "62A7A4", 114_225, 37_540)]
    public void Counts_become_pascals_and_millidegrees(string temperature, string pressure, int expectedPa, int expectedMilliC)
    {
        Ms5837PressureSensor sensor = Scripted(Calibration, temperature, pressure);

        Assert.False(sensor.TryRead(50, out _));
        Assert.True(sensor.TryRead(100, out int pressurePa));
        Assert.Equal(expectedPa, pressurePa);
        Assert.Equal(expectedMilliC, sensor.TemperatureMilliC);
        Assert.Equal(50, sensor.SampledAtMs);
    }

    [Fact]
    public void Eight_pressures_are_converted_for_every_temperature()
    {
        var bus = new ScriptedI2cBus(Frames(Calibration, "7B4144", "62A7A4"));
        var sensor = new Ms5837PressureSensor(bus);
        Assert.True(sensor.TryReset());
        Assert.True(sensor.TryStart(0));
        Assert.Equal(["76: 1E", "76: A0", "76: A2", "76: A4", "76: A6", "76: A8", "76: AA", "76: AC", "76: 5A"], bus.Writes);
        bus.Writes.Clear();

        for (int tick = 1; tick <= 9; tick++)
        {
            sensor.TryRead(50 * tick, out _);
        }

        string[] pressure = ["76: 00", "76: 4A"];
        Assert.Equal([.. Enumerable.Repeat(pressure, 8).SelectMany(p => p), "76: 00", "76: 5A"], bus.Writes);
    }

    [Theory]
    [Trait("Requirement", "SR-408")]
    [InlineData("9000 B524 ABCD 7183 6CC2 7B41 6E05")] // check digit
    [InlineData("8000 B525 ABCD 7183 6CC2 7B41 6E05")] // one bit of C1
    [InlineData("3340 B524 ABCD 7183 6CC2 7B41 6E05")] // an MS5837-30BA, check digit right
    [InlineData("0000 0000 0000 0000 0000 0000 0000")] // not loaded: the check digit of zeros is zero
    [InlineData("FFFF FFFF FFFF FFFF FFFF FFFF FFFF")] // bus floating high
    public void A_calibration_that_is_not_this_parts_is_refused(string calibration)
    {
        Assert.False(new Ms5837PressureSensor(new ScriptedI2cBus(Frames(calibration))).TryStart(0));
    }

    [Theory]
    [Trait("Requirement", "SR-409")]
    [InlineData("7B4144", "000000")] // nothing was converted
    [InlineData("000000", "62A7A4")]
    [InlineData("7B4144", "700000")] // above 120 000 Pa
    [InlineData("7B4144", "3CF000")] // below 1000 Pa
    [InlineData("FFFFFF", "62A7A4")] // far above 85 C
    [InlineData("400000", "62A7A4")] // far below -20 C
    public void Counts_that_cannot_be_are_no_reading(string temperature, string pressure)
    {
        Ms5837PressureSensor sensor = Scripted(Calibration, temperature, pressure);

        for (int tick = 1; tick <= 2; tick++)
        {
            Assert.False(sensor.TryRead(50 * tick, out int pressurePa));
            Assert.Equal(0, pressurePa);
        }
    }

    [Theory]
    [InlineData(104_000, 37)]
    [InlineData(101_325, 20)]
    [InlineData(30_000, 5)]
    [InlineData(119_000, -10)]
    [InlineData(70_000, 60)]
    public void The_pressure_is_right_at_every_temperature(double truePa, double trueC)
    {
        _truePa = truePa;
        _trueC = trueC;

        Assert.InRange(Read(ticks: 20), truePa - 1.5, truePa + 1.5); // resolution 1 Pa, and the temperature is rounded too
        Assert.InRange(_sensor.TemperatureMilliC, (trueC * 1000) - 11, (trueC * 1000) + 11);
    }

    [Fact]
    [Trait("Requirement", "SR-409")]
    public void The_newest_pressure_is_returned_by_every_call_until_it_is_too_old()
    {
        Read(ticks: 5);
        long sampledAtMs = _sensor.SampledAtMs;

        Assert.True(_sensor.TryRead(_clock.NowMs, out _)); // nothing new yet, and nothing wrong
        Assert.Equal(sampledAtMs, _sensor.SampledAtMs);

        _bus.SetFault(Address, BusFault.Absent);
        _clock.Advance((sampledAtMs + Ms5837PressureSensor.MaxAgeMs - _clock.NowMs) * 1000);
        Assert.True(_sensor.TryRead(_clock.NowMs, out _));
        _clock.Advance(1000);
        Assert.False(_sensor.TryRead(_clock.NowMs, out int pressurePa));
        Assert.Equal(0, pressurePa);
    }

    [Fact]
    public void A_change_is_seen_within_three_ticks()
    {
        Read(ticks: 30);

        for (int i = 0; i < 20; i++)
        {
            _truePa = 95_000 + (i * 1000);
            Assert.InRange(Read(ticks: 3), _truePa - 1.5, _truePa + 1.5);
        }
    }

    [Fact]
    public void A_part_that_lost_its_supply_for_a_moment_recovers_by_itself()
    {
        Read(ticks: 5);
        _bus.SetFault(Address, BusFault.Absent);
        Tick(3);
        _bus.SetFault(Address, BusFault.None);
        _truePa = 90_000;
        Tick(20);

        Assert.InRange(Read(ticks: 1), 89_998, 90_002);
    }

    [Fact]
    [Trait("Requirement", "SR-408")]
    public void A_part_that_was_away_for_long_may_be_another_one_and_is_lost_until_it_is_started_again()
    {
        Read(ticks: 5);
        _bus.SetFault(Address, BusFault.Absent);
        Tick(40);
        Assert.False(_sensor.TryStart(_clock.NowMs));

        _bus.SetFault(Address, BusFault.None);
        Tick(40);
        Assert.False(_sensor.TryRead(_clock.NowMs, out _));

        Start();
        Read(ticks: 3);
    }

    [Fact]
    public void A_disturbed_calibration_is_refused()
    {
        _sensor.TryReset();
        _clock.Advance(Settling.ResetMs * 1000);
        _bus.SetFault(Address, BusFault.CorruptReads);

        Assert.False(_sensor.TryStart(_clock.NowMs));
    }

    [Fact]
    public void A_caller_that_paused_does_not_get_what_was_converted_before_the_pause()
    {
        Read(ticks: 5);
        _clock.Advance(10_000_000);
        _truePa = 90_000;

        Assert.False(_sensor.TryRead(_clock.NowMs, out _));
        Assert.InRange(Read(ticks: 3), 89_998, 90_002);
    }

    [Fact]
    public void The_part_has_no_calibration_before_a_reset_and_no_result_before_the_end_of_a_conversion()
    {
        var answer = new byte[3];
        _bus.PowerCycle();
        _clock.Advance(5_000);
        _bus.WriteRead(Address, [0xA2], 1, answer, 2);
        Assert.Equal([0, 0, 0], answer);

        _bus.Write(Address, [0x4A], 1);
        _clock.Advance(20_400);
        _bus.WriteRead(Address, [0x00], 1, answer, 3);
        Assert.Equal([0, 0, 0], answer);

        _bus.Write(Address, [0x4A], 1);
        _clock.Advance(20_500);
        _bus.WriteRead(Address, [0x00], 1, answer, 3);
        Assert.NotEqual(0, answer[0]);
        _bus.WriteRead(Address, [0x00], 1, answer, 3);
        Assert.Equal([0, 0, 0], answer);
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        Read(ticks: 20);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Tick(1000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static byte[][] Frames(params string[] hex) =>
        [.. hex.SelectMany(h => h.Split(' ')).Select(Convert.FromHexString)];

    private static Ms5837PressureSensor Scripted(params string[] hex)
    {
        var sensor = new Ms5837PressureSensor(new ScriptedI2cBus(Frames(hex)));
        Assert.True(sensor.TryStart(0));
        return sensor;
    }

    private void Start()
    {
        _sensor.TryReset();
        _clock.Advance(Settling.ResetMs * 1000);
        Assert.True(_sensor.TryStart(_clock.NowMs));
    }

    private void Tick(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _clock.Advance(50_000);
            _sensor.TryRead(_clock.NowMs, out _);
        }
    }

    private int Read(int ticks)
    {
        Tick(ticks - 1);
        _clock.Advance(50_000);
        Assert.True(_sensor.TryRead(_clock.NowMs, out int pressurePa));
        return pressurePa;
    }
}
