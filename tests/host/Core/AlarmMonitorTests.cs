using FsCheck.Fluent;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>The monitor with a table of its own: it must not know any alarm.</summary>
[Trait("Category", "Core")]
public class AlarmMonitorTests
{
    private const int TickMs = 100;
    private const int PersistMs = 2_000;

    private static readonly Alarm[] s_rows =
    [
        Row(AlarmId.FreeFlow, AlarmPriority.High, AlarmResponse.Stop, PersistMs, latched: true, (r, _) => !r.ChamberValid),
        Row(AlarmId.FlowSensorLost, AlarmPriority.Medium, AlarmResponse.PatencyRate, PersistMs, latched: true, (r, _) => !r.FlowValid),
        Row(AlarmId.BatteryLow, AlarmPriority.Low, AlarmResponse.Continue, 0, latched: false, (r, _) => !r.BatteryValid),
    ];

    private readonly AlarmMonitor _alarms = new(s_rows, new PendingEvents());
    private readonly Readings _readings = new() { ChamberValid = true, FlowValid = true, BatteryValid = true };
    private readonly DeliveryStatus _status = new();

    [Fact]
    [Trait("Requirement", "SR-202")]
    public void A_hazard_is_raised_when_it_has_lasted_and_not_before()
    {
        _readings.ChamberValid = false;

        Run(PersistMs - TickMs);
        Assert.False(_alarms.IsRaised(AlarmId.FreeFlow));
        Run(TickMs);
        Assert.True(_alarms.IsRaised(AlarmId.FreeFlow));
    }

    [Fact]
    [Trait("Requirement", "SR-202")]
    public void A_break_starts_the_count_again()
    {
        for (int i = 0; i < 10; i++)
        {
            _readings.ChamberValid = false;
            Run(PersistMs - TickMs);
            _readings.ChamberValid = true;
            Run(TickMs);
        }

        Assert.False(_alarms.IsRaised(AlarmId.FreeFlow));
    }

    [Fact]
    public void A_hazard_without_persistence_is_raised_at_once()
    {
        _readings.BatteryValid = false;

        _alarms.Update(_readings, _status, 0);

        Assert.True(_alarms.IsRaised(AlarmId.BatteryLow));
    }

    [Fact]
    [Trait("Requirement", "SR-204")]
    public void A_latched_alarm_stays_until_a_person_has_seen_it()
    {
        _readings.ChamberValid = false;
        Run(PersistMs);
        _readings.ChamberValid = true;
        Run(PersistMs);
        Assert.True(_alarms.IsRaised(AlarmId.FreeFlow));

        _alarms.Acknowledge(_readings, _status);

        Assert.False(_alarms.IsRaised(AlarmId.FreeFlow));
        Assert.Equal((AlarmPriority.None, AlarmResponse.Continue), (_alarms.Highest, _alarms.Response));
    }

    [Fact]
    public void An_alarm_that_is_not_latched_goes_with_its_cause()
    {
        _readings.BatteryValid = false;
        Run(TickMs);
        _readings.BatteryValid = true;
        Run(TickMs);

        Assert.False(_alarms.IsRaised(AlarmId.BatteryLow));
    }

    [Fact]
    [Trait("Requirement", "SR-204")]
    public void An_alarm_that_is_still_there_cannot_be_acknowledged_away()
    {
        _readings.ChamberValid = false;
        Run(PersistMs);

        _alarms.Acknowledge(_readings, _status);

        Assert.True(_alarms.IsRaised(AlarmId.FreeFlow));
        Assert.Equal(AlarmResponse.Stop, _alarms.Response);
    }

    [Fact]
    public void After_weeks_a_hazard_still_counts_as_long()
    {
        _readings.ChamberValid = false;
        const long FiveWeeksMs = 35L * 86_400_000;

        for (long ms = 0; ms < FiveWeeksMs; ms += PersistMs)
        {
            _alarms.Update(_readings, _status, PersistMs);

            if (ms > PersistMs && !_alarms.IsRaised(AlarmId.FreeFlow))
            {
                Assert.Fail($"gone after {ms} ms");
            }
        }

        _alarms.Acknowledge(_readings, _status);
        Assert.True(_alarms.IsRaised(AlarmId.FreeFlow));
    }

    [Fact]
    [Trait("Requirement", "SR-206")]
    public void The_strictest_response_and_the_highest_priority_win_in_any_order()
    {
        _readings.BatteryValid = false;
        Run(PersistMs);
        Assert.Equal((AlarmPriority.Low, AlarmResponse.Continue), (_alarms.Highest, _alarms.Response));

        _readings.FlowValid = false;
        Run(PersistMs);
        Assert.Equal((AlarmPriority.Medium, AlarmResponse.PatencyRate), (_alarms.Highest, _alarms.Response));

        _readings.ChamberValid = false;
        Run(PersistMs);
        Assert.Equal((AlarmPriority.High, AlarmResponse.Stop), (_alarms.Highest, _alarms.Response));

        _readings.FlowValid = true;
        _readings.BatteryValid = true;
        Run(PersistMs);
        Assert.Equal((AlarmPriority.High, AlarmResponse.Stop), (_alarms.Highest, _alarms.Response));
    }

    [Fact]
    public void An_alarm_that_is_in_no_row_is_never_raised()
    {
        _readings.ChamberValid = _readings.FlowValid = _readings.BatteryValid = false;
        Run(10_000);

        Assert.False(_alarms.IsRaised(AlarmId.AirInLine));
    }

    [Fact]
    [Trait("Requirement", "SR-204")]
    public void Whatever_happens_only_an_acknowledgement_lowers_a_latched_response()
    {
        var ticks = Gen.ArrayOf(
            from chamber in Gen.Elements(true, false)
            from flow in Gen.Elements(true, false)
            from elapsedMs in Gen.Choose(0, PersistMs)
            from acknowledge in Gen.Frequency((20, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (chamber, flow, elapsedMs, acknowledge));

        Law.Holds(ticks, all =>
        {
            var alarms = new AlarmMonitor(s_rows, new PendingEvents());

            foreach ((bool chamber, bool flow, int elapsedMs, bool acknowledge) in all)
            {
                AlarmResponse before = alarms.Response;
                _readings.ChamberValid = chamber;
                _readings.FlowValid = flow;
                alarms.Update(_readings, _status, elapsedMs);
                Assert.True(alarms.Response >= before);

                if (acknowledge)
                {
                    alarms.Acknowledge(_readings, _status);
                }

                Assert.Equal(alarms.IsRaised(0) ? AlarmResponse.Stop : alarms.IsRaised(1) ? AlarmResponse.PatencyRate : AlarmResponse.Continue, alarms.Response);
            }
        });
    }

    [Fact]
    public void After_weeks_an_alarm_that_was_cleared_in_a_lucky_moment_is_back_at_once()
    {
        _readings.ChamberValid = false;
        const int DayMs = 86_400_000;

        for (int day = 0; day < 35; day++)
        {
            _alarms.Update(_readings, _status, DayMs);
        }

        _alarms.Acknowledge(new Readings { ChamberValid = true, FlowValid = true, BatteryValid = true }, _status);
        Assert.False(_alarms.IsRaised(AlarmId.FreeFlow));
        _alarms.Update(_readings, _status, TickMs);

        Assert.True(_alarms.IsRaised(AlarmId.FreeFlow));
    }

    [Fact]
    [Trait("Requirement", "SR-509")]
    public void What_stands_is_counted_and_every_rise_and_fall_is_told_once()
    {
        var events = new PendingEvents();
        var alarms = new AlarmMonitor(s_rows, events);

        void Says(EventId id, AlarmId alarm, int standing)
        {
            Assert.True(events.TryPeek(out EventId said, out int first, out _));
            Assert.Equal((id, (int)alarm, 1, standing), (said, first, events.Count, alarms.StandingCount));
            events.Drop();
        }

        _readings.BatteryValid = false;
        alarms.Update(_readings, _status, TickMs);
        alarms.Update(_readings, _status, TickMs);
        Says(EventId.AlarmRaised, AlarmId.BatteryLow, standing: 1);

        _readings.ChamberValid = false;
        alarms.Update(_readings, _status, PersistMs);
        Says(EventId.AlarmRaised, AlarmId.FreeFlow, standing: 2);
        Assert.True(alarms.IsRaised(0));
        Assert.False(alarms.IsRaised(1));

        _readings.BatteryValid = true;
        alarms.Update(_readings, _status, TickMs);
        alarms.Update(_readings, _status, TickMs);
        Says(EventId.AlarmCleared, AlarmId.BatteryLow, standing: 1);

        _readings.ChamberValid = true;
        alarms.Acknowledge(_readings, _status);
        Says(EventId.AlarmCleared, AlarmId.FreeFlow, standing: 0);
        alarms.Acknowledge(_readings, _status);
        Assert.Equal(0, events.Count);
    }

    [Fact]
    [Trait("Requirement", "SR-207")]
    public void A_pause_silences_what_stands_and_an_acknowledgement_answers_it()
    {
        _readings.ChamberValid = false;
        Run(PersistMs);
        Assert.Equal((AlarmPriority.High, AlarmPriority.High), (_alarms.Highest, _alarms.Audible));

        _alarms.PauseAudio();
        Assert.Equal((AlarmPriority.High, AlarmPriority.None), (_alarms.Highest, _alarms.Audible));
        Run(AlarmAnnouncer.LongestPauseMs);
        Assert.Equal(AlarmPriority.High, _alarms.Audible);

        _alarms.Acknowledge(_readings, _status);
        Assert.Equal((AlarmPriority.High, AlarmPriority.None), (_alarms.Highest, _alarms.Audible));
    }

    private static Alarm Row(AlarmId id, AlarmPriority priority, AlarmResponse response, int persistMs, bool latched, AlarmCondition condition) =>
        new(id, priority, response, persistMs, latched, 0, condition, "text", "why", "source", "SR-200");

    private void Run(int durationMs)
    {
        for (int ms = 0; ms < durationMs; ms += TickMs)
        {
            _alarms.Update(_readings, _status, TickMs);
        }
    }
}
