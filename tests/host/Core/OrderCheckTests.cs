using System.Collections.Generic;
using FsCheck;
using FsCheck.Fluent;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
public class OrderCheckTests
{
    private readonly OrderCheck _check = new();

    [Fact]
    public void A_usual_order_is_accepted()
    {
        Assert.Equal(Verdict.Accepted, _check.Judge(TherapyOrder.Constant(54_000, 336, 8_330), clockValid: false));
    }

    [Fact]
    public void The_first_segment_starts_at_midnight()
    {
        Assert.Equal(Verdict.ProfileOutOfOrder, _check.Judge(Profile((1, 54_000)), clockValid: true));
    }

    [Theory]
    [InlineData(600, 600)]
    [InlineData(600, 599)]
    public void Segments_start_one_after_the_other(int secondMinutes, int thirdMinutes)
    {
        Assert.Equal(Verdict.ProfileOutOfOrder, _check.Judge(Profile((0, 30_000), (secondMinutes, 40_000), (thirdMinutes, 50_000)), clockValid: true));
        Assert.Equal(Verdict.Accepted, _check.Judge(Profile((0, 30_000), (600, 40_000), (601, 50_000)), clockValid: true));
    }

    [Fact]
    [Trait("Requirement", "SR-610")]
    public void A_profile_needs_a_clock_and_a_constant_rate_does_not()
    {
        Assert.Equal(Verdict.ClockUnknown, _check.Judge(Profile((0, 30_000), (600, 40_000)), clockValid: false));
        Assert.Equal(Verdict.Accepted, _check.Judge(Profile((0, 30_000)), clockValid: false));
    }

    [Fact]
    public void More_segments_than_there_is_room_for_are_refused()
    {
        var order = new TherapyOrder { DurationHours = 48, PatencyNlPerHour = 8_330 };

        for (int i = 0; i <= TherapyOrder.MaxSegmentCount; i++)
        {
            order.AddSegment(i, 54_000);
        }

        Assert.Equal(Verdict.AboveHardLimit, _check.Judge(order, clockValid: true));
        Assert.Equal(OrderField.SegmentCount, _check.Field);
    }

    [Fact]
    public void An_order_without_a_segment_is_refused()
    {
        Assert.Equal(Verdict.BelowHardLimit, _check.Judge(Profile(), clockValid: true));
        Assert.Equal(OrderField.SegmentCount, _check.Field);
    }

    [Fact]
    [Trait("Requirement", "SR-601")]
    public void A_refusal_outweighs_a_question_wherever_each_of_them_stands()
    {
        OrderLimit rate = OrderLimits.Rows[(int)OrderField.TherapyRate];

        Assert.Equal(Verdict.AboveHardLimit, _check.Judge(Profile((0, rate.SoftHigh + 1), (600, rate.HardHigh + 1)), clockValid: true));
        Assert.Equal(Verdict.AboveHardLimit, _check.Judge(Profile((0, rate.HardHigh + 1), (600, rate.SoftHigh + 1)), clockValid: true));
        Assert.Equal(OrderField.TherapyRate, _check.Field);
    }

    [Fact]
    [Trait("Requirement", "SR-602")]
    public void A_person_is_told_which_number_needs_confirmation()
    {
        OrderLimit duration = OrderLimits.Rows[(int)OrderField.TherapyDuration];

        Assert.Equal(Verdict.NeedsConfirmation, _check.Judge(TherapyOrder.Constant(54_000, duration.SoftHigh + 1, 8_330), clockValid: true));
        Assert.Equal(OrderField.TherapyDuration, _check.Field);
    }

    [Fact]
    [Trait("Requirement", "SR-601")]
    public void A_refusal_that_is_about_no_limit_names_none()
    {
        OrderLimit duration = OrderLimits.Rows[(int)OrderField.TherapyDuration];
        _check.Judge(TherapyOrder.Constant(54_000, duration.SoftHigh + 1, 8_330), clockValid: true);

        Assert.Equal(Verdict.NotInThisState, _check.Refuse(Verdict.NotInThisState));
        Assert.Equal((0, 0), (_check.Value, _check.Limit));
    }

    [Theory]
    [Trait("Requirement", "SR-601")]
    [InlineData(BolusKind.Flush, OrderField.FlushVolume, OrderField.FlushRate)]
    [InlineData(BolusKind.PerfusionTest, OrderField.PerfusionTestVolume, OrderField.PerfusionTestRate)]
    public void A_bolus_is_held_against_the_limits_of_its_kind(BolusKind kind, OrderField volume, OrderField rate)
    {
        int volumeNl = OrderLimits.Rows[(int)volume].SoftHigh;
        int rateNlPerHour = OrderLimits.Rows[(int)rate].SoftHigh;

        Assert.Equal(Verdict.Accepted, _check.Judge(new BolusOrder { Kind = kind, VolumeNl = volumeNl, RateNlPerHour = rateNlPerHour }));
        Assert.Equal(Verdict.AboveHardLimit, _check.Judge(new BolusOrder { Kind = kind, VolumeNl = OrderLimits.Rows[(int)volume].HardHigh + 1, RateNlPerHour = rateNlPerHour }));
        Assert.Equal(volume, _check.Field);
        Assert.Equal(Verdict.BelowHardLimit, _check.Judge(new BolusOrder { Kind = kind, VolumeNl = volumeNl, RateNlPerHour = OrderLimits.Rows[(int)rate].HardLow - 1 }));
        Assert.Equal(rate, _check.Field);
    }

    [Fact]
    [Trait("Requirement", "SR-601")]
    public void Every_number_of_an_accepted_therapy_is_within_its_hard_limits()
    {
        int accepted = 0;

        Law.Holds(Therapies(), order =>
        {
            if (_check.Judge(order, clockValid: true) > Verdict.NeedsConfirmation)
            {
                return;
            }

            accepted++;
            AssertWithin(OrderField.SegmentCount, order.SegmentCount);
            AssertWithin(OrderField.TherapyDuration, order.DurationHours);
            AssertWithin(OrderField.PatencyRate, order.PatencyNlPerHour);

            for (int i = 0; i < order.SegmentCount; i++)
            {
                AssertWithin(OrderField.TherapyRate, order.RateNlPerHour[i]);
                AssertWithin(OrderField.SegmentStart, order.StartMinutes[i]);
                Assert.True(i == 0 ? order.StartMinutes[0] == 0 : order.StartMinutes[i] > order.StartMinutes[i - 1]);
            }
        }, times: 5_000);

        Assert.InRange(accepted, 100, 4_900); // neither every order nor none
    }

    [Fact]
    [Trait("Requirement", "SR-610")]
    public void Every_minute_of_an_accepted_therapy_has_a_rate_within_hard_limits()
    {
        Law.Holds(Therapies(), order =>
        {
            if (_check.Judge(order, clockValid: true) <= Verdict.NeedsConfirmation)
            {
                for (int minute = 0; minute < 1_440; minute += 7)
                {
                    AssertWithin(OrderField.TherapyRate, order.RateAtNlPerHour(minute));
                }
            }
        }, times: 1_000);
    }

    private static Gen<TherapyOrder> Therapies() =>
        from count in Gen.Frequency((8, Gen.Choose(1, 8)), (1, Gen.Choose(-1, 12)))
        from risingMinutes in Gen.Frequency((6, Gen.Constant(true)), (1, Gen.Constant(false)))
        from starts in Gen.ArrayOf(Gen.Frequency((20, Gen.Choose(1, 150)), (1, Gen.Choose(-10, 1_500))), 12)
        from rates in Gen.ArrayOf(Gen.Frequency((20, Gen.Choose(3_000, 126_000)), (30, Gen.Choose(20_000, 80_000)), (1, Gen.Elements(int.MinValue, -1, 0, int.MaxValue))), 12)
        from hours in Gen.Frequency((8, Gen.Choose(0, 1_445)), (1, Gen.Elements(int.MinValue, int.MaxValue)))
        from patency in Gen.Frequency((8, Gen.Choose(4_000, 42_000)), (1, Gen.Elements(int.MinValue, int.MaxValue)))
        select Therapy(count, risingMinutes, starts, rates, hours, patency);

    private static TherapyOrder Therapy(int count, bool rising, int[] starts, int[] rates, int hours, int patency)
    {
        var order = new TherapyOrder { DurationHours = hours, PatencyNlPerHour = patency };
        int minutes = 0;

        for (int i = 0; i < count; i++)
        {
            order.AddSegment(rising ? minutes : starts[i], rates[i]);
            minutes += starts[i];
        }

        return order;
    }

    private static TherapyOrder Profile(params IEnumerable<(int StartMinutes, int RateNlPerHour)> segments)
    {
        var order = new TherapyOrder { DurationHours = 48, PatencyNlPerHour = 8_330 };

        foreach ((int startMinutes, int rateNlPerHour) in segments)
        {
            order.AddSegment(startMinutes, rateNlPerHour);
        }

        return order;
    }

    private static void AssertWithin(OrderField field, int value) =>
        Assert.InRange(value, OrderLimits.Rows[(int)field].HardLow, OrderLimits.Rows[(int)field].HardHigh);
}
