using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>A therapy that outlives a loss of power, and what the schedule counts and shows.</summary>
[Trait("Category", "Core")]
public class ScheduleAfterResetTests
{
    private const int HourMs = 3_600_000;
    private const int MinuteMs = 60_000;
    private const int NightNlPerHour = 45_000;
    private const int LowNlPerHour = 30_000;
    private const int HighNlPerHour = 60_000;
    private const long MidnightUtcSeconds = 1_767_225_600;

    private readonly DeliverySchedule _schedule = new();
    private readonly Ledger _ledger = new();
    private readonly DeliveryStatus _status = new() { NowMs = 12_345, State = PumpState.Infusing };

    [Fact]
    public void A_restored_therapy_has_its_rates_its_rest_and_its_patience()
    {
        Restore(Kept(), 2 * HourMs);

        Assert.Equal((true, true, 45), (_schedule.HasTherapy, _schedule.NeedsTime, _schedule.ResumeWithinMinutes));
        Pass(3 * HourMs);
        Assert.Equal((2 * LowNlPerHour, 0L), (_ledger.OrderedNl, _status.TherapyLeftMs));
    }

    [Fact]
    public void Until_the_clock_is_known_the_lowest_rate_holds_and_then_the_profiles()
    {
        Restore(Kept(), 48L * HourMs);
        var readings = new Readings { NowMs = _status.NowMs, ClockValid = false, UtcSeconds = MidnightUtcSeconds + (13 * 3_600) };
        _schedule.FindTime(readings);
        Pass(MinuteMs);
        Assert.Equal((LowNlPerHour, true), (_status.RateNlPerHour, _schedule.NeedsTime));

        readings.NowMs = _status.NowMs;
        readings.ClockValid = true;
        _schedule.FindTime(readings);
        Pass(MinuteMs);
        Assert.Equal((HighNlPerHour, false), (_status.RateNlPerHour, _schedule.NeedsTime));

        Pass((11 * HourMs) - (2 * MinuteMs));
        Assert.Equal(HighNlPerHour, _status.RateNlPerHour);
        Pass(MinuteMs);
        Assert.Equal(NightNlPerHour, _status.RateNlPerHour);
    }

    [Fact]
    [Trait("Requirement", "SR-610")]
    public void The_clock_is_asked_once_only()
    {
        Restore(Kept(), 48L * HourMs);
        var readings = new Readings { NowMs = _status.NowMs, ClockValid = true, UtcSeconds = MidnightUtcSeconds };
        _schedule.FindTime(readings);

        readings.UtcSeconds += 13 * 3_600;
        _schedule.FindTime(readings);

        Pass(MinuteMs);
        Assert.Equal(NightNlPerHour, _status.RateNlPerHour);
    }

    [Fact]
    public void Without_a_kept_therapy_there_is_nothing_to_go_on_with()
    {
        Restore(new OrderRecord(), 2 * HourMs);

        Assert.Equal((false, false, TherapyOrder.DefaultResumeWithinMinutes), (_schedule.HasTherapy, _schedule.NeedsTime, _schedule.ResumeWithinMinutes));
        Pass(HourMs);
        Assert.Equal((0L, 0L, 0), (_ledger.OrderedNl, _status.TherapyLeftMs, _status.RateNlPerHour));
    }

    [Fact]
    public void A_new_order_after_a_reset_needs_no_clock()
    {
        Restore(Kept(), 2 * HourMs);

        _schedule.Start(TherapyOrder.Constant(54_000, 1, 8_330), _status.NowMs, 0);

        Pass(MinuteMs);
        Assert.Equal((54_000, false), (_status.RateNlPerHour, _schedule.NeedsTime));
    }

    [Fact]
    public void What_a_reset_must_not_lose_is_copied()
    {
        Restore(Kept(), 2 * HourMs);
        Pass(HourMs);
        var order = new OrderRecord();
        var totals = new Totals();

        _schedule.CopyTo(order);
        _schedule.CopyTo(totals);

        Assert.Equal((true, 3, HighNlPerHour, (long)HourMs), (order.HasTherapy, order.Therapy.SegmentCount, order.Therapy.RateNlPerHour[2], totals.TherapyLeftMs));

        _schedule.EndTherapy();
        _schedule.CopyTo(order);
        Assert.False(order.HasTherapy);
    }

    [Fact]
    public void Orders_and_their_ends_are_told_and_an_end_of_nothing_is_not()
    {
        _schedule.EndTherapy();
        Assert.Equal((0, false), (_schedule.ChangedCount, _schedule.HasTherapy));

        _schedule.Start(TherapyOrder.Constant(54_000, 1, 8_330), 0, 0);
        Assert.Equal((1, true), (_schedule.ChangedCount, _schedule.HasTherapy));

        _schedule.EndTherapy();
        Assert.Equal((2, false), (_schedule.ChangedCount, _schedule.HasTherapy));
        Pass(MinuteMs);
        Assert.Equal(0, _status.TherapyLeftMs);
    }

    [Theory]
    [Trait("Requirement", "SR-116")]
    [InlineData(7_000, 7_000)]
    [InlineData(54_000, 54_000)]
    [InlineData(60_000, 54_000)]
    public void The_patency_rate_is_never_more_than_the_therapy(int patencyNlPerHour, int rateNlPerHour)
    {
        _schedule.Start(TherapyOrder.Constant(54_000, 1, patencyNlPerHour), _status.NowMs, 0);
        _status.State = PumpState.Patency;

        Pass(HourMs);

        Assert.Equal((rateNlPerHour, (long)rateNlPerHour), (_status.RateNlPerHour, _ledger.OrderedNl));
    }

    [Fact]
    [Trait("Requirement", "SR-113")]
    public void A_bolus_shows_what_is_left_of_it()
    {
        _status.State = PumpState.Bolus;
        _schedule.Start(new BolusOrder { VolumeNl = 100_000, RateNlPerHour = 400_000 });
        Assert.True(_schedule.BolusRunning);

        Pass(HourMs / 8);
        Assert.Equal((400_000, 50_000L, true), (_status.RateNlPerHour, _status.BolusLeftNl, _schedule.BolusRunning));
        Pass(HourMs / 8);
        Assert.Equal((0, 0L, false), (_status.RateNlPerHour, _status.BolusLeftNl, _schedule.BolusRunning));
    }

    [Fact]
    public void The_last_interval_of_an_order_counts_only_as_far_as_the_order_goes()
    {
        _schedule.Start(TherapyOrder.Constant(36_000, 1, 8_330), _status.NowMs, 0);
        _schedule.Start(new BolusOrder { VolumeNl = 50_000, RateNlPerHour = 400_000 });

        Tick(HourMs - 1_000);
        Assert.Equal(36_000 + 50_000 - 10, _ledger.OrderedNl);
        Tick(60_000);

        Assert.Equal((86_000L, 36_000, 0L), (_ledger.OrderedNl, _status.BasalNlPerHour, _status.TherapyLeftMs));
        Tick(100);
        Assert.Equal((86_000L, 0), (_ledger.OrderedNl, _status.BasalNlPerHour));
    }

    private static OrderRecord Kept()
    {
        var order = new OrderRecord { HasTherapy = true };
        order.Therapy.AddSegment(0, NightNlPerHour);
        order.Therapy.AddSegment(6 * 60, LowNlPerHour);
        order.Therapy.AddSegment(12 * 60, HighNlPerHour);
        order.Therapy.PatencyNlPerHour = 8_330;
        order.Therapy.ResumeWithinMinutes = 45;
        return order;
    }

    private void Restore(OrderRecord order, long leftMs) => _schedule.Restore(order, leftMs);

    private void Pass(long durationMs)
    {
        for (long leftMs = durationMs; leftMs > 0; leftMs -= 500)
        {
            Tick(500);
        }
    }

    private void Tick(long elapsedMs)
    {
        _status.NowMs += elapsedMs;
        _schedule.Accrue(_status, elapsedMs, _ledger);
    }
}
