using System;
using Haip.Drivers;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

/// <summary>All parts of the house bus on one bus.</summary>
[Trait("Category", "Drivers")]
public class HouseBusTests
{
    private readonly VirtualClock _clock = new();
    private readonly VirtualI2cBus _bus = new();
    private readonly Lps22hbPressureSensor _ambient;
    private readonly Tmp117TemperatureSensor _drug;
    private readonly Tmp117TemperatureSensor _board;
    private readonly Max17048FuelGauge _battery;
    private readonly Ds3231Clock _rtc;
    private readonly Mb85rc256vMemory _memory;
    private readonly IPart[] _parts;
    private readonly byte[] _record = new byte[32];

    public HouseBusTests()
    {
        var noise = new Noise(1);
        var memory = new Mb85rc256vPart();
        var rtc = new Ds3231Part(_clock);
        rtc.SetTime(new DateTime(2026, 8, 1, 0, 0, 0, DateTimeKind.Utc));
        _bus.Attach(0x36, new Max17048Part(_clock, () => 3.9, new SensorError(noise) { Sigma = 0.002 }, () => 80));
        _bus.Attach(0x48, new Tmp117Part(_clock, () => 36, new SensorError(noise) { Sigma = 0.01 }));
        _bus.Attach(0x49, new Tmp117Part(_clock, () => 30, new SensorError(noise) { Offset = 0.1 }));
        _bus.Attach(0x50, memory);
        _bus.Attach(0x5C, new Lps22hbPart(_clock, () => 101_325, new SensorError(noise) { Sigma = 3 }));
        _bus.Attach(0x68, rtc);
        _bus.Attach(0x7C, memory.Identity);

        _ambient = new Lps22hbPressureSensor(_bus);
        _drug = new Tmp117TemperatureSensor(_bus, 0x48);
        _board = new Tmp117TemperatureSensor(_bus, 0x49);
        _battery = new Max17048FuelGauge(_bus);
        _rtc = new Ds3231Clock(_bus);
        _memory = new Mb85rc256vMemory(_bus);
        _parts = [_ambient, _drug, _board, _battery, _rtc, _memory];
    }

    [Fact]
    [Trait("Requirement", "SR-408")]
    public void Every_part_starts_and_is_read_at_every_tick_and_once_more_after_the_supply_was_lost()
    {
        for (int life = 0; life < 2; life++)
        {
            BringUp();

            for (int tick = 0; tick < 100; tick++)
            {
                _clock.Advance(100_000);
                Assert.True(TryReadAll());
            }

            _bus.PowerCycle();
        }
    }

    [Fact]
    public void Reading_every_part_allocates_nothing()
    {
        BringUp();
        bool all = TryReadAll(); // compiled before it is measured
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int tick = 0; tick < 1000; tick++)
        {
            _clock.Advance(100_000);
            all &= TryReadAll();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(all);
    }

    private void BringUp()
    {
        foreach (IPart part in _parts)
        {
            Assert.True(part.TryReset());
        }

        _clock.Advance(Settling.ResetMs * 1000);

        foreach (IPart part in _parts)
        {
            Assert.True(part.TryStart(_clock.NowMs));
        }

        _clock.Advance(1_000_000);
    }

    private bool TryReadAll()
    {
        long nowMs = _clock.NowMs;
        return _ambient.TryRead(nowMs, out int ambientPa) && ambientPa is > 101_200 and < 101_450
            && _drug.TryRead(nowMs, out int drugMilliC) && drugMilliC is > 35_900 and < 36_100
            && _board.TryRead(nowMs, out int boardMilliC) && boardMilliC is > 30_000 and < 30_200
            && _battery.TryRead(nowMs, out int cellMilliVolts, out int chargePermille) && cellMilliVolts is > 3_880 and < 3_920 && chargePermille == 800
            && _rtc.TryRead(nowMs, out long unixSeconds) && unixSeconds >= 1_785_542_400
            && _memory.TryWrite(0, _record, _record.Length)
            && _memory.TryRead(0, _record, _record.Length);
    }
}
