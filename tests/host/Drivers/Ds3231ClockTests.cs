using System;
using Haip.Drivers;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

[Trait("Category", "Drivers")]
public class Ds3231ClockTests
{
    private const byte Address = 0x68;

    private readonly VirtualClock _clock = new();
    private readonly VirtualI2cBus _bus = new();
    private readonly Ds3231Part _part;
    private readonly Ds3231Clock _rtc;

    public Ds3231ClockTests()
    {
        _part = new Ds3231Part(_clock);
        _bus.Attach(Address, _part);
        _rtc = new Ds3231Clock(_bus);
    }

    [Theory]
    [InlineData("00-00-00-07-01-01-00", 946_684_800)]    // 2000-01-01 00:00:00
    [InlineData("56-34-12-05-29-02-24", 1_709_210_096)]  // 2024-02-29 12:34:56
    [InlineData("59-59-23-05-31-12-99", 4_102_444_799)]  // 2099-12-31 23:59:59
    public void Digits_become_seconds_since_1970_and_back(string registers, long expectedUnixSeconds)
    {
        var reader = new Ds3231Clock(new ScriptedI2cBus(Frame(registers)));
        Assert.True(reader.TryRead(0, out long unixSeconds));
        Assert.Equal(expectedUnixSeconds, unixSeconds);

        var bus = new ScriptedI2cBus(new byte[16]);
        Assert.True(new Ds3231Clock(bus).TrySet(expectedUnixSeconds));
        Assert.Equal(["68: 00-" + registers, "68: 0F-00"], bus.Writes);
    }

    [Theory]
    [Trait("Requirement", "SR-409")]
    [InlineData("60-34-12-05-29-02-24")] // second 60
    [InlineData("5A-34-12-05-29-02-24")] // not a digit
    [InlineData("56-60-12-05-29-02-24")] // minute 60
    [InlineData("56-34-24-05-29-02-24")] // hour 24
    [InlineData("56-34-52-05-29-02-24")] // 12 o'clock in 12-hour mode
    [InlineData("56-34-12-00-29-02-24")] // no weekday
    [InlineData("56-34-12-08-29-02-24")]
    [InlineData("56-34-12-05-00-02-24")] // the zeroth
    [InlineData("56-34-12-05-29-02-23")] // no leap year
    [InlineData("56-34-12-05-31-04-24")] // April has 30
    [InlineData("56-34-12-05-29-00-24")] // no month
    [InlineData("56-34-12-05-29-13-24")]
    [InlineData("56-34-12-05-29-82-24")] // the next century
    [InlineData("56-34-12-05-29-02-A4")]
    [InlineData("FF-FF-FF-FF-FF-FF-FF")]
    public void Registers_that_are_no_date_are_no_time(string registers)
    {
        var reader = new Ds3231Clock(new ScriptedI2cBus(Frame(registers)));

        Assert.False(reader.TryRead(0, out long unixSeconds));
        Assert.Equal(0, unixSeconds);
    }

    [Theory]
    [Trait("Requirement", "SR-409")]
    [InlineData(0x80)] // stopped since it was set
    [InlineData(0x88)]
    [InlineData(0x10)] // a bit that is always 0
    public void A_status_that_does_not_vouch_for_the_time_is_no_time(byte status)
    {
        var reader = new Ds3231Clock(new ScriptedI2cBus(Frame("56-34-12-05-29-02-24", status)));

        Assert.False(reader.TryRead(0, out _));
    }

    [Theory]
    [InlineData(946_684_799)]
    [InlineData(4_102_444_800)]
    [InlineData(-1)]
    public void A_time_outside_the_century_is_not_set(long unixSeconds)
    {
        var bus = new ScriptedI2cBus(new byte[16]);

        Assert.False(new Ds3231Clock(bus).TrySet(unixSeconds));
        Assert.Empty(bus.Writes);
    }

    [Fact]
    public void Every_day_of_the_century_reads_as_it_was_set()
    {
        for (long unixSeconds = 946_684_800 + 86_399; unixSeconds < 4_102_444_800; unixSeconds += 86_400)
        {
            Assert.True(_rtc.TrySet(unixSeconds));
            Assert.True(_rtc.TryRead(_clock.NowMs, out long readSeconds));
            Assert.Equal(unixSeconds, readSeconds);

            _clock.Advance(1_000_000); // over midnight
            Assert.Equal(unixSeconds + 1 < 4_102_444_800, _rtc.TryRead(_clock.NowMs, out readSeconds));
            Assert.Equal(unixSeconds + 1 < 4_102_444_800 ? unixSeconds + 1 : 0, readSeconds);
        }
    }

    [Fact]
    public void A_new_clock_starts_but_its_time_is_trusted_only_once_set()
    {
        Assert.True(_rtc.TryStart(_clock.NowMs));
        Assert.False(_rtc.TryRead(_clock.NowMs, out _));

        Assert.True(_rtc.TrySet(1_800_000_000));
        _clock.Advance(90_500_000);

        Assert.True(_rtc.TryRead(_clock.NowMs, out long unixSeconds));
        Assert.Equal(1_800_000_090, unixSeconds);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_time_survives_the_supply_only_with_a_cell(bool batteryBacked)
    {
        _part.SetTime(new DateTime(2026, 8, 1, 9, 0, 0, DateTimeKind.Utc));
        _part.BatteryBacked = batteryBacked;
        Assert.True(_rtc.TryStart(_clock.NowMs)); // lets the oscillator run from the cell
        _bus.PowerCycle();
        _clock.Advance(60_000_000);

        Assert.Equal(batteryBacked, _rtc.TryRead(_clock.NowMs, out long unixSeconds));
        Assert.Equal(batteryBacked ? 1_785_574_860 : 0, unixSeconds);
    }

    [Fact]
    public void Starting_lets_a_clock_that_was_told_to_stop_without_supply_run_on()
    {
        _part.SetTime(new DateTime(2026, 8, 1, 9, 0, 0, DateTimeKind.Utc));
        _bus.Write(Address, [0x0E, 0x9C], 2);
        Assert.True(_rtc.TryStart(_clock.NowMs));
        _bus.PowerCycle();

        Assert.True(_rtc.TryRead(_clock.NowMs, out _));
    }

    [Fact]
    public void A_clock_that_shows_the_same_second_for_long_is_no_clock()
    {
        _part.SetTime(new DateTime(2026, 8, 1, 9, 0, 0, DateTimeKind.Utc));
        _bus.SetFault(Address, BusFault.StuckReads);
        Assert.True(_rtc.TryRead(_clock.NowMs, out _));
        _clock.Advance(2_500_000);
        Assert.True(_rtc.TryRead(_clock.NowMs, out _));

        _clock.Advance(1_000);
        Assert.False(_rtc.TryRead(_clock.NowMs, out long unixSeconds));
        Assert.Equal(0, unixSeconds);

        _bus.SetFault(Address, BusFault.None);
        Assert.True(_rtc.TryRead(_clock.NowMs, out _));
    }

    [Fact]
    [Trait("Requirement", "SR-408")]
    public void A_part_with_bits_that_a_ds3231_does_not_have_does_not_start()
    {
        _bus.SetFault(Address, BusFault.CorruptReads);

        Assert.False(_rtc.TryStart(_clock.NowMs));
        Assert.False(_rtc.TryRead(_clock.NowMs, out _));
        Assert.False(new Ds3231Clock(new ScriptedI2cBus(Frame("00-00-00-07-01-01-00"), [0x01])).TryStart(0));
    }

    [Fact]
    public void An_unplugged_clock_tells_no_time_is_not_set_and_comes_back_by_itself()
    {
        _part.SetTime(new DateTime(2026, 8, 1, 9, 0, 0, DateTimeKind.Utc));
        _bus.SetFault(Address, BusFault.Absent);
        Assert.False(_rtc.TryRead(_clock.NowMs, out _));
        Assert.False(_rtc.TrySet(1_800_000_000));
        Assert.False(_rtc.TryStart(_clock.NowMs));

        _bus.SetFault(Address, BusFault.None);
        Assert.True(_rtc.TryRead(_clock.NowMs, out _));
    }

    private static byte[] Frame(string registers, byte status = 0)
    {
        var frame = new byte[16];
        Convert.FromHexString(registers.Replace("-", "", StringComparison.Ordinal)).CopyTo(frame, 0);
        frame[15] = status;
        return frame;
    }
}
