using Haip.Core.Log;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>What sounds and what the lights show, with a table of its own: one row of each priority.</summary>
[Trait("Category", "Safety")]
public class AlarmAnnouncerTests
{
    private const int High = 0;
    private const int Medium = 1;
    private const int Low = 2;
    private const int StepMs = 100;
    private const int EscalateMinutes = 30;

    private readonly PendingEvents _events = new();
    private readonly AlarmAnnouncer _announcer;

    public AlarmAnnouncerTests()
    {
        _announcer = new AlarmAnnouncer([Row(AlarmId.FreeFlow, AlarmPriority.High, 0), Row(AlarmId.AirInLine, AlarmPriority.Medium, EscalateMinutes), Row(AlarmId.BatteryLow, AlarmPriority.Low, 0)], _events);
    }

    private (AlarmPriority Shown, AlarmPriority Sounding) Now => (_announcer.Shown, _announcer.Sounding);

    [Theory]
    [Trait("Requirement", "SR-207")]
    [InlineData(High, AlarmPriority.High)]
    [InlineData(Medium, AlarmPriority.Medium)]
    [InlineData(Low, AlarmPriority.Low)]
    public void A_pause_silences_for_two_minutes_and_ends_by_itself_while_the_light_goes_on(int row, AlarmPriority priority)
    {
        _announcer.Begin(row);
        Assert.Equal((priority, priority), Now);

        _announcer.Pause();
        Assert.Equal((priority, AlarmPriority.None), Now);
        Run(120 - 0.1);
        Assert.Equal((priority, AlarmPriority.None), Now);
        Run(0.1);
        Assert.Equal((priority, priority), Now);
    }

    [Fact]
    [Trait("Requirement", "SR-207")]
    public void Pausing_again_and_again_never_reaches_further_than_two_minutes_ahead()
    {
        _announcer.Begin(Medium);

        for (int i = 0; i < 100; i++)
        {
            _announcer.Pause();
        }

        Run(120);
        Assert.Equal(AlarmPriority.Medium, _announcer.Sounding);
    }

    [Theory]
    [Trait("Requirement", "SR-207")]
    [InlineData(High, AlarmPriority.High)]
    [InlineData(Low, AlarmPriority.Low)]
    public void A_new_alarm_sounds_at_once_in_a_pause(int another, AlarmPriority priority)
    {
        _announcer.Begin(Medium);
        _announcer.Pause();

        _announcer.Begin(another);

        Assert.Equal(priority, _announcer.Sounding);
    }

    [Fact]
    [Trait("Requirement", "SR-207")]
    public void A_pause_ends_in_the_tick_that_reaches_beyond_it()
    {
        _announcer.Begin(Medium);
        _announcer.Pause();

        _announcer.Advance(AlarmAnnouncer.LongestPauseMs - 1);
        Assert.Equal(AlarmPriority.None, _announcer.Sounding);
        _announcer.Advance(StepMs);
        Assert.Equal(AlarmPriority.Medium, _announcer.Sounding);
    }

    [Fact]
    [Trait("Requirement", "SR-207")]
    public void An_alarm_that_comes_back_sounds_although_its_pause_is_not_over()
    {
        _announcer.Begin(Medium);
        _announcer.Pause();
        _announcer.End(Medium);

        _announcer.Begin(Medium);

        Assert.Equal(AlarmPriority.Medium, _announcer.Sounding);
    }

    [Theory]
    [Trait("Requirement", "SR-208")]
    [InlineData(High, AlarmPriority.High, 120)]
    [InlineData(Medium, AlarmPriority.Medium, 120)]
    [InlineData(Low, AlarmPriority.Low, 3_600)]
    public void An_answered_alarm_that_stands_calls_again(int row, AlarmPriority priority, double afterSeconds)
    {
        _announcer.Begin(row);
        _announcer.Answer();

        Run(afterSeconds - 0.1);
        Assert.Equal((priority, AlarmPriority.None), Now);
        Run(0.1);
        Assert.Equal((priority, priority), Now);
    }

    [Fact]
    [Trait("Requirement", "SR-208")]
    public void A_pause_does_not_shorten_the_hour_of_an_answered_low_alarm()
    {
        _announcer.Begin(Low);
        _announcer.Answer();
        _announcer.Pause();

        Run(3_599);

        Assert.Equal(AlarmPriority.None, _announcer.Sounding);
    }

    [Fact]
    [Trait("Requirement", "SR-209")]
    public void An_alarm_that_nobody_answers_becomes_more_urgent_once_and_says_so()
    {
        _announcer.Begin(Medium);
        Run((EscalateMinutes * 60) - 0.1);
        Assert.Equal(AlarmPriority.Medium, _announcer.Shown);
        Assert.Equal(0, _events.Count);

        Run(0.1);
        Assert.Equal((AlarmPriority.High, AlarmPriority.High), Now);
        Assert.True(_events.TryPeek(out EventId id, out int first, out _));
        Assert.Equal((EventId.AlarmEscalated, (int)AlarmId.AirInLine), (id, first));

        Run(EscalateMinutes * 60 * 3);
        Assert.Equal(1, _events.Count);
    }

    [Fact]
    [Trait("Requirement", "SR-209")]
    public void A_pause_is_no_answer_and_escalation_ends_it()
    {
        _announcer.Begin(Medium);

        for (int i = 0; i < EscalateMinutes; i++)
        {
            _announcer.Pause();
            Run(60);
        }

        Assert.Equal((AlarmPriority.High, AlarmPriority.High), Now);
    }

    [Fact]
    [Trait("Requirement", "SR-209")]
    public void An_answer_stops_the_escalation_and_begins_the_time_afresh()
    {
        _announcer.Begin(Medium);
        Run((EscalateMinutes * 60) - 1);
        _announcer.Answer();
        Run((EscalateMinutes * 60) - 1);
        Assert.Equal(AlarmPriority.Medium, _announcer.Shown);

        Run(1);
        Assert.Equal(AlarmPriority.High, _announcer.Shown);
        _announcer.Answer();
        Assert.Equal((AlarmPriority.Medium, AlarmPriority.None), Now);
    }

    [Theory]
    [Trait("Requirement", "SR-209")]
    [InlineData(High, AlarmPriority.High)]
    [InlineData(Low, AlarmPriority.Low)]
    public void A_row_without_a_time_never_escalates(int row, AlarmPriority priority)
    {
        _announcer.Begin(row);

        Run(24 * 3_600, 1_000);

        Assert.Equal((priority, 0), (_announcer.Shown, _events.Count));
    }

    [Fact]
    public void A_cleared_alarm_is_dark_and_silent_and_leaves_the_others()
    {
        _announcer.Begin(High);
        _announcer.Begin(Low);

        _announcer.End(High);
        Assert.Equal((AlarmPriority.Low, AlarmPriority.Low), Now);
        _announcer.End(Low);
        Run(7_200);
        Assert.Equal((AlarmPriority.None, AlarmPriority.None), Now);
    }

    [Fact]
    public void Neither_a_pause_nor_an_answer_before_an_alarm_silences_it()
    {
        _announcer.Pause();
        _announcer.Answer();

        _announcer.Begin(Medium);

        Assert.Equal(AlarmPriority.Medium, _announcer.Sounding);
    }

    [Fact]
    [Trait("Requirement", "SR-209")]
    public void An_alarm_that_comes_back_has_its_whole_time_to_be_answered()
    {
        _announcer.Begin(Medium);
        Run((EscalateMinutes * 60) - 1);
        _announcer.End(Medium);

        _announcer.Begin(Medium);
        Run((EscalateMinutes * 60) - 1);

        Assert.Equal(AlarmPriority.Medium, _announcer.Shown);
    }

    [Theory]
    [Trait("Requirement", "SR-209")]
    [InlineData(AlarmPriority.Low, AlarmPriority.Medium, 1)]
    [InlineData(AlarmPriority.High, AlarmPriority.High, 0)]
    public void Nothing_becomes_more_urgent_twice_or_than_high(AlarmPriority priority, AlarmPriority shown, int events)
    {
        var announcer = new AlarmAnnouncer([Row(AlarmId.AirInLine, priority, EscalateMinutes)], _events);
        announcer.Begin(0);

        for (int minute = 0; minute < 3 * EscalateMinutes; minute++)
        {
            announcer.Advance(60_000);
        }

        Assert.Equal((shown, events), (announcer.Shown, _events.Count));
    }

    [Fact]
    [Trait("Requirement", "SR-209")]
    public void The_end_of_a_pause_and_an_escalation_in_the_same_tick_are_both_told()
    {
        _announcer.Begin(High);
        _announcer.Begin(Medium);
        Run((EscalateMinutes * 60) - 120);
        _announcer.Pause();

        Run(120);

        Assert.Equal((AlarmPriority.High, AlarmPriority.High, 1), (_announcer.Shown, _announcer.Sounding, _events.Count));
        _announcer.End(High);
        Assert.Equal(AlarmPriority.High, _announcer.Sounding);
    }

    private static Alarm Row(AlarmId id, AlarmPriority priority, int escalateMinutes) =>
        new(id, priority, AlarmResponse.Continue, 0, false, escalateMinutes, (_, _) => true, "text", "why", "source", "SR-209");

    private void Run(double seconds, int stepMs = StepMs)
    {
        for (long leftMs = (long)System.Math.Round(seconds * 1000); leftMs > 0; leftMs -= stepMs)
        {
            _announcer.Advance(stepMs);
        }
    }
}
