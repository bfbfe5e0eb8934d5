using System;
using System.Linq;
using Haip.Drivers;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

[Trait("Category", "Drivers")]
public class Drv2667PumpDriverTests
{
    private const byte Address = 0x59;
    private const double CycleMs = 1000 / 101.5625;

    private static readonly byte[] s_playing = [0x02, 0x3A, 0x01, 0x01, 0x00];

    private readonly VirtualClock _clock = new();
    private readonly VirtualI2cBus _bus = new();
    private readonly Drv2667Part _part;
    private readonly Drv2667PumpDriver _driver;

    public Drv2667PumpDriverTests()
    {
        _part = new Drv2667Part(_clock);
        _bus.Attach(Address, _part);
        _driver = new Drv2667PumpDriver(_bus);
        Start();
    }

    [Fact]
    public void Starting_initialises_twice_and_reads_everything_back()
    {
        var bus = new ScriptedI2cBus([0x05, 0x80, 0x06, 0x00, 0x09, 0x01, 0x00, 0x0D, 0x01, 0x00], [0x02, 0x3A, 0x00, 0x01, 0x00]);
        var driver = new Drv2667PumpDriver(bus);

        Assert.True(driver.TryReset());
        Assert.True(driver.TryStart(0));

        string[] initialisation = ["59: FF-00", "59: 01-02-00-01-00", "59: FF-01", "59: 00-05-80-06-00-09-01-00-0D-01-00", "59: FF-00"];
        Assert.Equal(
            ["59: FF-00", "59: 02-80", .. initialisation, .. initialisation, "59: FF-01", "59: 00", "59: FF-00", "59: 00"],
            bus.Writes);
    }

    [Theory]
    [Trait("Requirement", "SR-408")]
    [InlineData(new byte[] { 0x02, 0x2A, 0x00, 0x01, 0x00 })] // a DRV2665
    [InlineData(new byte[] { 0x02, 0x38, 0x00, 0x01, 0x00 })] // gain not taken
    [InlineData(new byte[] { 0x02, 0x3A, 0x40, 0x01, 0x00 })] // still in standby
    [InlineData(new byte[] { 0x06, 0x3A, 0x00, 0x01, 0x00 })] // illegal address
    [InlineData(new byte[] { 0x02, 0x3A, 0x00, 0x00, 0x00 })] // nothing in the sequence
    [InlineData(new byte[] { 0x02, 0x3A, 0x00, 0x01, 0x01 })] // a second waveform in the sequence
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })] // bus floating high
    public void Registers_that_do_not_read_back_are_no_start(byte[] registers)
    {
        var bus = new ScriptedI2cBus([0x05, 0x80, 0x06, 0x00, 0x09, 0x01, 0x00, 0x0D, 0x01, 0x00], registers);

        Assert.False(new Drv2667PumpDriver(bus).TryStart(0));
    }

    [Fact]
    public void A_waveform_that_does_not_read_back_is_no_start()
    {
        var bus = new ScriptedI2cBus([0x05, 0x80, 0x06, 0x00, 0x09, 0x00, 0x00, 0x0D, 0x01, 0x00], [0x02, 0x3A, 0x00, 0x01, 0x00]);

        Assert.False(new Drv2667PumpDriver(bus).TryStart(0));
    }

    [Theory]
    [InlineData(150_000, 5, "05-01-FF-0D-05")]
    [InlineData(75_000, 255, "05-01-7F-0D-FF")]
    [InlineData(0, 256, "05-02-00-0D-80")]
    [InlineData(588, 1, "05-01-00-0D-01")]        // less than one step of the amplitude
    [InlineData(589, 257, "05-02-01-0D-80")]      // 257 is prime: 2 x 128
    [InlineData(149_999, 1_000, "05-04-FE-0D-FA")]
    [InlineData(150_000, 65_025, "05-FF-FF-0D-FF")]
    public void A_burst_is_one_block_of_repeats_amplitude_frequency_and_cycles(int amplitudeMilliVolts, int cycles, string block)
    {
        var bus = new ScriptedI2cBus(s_playing);
        var driver = new Drv2667PumpDriver(bus);

        Assert.True(driver.TryBurst(0, amplitudeMilliVolts, cycles));

        // The first selection: nobody knows yet what is selected.
        Assert.Equal(["59: FF-00", "59: 02-00", "59: FF-01", "59: " + block, "59: FF-00", "59: 02-01", "59: 00"], bus.Writes);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(150_001, 5)]
    [InlineData(150_000, 0)]
    [InlineData(150_000, 65_026)]
    public void A_burst_out_of_range_sends_nothing(int amplitudeMilliVolts, int cycles)
    {
        var bus = new ScriptedI2cBus(s_playing);

        Assert.False(new Drv2667PumpDriver(bus).TryBurst(0, amplitudeMilliVolts, cycles));
        Assert.Empty(bus.Writes);
    }

    [Fact]
    public void No_number_of_cycles_is_exceeded_or_missed_by_one_in_255()
    {
        var bus = new ScriptedI2cBus(s_playing);
        var driver = new Drv2667PumpDriver(bus);

        for (int cycles = 1; cycles <= Drv2667PumpDriver.MaxCycles; cycles += 37)
        {
            bus.Writes.Clear();
            Assert.True(driver.TryBurst(0, 100_000, cycles));
            byte[] block = Convert.FromHexString(bus.Writes.Single(w => w.StartsWith("59: 05", StringComparison.Ordinal))[4..].Replace("-", "", StringComparison.Ordinal));

            Assert.InRange(block[1] * block[4], cycles - ((cycles - 1) / 255), cycles);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-705")]
    public void The_part_plays_the_cycles_at_the_amplitude_and_ends_by_itself()
    {
        Assert.True(_driver.TryBurst(_clock.NowMs, 75_000, 40));

        Assert.Equal(0, _part.AmplitudeVolts); // the boost converter takes 2 ms
        Advance(2);
        Assert.InRange(_part.AmplitudeVolts, 74.4, 75);
        Advance((40 * CycleMs) - 0.01);
        Assert.InRange(_part.AmplitudeVolts, 74.4, 75);
        Advance(0.02);
        Assert.Equal(0, _part.AmplitudeVolts);
    }

    [Fact]
    public void Bursts_follow_each_other_without_a_new_start()
    {
        Assert.True(_driver.TryBurst(_clock.NowMs, 150_000, 300));
        Advance(100);
        Assert.InRange(_part.AmplitudeVolts, 149.9, 150);

        Assert.True(_driver.TryBurst(_clock.NowMs, 30_000, 10));
        Advance(50);
        Assert.InRange(_part.AmplitudeVolts, 29.4, 30);
        Advance(100);
        Assert.Equal(0, _part.AmplitudeVolts);
    }

    [Fact]
    public void Stopping_ends_the_output_at_once()
    {
        _driver.TryBurst(_clock.NowMs, 150_000, 1000);
        Advance(100);

        Assert.True(_driver.TryStop());

        Assert.Equal(0, _part.AmplitudeVolts);
    }

    [Fact]
    [Trait("Requirement", "SR-705")]
    public void A_burst_is_ended_by_time_once_whatever_the_part_does()
    {
        var bus = new ScriptedI2cBus(s_playing);
        var driver = new Drv2667PumpDriver(bus);
        driver.TryBurst(1000, 100_000, 100); // 985 ms
        bus.Writes.Clear();

        Assert.True(driver.TryService(2033));
        Assert.Empty(bus.Writes);
        Assert.True(driver.TryService(2034));
        Assert.Equal(["59: 02-00"], bus.Writes);
        Assert.True(driver.TryService(2084));
        Assert.Single(bus.Writes);
    }

    [Fact]
    public void A_burst_that_cannot_be_ended_is_reported_until_it_can()
    {
        var bus = new ScriptedI2cBus(s_playing);
        var driver = new Drv2667PumpDriver(bus);
        driver.TryBurst(0, 100_000, 1);
        bus.Acknowledges = false;

        Assert.True(driver.TryService(50));
        Assert.False(driver.TryService(100));
        Assert.False(driver.TryService(150));

        bus.Acknowledges = true;
        Assert.True(driver.TryService(200));
    }

    [Fact]
    [Trait("Requirement", "SR-705")]
    public void An_endless_waveform_is_ended_by_stop()
    {
        _bus.Write(Address, [0xFF, 0x01], 2);
        _bus.Write(Address, [0x05, 0x00, 0xFF, 0x0D, 0x01], 5);
        _bus.Write(Address, [0xFF, 0x00], 2);
        _bus.Write(Address, [0x02, 0x01], 2);
        Advance(3_600_000);
        Assert.InRange(_part.AmplitudeVolts, 149.9, 150);

        Assert.True(_driver.TryStop());
        Assert.Equal(0, _part.AmplitudeVolts);
    }

    [Fact]
    public void An_ignored_go_is_noticed()
    {
        _part.IgnoresGo = true;
        Assert.False(_driver.TryBurst(_clock.NowMs, 150_000, 10));

        _part.IgnoresGo = false;
        Assert.True(_driver.TryBurst(_clock.NowMs, 150_000, 10));
    }

    [Fact]
    public void A_part_without_supply_is_silent_and_must_be_started_again()
    {
        _driver.TryBurst(_clock.NowMs, 150_000, 1000);
        Advance(100);
        _part.Powered = false;
        Assert.Equal(0, _part.AmplitudeVolts);
        Assert.False(_driver.TryStop());

        _part.Powered = true;
        Advance(10);
        Assert.Equal(0, _part.AmplitudeVolts);
        Assert.False(_driver.TryBurst(_clock.NowMs, 150_000, 1000)); // acknowledged, but nothing is configured
        Advance(10);
        Assert.Equal(0, _part.AmplitudeVolts);

        Start();
        Assert.True(_driver.TryBurst(_clock.NowMs, 150_000, 1000));
    }

    [Fact]
    public void A_reset_ends_the_output_and_the_part_has_to_be_started_again()
    {
        _driver.TryBurst(_clock.NowMs, 150_000, 1000);
        Advance(100);

        Assert.True(_driver.TryReset());

        Assert.Equal(0, _part.AmplitudeVolts);
        Assert.False(_driver.TryBurst(_clock.NowMs, 150_000, 10));
    }

    [Fact]
    public void One_initialisation_is_not_enough_after_power_up()
    {
        _bus.PowerCycle();
        Advance(2);
        byte[] ram = new byte[3];
        _bus.Write(Address, [0xFF, 0x01], 2);
        _bus.Write(Address, [0x00, 0x05, 0x80], 3);
        _bus.WriteRead(Address, [0x00], 1, ram, 3);
        Assert.Equal([0, 0, 0], ram);

        _bus.Write(Address, [0x00, 0x05, 0x80], 3);
        _bus.WriteRead(Address, [0x00], 1, ram, 3);
        Assert.Equal([0x05, 0x80, 0x00], ram);
    }

    [Theory]
    [Trait("Requirement", "SR-705")]
    [InlineData(BusFault.Absent)]
    [InlineData(BusFault.CorruptReads)]
    [InlineData(BusFault.StuckReads)] // the last answer said "idle"
    public void A_burst_on_a_bad_bus_fails_and_leaves_nothing_running(BusFault fault)
    {
        _bus.WriteRead(Address, [0x00], 1, new byte[5], 5);
        _bus.SetFault(Address, fault);
        _bus.WriteRead(Address, [0x00], 1, new byte[5], 5);

        Assert.False(_driver.TryBurst(_clock.NowMs, 150_000, 1000));
        Advance(10);
        Assert.Equal(0, _part.AmplitudeVolts);

        _bus.SetFault(Address, BusFault.None);
        Start();
        Assert.True(_driver.TryBurst(_clock.NowMs, 150_000, 1000));
    }

    [Fact]
    public void A_stop_after_a_lost_page_selection_does_not_overwrite_the_waveform()
    {
        var bus = new ScriptedI2cBus(s_playing) { Acknowledges = false };
        var driver = new Drv2667PumpDriver(bus);
        Assert.False(driver.TryBurst(0, 100_000, 10));
        bus.Writes.Clear();
        bus.Acknowledges = true;

        Assert.True(driver.TryStop());

        Assert.Equal(["59: FF-00", "59: 02-00"], bus.Writes);
    }

    [Fact]
    public void Bursts_allocate_nothing()
    {
        _driver.TryBurst(_clock.NowMs, 100_000, 5);
        long before = GC.GetAllocatedBytesForCurrentThread();
        double volts = 0;

        for (int i = 0; i < 1000; i++)
        {
            _driver.TryBurst(_clock.NowMs, 100_000, 5);
            _clock.Advance(50_000);
            _driver.TryService(_clock.NowMs);
            volts += _part.AmplitudeVolts;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(volts > 0);
    }

    private void Start()
    {
        _driver.TryReset();
        Advance(Settling.ResetMs);
        Assert.True(_driver.TryStart(_clock.NowMs));
    }

    private void Advance(double durationMs) => _clock.Advance((long)(durationMs * 1000));
}
