using FsCheck.Fluent;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
public class DeliveryScheduleTests
{
    private const int MinuteMs = 60_000;
    private const int HourMs = 3_600_000;
    private const int TickMs = 100;

    private readonly DeliverySchedule _schedule = new();
    private readonly Ledger _ledger = new();
    private readonly DeliveryStatus _status = new() { NowMs = 12_345 };

    [Fact]
    public void A_profile_follows_the_clock_for_days()
    {
        const int StartMinute = (17 * 60) + 23;
        TherapyOrder order = FourSegments(durationHours: 72);
        _schedule.Start(order, _status.NowMs, (long)StartMinute * MinuteMs);

        for (int minute = 0; minute < 72 * 60; minute++)
        {
            Pass(MinuteMs / 2, PumpState.Infusing);
            Assert.Equal(order.RateAtNlPerHour((StartMinute + minute) % 1_440), _status.RateNlPerHour);
            Pass(MinuteMs / 2, PumpState.Infusing);
        }

        // Three whole days: every segment in full, whatever the minute of the start.
        Assert.Equal(3 * ((6 * 30_000) + (5.5 * 60_000) + (9 * 80_000) + (3.5 * 40_000)), _ledger.OrderedNl, 0.005 * _ledger.OrderedNl);
        Assert.Equal(0, _status.TherapyLeftMs);
    }

    [Fact]
    [Trait("Requirement", "SR-105")]
    public void A_tick_in_which_no_time_passed_is_no_end_of_the_order()
    {
        _schedule.Start(TherapyOrder.Constant(54_000, 2, 8_330), _status.NowMs, 0);

        _status.State = PumpState.Infusing;
        _schedule.Accrue(_status, 0, _ledger);

        Assert.Equal(54_000, _status.RateNlPerHour);
        Assert.Equal(0, _ledger.OrderedNl);
    }

    [Fact]
    public void Suspended_time_does_not_count()
    {
        _schedule.Start(TherapyOrder.Constant(54_000, 2, 8_330), _status.NowMs, 0);

        Pass(HourMs, PumpState.Infusing);
        Pass(10 * HourMs, PumpState.Suspended);
        Pass(10 * HourMs, PumpState.Stopped);

        Assert.Equal(HourMs, _status.TherapyLeftMs);
        Assert.Equal(54_000, _ledger.OrderedNl);
        Assert.Equal(0, _status.RateNlPerHour);
    }

    [Fact]
    [Trait("Requirement", "SR-116")]
    public void Patency_has_its_own_rate_and_does_not_use_up_the_therapy()
    {
        _schedule.Start(TherapyOrder.Constant(54_000, 2, 7_000), _status.NowMs, 0);

        Pass(HourMs, PumpState.Patency);

        Assert.Equal(7_000, _ledger.OrderedNl);
        Assert.Equal(2 * HourMs, _status.TherapyLeftMs);
        Assert.Equal(7_000, _status.BasalNlPerHour);
    }

    [Fact]
    public void Before_any_order_the_artery_is_kept_open_at_the_default_rate()
    {
        Pass(HourMs, PumpState.Patency);

        Assert.Equal(DeliverySchedule.DefaultPatencyNlPerHour, _ledger.OrderedNl);
    }

    [Fact]
    public void A_therapy_orders_nothing_after_its_time()
    {
        _schedule.Start(TherapyOrder.Constant(54_000, 1, 8_330), _status.NowMs, 0);

        Pass(3 * HourMs, PumpState.Infusing);

        Assert.Equal(54_000, _ledger.OrderedNl);
    }

    [Fact]
    public void A_therapy_that_was_ended_orders_nothing()
    {
        _schedule.Start(TherapyOrder.Constant(54_000, 1, 8_330), _status.NowMs, 0);
        _schedule.EndTherapy();

        Pass(HourMs, PumpState.Infusing);

        Assert.Equal(0, _ledger.OrderedNl);
    }

    [Fact]
    public void A_second_therapy_takes_the_place_of_the_first()
    {
        _schedule.Start(TherapyOrder.Constant(54_000, 100, 8_330), _status.NowMs, 0);
        Pass(MinuteMs / 2, PumpState.Infusing);

        _schedule.Start(TherapyOrder.Constant(30_000, 1, 8_330), _status.NowMs, 0);
        Pass(TickMs, PumpState.Infusing);

        Assert.Equal(30_000, _status.RateNlPerHour);
        Assert.Equal(HourMs - TickMs, _status.TherapyLeftMs);
    }

    [Fact]
    [Trait("Requirement", "SR-113")]
    public void A_bolus_comes_on_top_and_leaves_the_therapy_alone()
    {
        _schedule.Start(TherapyOrder.Constant(54_000, 100, 8_330), _status.NowMs, 0);
        _schedule.Start(new BolusOrder { VolumeNl = 100_000, RateNlPerHour = 400_000 });

        Pass(HourMs / 8, PumpState.Infusing);
        Assert.Equal(454_000, _status.RateNlPerHour);
        Assert.Equal(54_000, _status.BasalNlPerHour);
        Pass(HourMs * 7 / 8, PumpState.Infusing);

        Assert.Equal(154_000, _ledger.OrderedNl);
        Assert.Equal(54_000, _status.RateNlPerHour);
        Assert.Equal(99 * HourMs, _status.TherapyLeftMs);
    }

    [Fact]
    [Trait("Requirement", "SR-113")]
    public void A_bolus_gives_its_volume_and_never_more()
    {
        var cases = from volumeNl in Gen.Choose(50_000, 5_000_000)
                    from rate in Gen.Choose(20_000, 600_000)
                    from steps in Gen.ArrayOf(Gen.Choose(1, 2_000), 50)
                    select (volumeNl, rate, steps);

        Law.Holds(cases, c =>
        {
            var schedule = new DeliverySchedule();
            var ledger = new Ledger();
            schedule.Start(new BolusOrder { VolumeNl = c.volumeNl, RateNlPerHour = c.rate });
            var status = new DeliveryStatus { State = PumpState.Bolus };

            for (int i = 0; schedule.BolusRunning; i++)
            {
                int stepMs = c.steps[i % c.steps.Length] * 10;
                status.NowMs += stepMs;
                schedule.Accrue(status, stepMs, ledger);
                Assert.InRange(ledger.OrderedNl + status.BolusLeftNl, c.volumeNl - 2, c.volumeNl);
            }

            schedule.Accrue(status, HourMs, ledger);
            Assert.InRange(ledger.OrderedNl, c.volumeNl - 1, c.volumeNl);
        }, times: 100);
    }

    [Fact]
    public void A_bolus_that_was_ended_orders_nothing()
    {
        _schedule.Start(new BolusOrder { VolumeNl = 100_000, RateNlPerHour = 400_000 });
        _schedule.EndBolus();

        Pass(HourMs, PumpState.Bolus);

        Assert.Equal(0, _ledger.OrderedNl);
    }

    [Fact]
    public void However_time_is_cut_the_same_volume_is_ordered()
    {
        var cases = from rate in Gen.Choose(4_160, 125_000)
                    from steps in Gen.ArrayOf(Gen.Choose(0, 2_000))
                    select (rate, steps);

        Law.Holds(cases, c =>
        {
            var cut = new DeliverySchedule();
            var ledger = new Ledger();
            var status = new DeliveryStatus { State = PumpState.Infusing };
            cut.Start(TherapyOrder.Constant(c.rate, 24, 8_330), 0, 0);

            foreach (int stepMs in c.steps)
            {
                status.NowMs += stepMs;
                cut.Accrue(status, stepMs, ledger);
            }

            Assert.Equal(c.rate * status.NowMs / HourMs, ledger.OrderedNl);
        });
    }

    [Fact]
    [Trait("Requirement", "SR-610")]
    public void Setting_the_wall_clock_does_not_change_a_therapy_that_runs()
    {
        SyntheticPump world = SyntheticPump.Ready();
        SyntheticPump moved = SyntheticPump.Ready();
        world.Pump.StartTherapy(FourSegments(durationHours: 72), confirmed: true);
        moved.Pump.StartTherapy(FourSegments(durationHours: 72), confirmed: true);

        for (int hour = 0; hour < 8; hour++)
        {
            moved.UtcSeconds += hour % 2 == 0 ? 43_000 : -90_000;
            moved.Distort = hour == 5 ? readings => readings.ClockValid = false : null;
            world.Run(3_600);
            moved.Run(3_600);
            Assert.Equal(world.Status.RateNlPerHour, moved.Status.RateNlPerHour);
        }

        Assert.Equal(60_000, world.Status.RateNlPerHour); // eight in the morning: the second segment
        Assert.Equal(world.Status.OrderedNl, moved.Status.OrderedNl);
        Assert.Equal(world.Status.MeteredNl, moved.Status.MeteredNl);
    }

    [Fact]
    public void A_segment_begins_in_the_tick_of_its_minute()
    {
        _schedule.Start(FourSegments(durationHours: 72), _status.NowMs, (6L * HourMs) - MinuteMs);

        Pass(MinuteMs - TickMs, PumpState.Infusing);
        Assert.Equal(30_000, _status.RateNlPerHour);
        Pass(TickMs, PumpState.Infusing);
        Assert.Equal(60_000, _status.RateNlPerHour);
    }

    private static TherapyOrder FourSegments(int durationHours)
    {
        var order = new TherapyOrder { DurationHours = durationHours, PatencyNlPerHour = 8_330 };
        order.AddSegment(0, 30_000);
        order.AddSegment(6 * 60, 60_000);
        order.AddSegment((11 * 60) + 30, 80_000);
        order.AddSegment((20 * 60) + 30, 40_000);
        return order;
    }

    private void Pass(long durationMs, PumpState state)
    {
        _status.State = state;

        for (long leftMs = durationMs; leftMs > 0; leftMs -= TickMs)
        {
            _status.NowMs += TickMs;
            _schedule.Accrue(_status, TickMs, _ledger);
        }
    }
}
