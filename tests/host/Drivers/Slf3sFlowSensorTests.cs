using System;
using Haip.Drivers;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

[Trait("Category", "Drivers")]
public class Slf3sFlowSensorTests
{
    private const byte Address = 0x08;

    private static readonly byte[] s_identity = Convert.FromHexString("07037C0302CE00008100008112343756787D");

    private readonly VirtualClock _clock = new();
    private readonly VirtualI2cBus _bus = new();
    private readonly Slf3sFlowSensor _sensor;
    private double _totalNl;
    private double _nlPerMinute;
    private bool _air;

    public Slf3sFlowSensorTests()
    {
        _bus.Attach(Address, new Slf3sPart(_clock, () => _totalNl, new SensorError(new Noise(1)), () => _air));
        _sensor = new Slf3sFlowSensor(_bus);
        Start();
    }

    [Fact]
    public void Starting_identifies_the_part_and_selects_the_water_calibration()
    {
        var bus = new ScriptedI2cBus(s_identity);
        var sensor = new Slf3sFlowSensor(bus);

        Assert.True(sensor.TryReset());
        Assert.True(sensor.TryStart(0));

        Assert.Equal(["08: 3F-F9", "08: 36-7C", "08: E1-02", "08: 36-08"], bus.Writes);
    }

    [Theory]
    [Trait("Requirement", "SR-408")]
    [InlineData("07037C04026000008100008112343756787D")] // SLF3C-1300F: another scale
    [InlineData("07037C0302CE00008100008112343756787E")] // last check byte wrong
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")] // bus floating high
    public void Any_other_part_is_refused(string identity)
    {
        var bus = new ScriptedI2cBus(Convert.FromHexString(identity));

        Assert.False(new Slf3sFlowSensor(bus).TryStart(0));
        Assert.DoesNotContain("08: 36-08", bus.Writes);
    }

    [Theory]
    [InlineData("07D02B1DB010000081", 12_000_000)]    // 2000 counts = 200 uL/min = 12 mL/h
    [InlineData("FC18D71DB010000081", -6_000_000)]    // -1000 counts: from the patient
    [InlineData("0000811DB010000081", 0)]
    [InlineData("7EF4911DB010000081", 195_000_000)]   // 32500 counts, the limit of the output
    [InlineData("810C2B1DB010000081", -195_000_000)]
    public void Counts_become_nanolitres_an_hour(string frame, int expectedNlPerHour)
    {
        Slf3sFlowSensor sensor = Scripted(frame);

        Assert.True(sensor.TryRead(60, out int flowNlPerHour));
        Assert.Equal(expectedNlPerHour, flowNlPerHour);
        Assert.False(sensor.AirInLine || sensor.HighFlow || sensor.Smoothed);
    }

    [Theory]
    [Trait("Requirement", "SR-409")]
    [InlineData("7FFF8F1DB010000081")] // 32767: no reading
    [InlineData("7EF5A01DB010000081")] // one count beyond the limit
    [InlineData("810BBC1DB010000081")]
    [InlineData("07D02A1DB010000081")] // check byte of the flow
    [InlineData("07D02B1DB011000081")] // check byte of the temperature
    [InlineData("07D02B1DB010000181")] // check byte of the flags
    [InlineData("FFFFFFFFFFFFFFFFFF")] // bus floating high
    public void A_frame_that_cannot_be_trusted_is_no_reading(string frame)
    {
        Slf3sFlowSensor sensor = Scripted(frame);

        Assert.False(sensor.TryRead(60, out int flowNlPerHour));
        Assert.Equal(0, flowNlPerHour);
    }

    [Theory]
    [InlineData("07D02B1DB0100001B0", true, false, false)]
    [InlineData("07D02B1DB0100002E3", false, true, false)]
    [InlineData("07D02B1DB010002007", false, false, true)]
    [InlineData("07D02B1DB010002354", true, true, true)]
    public void Flags_are_those_of_the_frame_and_are_gone_when_a_read_fails(string frame, bool air, bool highFlow, bool smoothed)
    {
        var bus = new ScriptedI2cBus(s_identity, Convert.FromHexString(frame));
        var sensor = new Slf3sFlowSensor(bus);
        sensor.TryStart(0);

        Assert.True(sensor.TryRead(60, out _));
        Assert.Equal((air, highFlow, smoothed), (sensor.AirInLine, sensor.HighFlow, sensor.Smoothed));

        bus.Acknowledges = false;
        Assert.False(sensor.TryRead(110, out _));
        Assert.False(sensor.AirInLine || sensor.HighFlow || sensor.Smoothed);
    }

    [Fact]
    public void Nothing_is_read_before_the_heater_has_settled()
    {
        Slf3sFlowSensor sensor = Scripted("07D02B1DB010000081");

        Assert.False(sensor.TryRead(59, out _));
        Assert.True(sensor.TryRead(60, out _));
    }

    [Fact]
    public void The_sum_of_flow_and_time_is_the_volume_whatever_the_flow_did_in_between()
    {
        Read();
        double startNl = _totalNl;
        double integralNl = 0;

        for (int tick = 0; tick < 40; tick++)
        {
            _nlPerMinute = tick % 7 * 31_000; // up to 186 uL/min
            Flow(23_000);
            _nlPerMinute = -_nlPerMinute / 3;
            Flow(27_000);
            integralNl += Read() * 50.0 / 3_600_000;
            Assert.False(_sensor.Smoothed);
        }

        // Half a count is 50 nL/min: 0.042 nL in 50 ms.
        Assert.InRange(integralNl, _totalNl - startNl - (40 * 0.042), _totalNl - startNl + (40 * 0.042));
    }

    [Fact]
    public void A_part_that_is_read_too_rarely_says_that_it_smoothed()
    {
        Read();
        _nlPerMinute = 100_000;
        Flow(65_000);
        int smoothedNlPerHour = Read();

        Assert.True(_sensor.Smoothed);
        Assert.InRange(smoothedNlPerHour, 1, 5_000_000); // truth 6 000 000

        Flow(64_000);
        Assert.Equal(6_000_000, Read());
        Assert.False(_sensor.Smoothed);
    }

    [Fact]
    public void Air_and_excessive_flow_are_flagged()
    {
        Read();
        _air = true;
        _nlPerMinute = 4_000_000;
        Flow(50_000);

        Assert.Equal(195_000_000, Read());
        Assert.True(_sensor.AirInLine && _sensor.HighFlow);

        _air = false;
        _nlPerMinute = 0;
        Flow(50_000);
        Assert.Equal(0, Read());
        Assert.False(_sensor.AirInLine || _sensor.HighFlow);
    }

    [Fact]
    public void An_error_of_the_sensor_is_in_nanolitres_a_minute()
    {
        var bus = new VirtualI2cBus();
        var error = new SensorError(new Noise(1)) { Gain = 1.02, Offset = 1_000 };
        bus.Attach(Address, new Slf3sPart(_clock, () => _totalNl, error, () => false));
        var sensor = new Slf3sFlowSensor(bus);
        sensor.TryStart(_clock.NowMs);
        Flow(60_000);
        sensor.TryRead(_clock.NowMs, out _);

        _nlPerMinute = 100_000;
        Flow(50_000);

        Assert.True(sensor.TryRead(_clock.NowMs, out int flowNlPerHour));
        Assert.Equal(103_000 * 60, flowNlPerHour);
    }

    [Fact]
    public void A_measuring_part_refuses_to_identify_itself_until_it_is_stopped()
    {
        Assert.False(_sensor.TryStart(_clock.NowMs));

        Start();
        Read();
    }

    [Fact]
    public void A_part_is_mute_until_its_first_result()
    {
        _bus.PowerCycle();
        _clock.Advance(25_000);
        var buffer = new byte[9];
        Assert.False(_bus.Read(Address, buffer, 9));

        _bus.Write(Address, [0x36, 0x08], 2);
        _clock.Advance(11_900);
        Assert.False(_bus.Read(Address, buffer, 9));
        _clock.Advance(100);
        Assert.True(_bus.Read(Address, buffer, 9));
    }

    [Fact]
    public void Flags_wait_for_a_master_that_reads_them()
    {
        Read();
        var buffer = new byte[9];
        _air = true;
        Flow(50_000);
        _bus.Read(Address, buffer, 3);
        _air = false;
        Flow(50_000);
        Read();

        Assert.True(_sensor.AirInLine);
    }

    [Fact]
    [Trait("Requirement", "SR-409")]
    public void A_disturbed_bus_gives_no_reading()
    {
        _bus.SetFault(Address, BusFault.CorruptReads);
        Assert.False(_sensor.TryRead(_clock.NowMs, out _));

        _bus.SetFault(Address, BusFault.None);
        Read();
    }

    [Fact]
    [Trait("Requirement", "SR-408")]
    public void A_part_that_was_unplugged_is_lost_until_it_is_started_again()
    {
        _bus.SetFault(Address, BusFault.Absent);
        Assert.False(_sensor.TryRead(_clock.NowMs, out _));
        Assert.False(_sensor.TryStart(_clock.NowMs));

        _bus.SetFault(Address, BusFault.None);
        _clock.Advance(100_000);
        Assert.False(_sensor.TryRead(_clock.NowMs, out _));

        Start();
        Read();
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        Read();
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 1000; i++)
        {
            _clock.Advance(50_000);
            _sensor.TryRead(_clock.NowMs, out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Slf3sFlowSensor Scripted(string frame)
    {
        var sensor = new Slf3sFlowSensor(new ScriptedI2cBus(s_identity, Convert.FromHexString(frame)));
        Assert.True(sensor.TryStart(0));
        return sensor;
    }

    private void Start()
    {
        _sensor.TryReset();
        _clock.Advance(Settling.ResetMs * 1000);
        Assert.True(_sensor.TryStart(_clock.NowMs));
        _clock.Advance(60_000);
    }

    private void Flow(long durationUs)
    {
        _totalNl += _nlPerMinute * durationUs / 60e6;
        _clock.Advance(durationUs);
    }

    private int Read()
    {
        Assert.True(_sensor.TryRead(_clock.NowMs, out int flowNlPerHour));
        return flowNlPerHour;
    }
}
