using System;
using Haip.Core;
using Haip.Core.Log;
using Xunit;

namespace Haip.HostTests.Safety;

[Trait("Category", "Safety")]
public class EventLogTests
{
    private const long StartUtcSeconds = 1_767_225_600;

    private readonly FlakyMemory _memory = new();
    private readonly PendingEvents _pending = new();
    private readonly LogTime _time = new();
    private readonly LogEntry _entry = new();

    [Fact]
    public void The_check_value_is_that_of_the_catalogue() => Assert.Equal(0x29B1, Crc16.Of("123456789"u8.ToArray(), 9));

    [Fact]
    public void An_event_and_a_fault_have_these_bytes()
    {
        EventLog log = Opened();
        _time.Take(new Readings { NowMs = 12_340 });
        _pending.Add(EventId.HourPassed, 54_000, -2);
        _pending.Add(EventId.AlarmRaised, 13, 99);
        Assert.True(log.TryKeep(_pending, _time, EventLog.PerBeatCount));

        Assert.Equal(
            [0x0C, 0, 0, 0, 0x80 + 34, 10, 0, 0, 0xF0, 0xD2, 0, 0, 0xFE, 0xFF, 0xFF, 0xFF],
            _memory.Bytes.AsSpan(MemoryMap.EventsAddress, 16).ToArray());
        Assert.Equal([0x0C, 0, 0, 0, 0x80 + 34, 64, 0, 0, 13, 0], _memory.Bytes.AsSpan(MemoryMap.FaultsAddress, 10).ToArray());
        Assert.Equal(0, _pending.Count);
    }

    [Fact]
    [Trait("Requirement", "SR-509")]
    public void Entries_come_back_with_their_time_after_a_reset()
    {
        EventLog log = Opened();
        _time.Take(new Readings { NowMs = 5_000, ClockValid = true, UtcSeconds = StartUtcSeconds });
        _time.Take(new Readings { NowMs = 5_670 });
        _pending.Add(EventId.Refilled, int.MinValue, int.MaxValue);
        _pending.Add(EventId.RecordDamaged, -3, 0);
        Assert.True(log.TryKeep(_pending, _time, EventLog.PerBeatCount));

        log = Opened();
        Assert.True(log.TryReadEvent(0, _entry));
        Assert.Equal((EventId.Refilled, int.MinValue, int.MaxValue, true), (_entry.Id, _entry.First, _entry.Second, _entry.ClockKnown));
        Assert.Equal((StartUtcSeconds * 1_000) + 670, _entry.AtMs);
        Assert.True(log.TryReadFault(0, _entry));
        Assert.Equal((EventId.RecordDamaged, -3, 0), (_entry.Id, _entry.First, _entry.Second));
        Assert.False(log.TryReadEvent(1, _entry));
        Assert.False(log.TryReadFault(1, _entry));
    }

    [Fact]
    [Trait("Requirement", "SR-508")]
    public void Chatter_pushes_no_fault_out()
    {
        EventLog log = Opened();
        _pending.Add(EventId.SupervisorStopped, 7, 0);

        for (int i = 0; i < 5_000; i++)
        {
            _pending.Add(EventId.AudioPaused, i, 0);
            Assert.True(log.TryKeep(_pending, _time, EventLog.PerBeatCount));
        }

        Assert.True(log.TryReadFault(0, _entry));
        Assert.Equal((EventId.SupervisorStopped, 7), (_entry.Id, _entry.First));
        Assert.Equal(5_000u, log.NextEventNumber);
    }

    [Fact]
    [Trait("Requirement", "SR-508")]
    public void A_month_of_therapy_can_be_read_back_in_order()
    {
        EventLog log = Opened();

        for (int day = 0; day < 31; day++)
        {
            for (int i = 0; i < 24 + 8; i++)
            {
                _pending.Add(i < 24 ? EventId.HourPassed : EventId.StateChanged, (day * 32) + i, 0);
                Assert.True(log.TryKeep(_pending, _time, EventLog.PerBeatCount));
            }
        }

        log = Opened();

        for (uint number = log.NextEventNumber - (30 * 32); number < log.NextEventNumber; number++)
        {
            Assert.True(log.TryReadEvent(number, _entry));
            Assert.Equal((int)number, _entry.First);
        }
    }

    [Fact]
    public void A_beat_writes_only_a_few_and_the_rest_in_the_next()
    {
        EventLog log = Opened();

        for (int i = 0; i < 10; i++)
        {
            _pending.Add(EventId.Acknowledged, i, 0);
        }

        int before = _memory.WriteCount;
        Assert.True(log.TryKeep(_pending, _time, EventLog.PerBeatCount));
        Assert.Equal(2, _memory.WriteCount - before);
        Assert.True(log.TryKeep(_pending, _time, EventLog.BesideRecordCount));
        Assert.Equal(3, _memory.WriteCount - before);

        for (int i = 0; i < 4; i++)
        {
            log.TryKeep(_pending, _time, EventLog.PerBeatCount);
        }

        Assert.Equal(10u, log.NextEventNumber);
    }

    [Fact]
    [Trait("Requirement", "SR-509")]
    public void What_found_no_room_is_counted_in_the_log()
    {
        EventLog log = Opened();
        _memory.Silent = true;

        for (int i = 0; i < PendingEvents.Capacity + 5; i++)
        {
            _pending.Add(EventId.Acknowledged, i, 0);
            Assert.False(log.TryKeep(_pending, _time, EventLog.PerBeatCount));
        }

        _memory.Silent = false;

        for (int i = 0; i < 40; i++)
        {
            Assert.True(log.TryKeep(_pending, _time, EventLog.PerBeatCount));
        }

        Assert.Equal(PendingEvents.Capacity + 1u, log.NextEventNumber);
        Assert.True(log.TryReadEvent(PendingEvents.Capacity - 1, _entry));
        Assert.Equal(PendingEvents.Capacity - 1, _entry.First);
        Assert.True(log.TryReadEvent(PendingEvents.Capacity, _entry));
        Assert.Equal((EventId.EventsLost, 5), (_entry.Id, _entry.First));
        Assert.Equal(0, _pending.LostCount);
    }

    [Fact]
    public void The_time_follows_the_clock_and_never_goes_back()
    {
        const double Drift = 1.00003; // the processor's crystal runs ahead
        long beforeMs = 0;

        for (long trueMs = 0; trueMs < 40L * 24 * 3_600_000; trueMs += 977)
        {
            // What the clock said last is up to a second old.
            long readMs = trueMs - (trueMs % 1_100);
            var readings = new Readings { NowMs = (long)(trueMs * Drift), ClockValid = true, UtcSeconds = StartUtcSeconds + (readMs / 1_000) };
            _time.Take(readings);

            Assert.True(_time.AtMs >= beforeMs);
            Assert.InRange(_time.AtMs - (StartUtcSeconds * 1_000) - trueMs, -2_200, 3_000);
            beforeMs = _time.AtMs;
        }
    }

    [Fact]
    public void Without_the_clock_the_time_goes_on()
    {
        _time.Take(new Readings { NowMs = 1_000 });
        Assert.False(_time.Known);
        Assert.Equal((1_000L, 0L), (_time.AtMs, _time.UtcSeconds));

        _time.Take(new Readings { NowMs = 2_000, ClockValid = true, UtcSeconds = 100 }); // a clock that was never set
        Assert.False(_time.Known);

        _time.Take(new Readings { NowMs = 3_000, ClockValid = true, UtcSeconds = StartUtcSeconds });
        _time.Take(new Readings { NowMs = 63_500 });
        Assert.True(_time.Known);
        Assert.Equal(StartUtcSeconds + 60, _time.UtcSeconds);
        Assert.Equal((StartUtcSeconds * 1_000) + 60_500, _time.AtMs);
    }

    [Fact]
    public void A_clock_that_a_person_set_is_followed()
    {
        _time.Take(new Readings { NowMs = 1_000, ClockValid = true, UtcSeconds = StartUtcSeconds });
        _time.Take(new Readings { NowMs = 2_000, ClockValid = true, UtcSeconds = StartUtcSeconds + 7_200 });
        Assert.Equal(StartUtcSeconds + 7_200, _time.UtcSeconds);
        _time.Take(new Readings { NowMs = 3_000, ClockValid = true, UtcSeconds = StartUtcSeconds });
        Assert.Equal(StartUtcSeconds, _time.UtcSeconds);
    }

    private EventLog Opened()
    {
        var log = new EventLog(_memory);
        Assert.True(log.TryOpen());
        return log;
    }
}
