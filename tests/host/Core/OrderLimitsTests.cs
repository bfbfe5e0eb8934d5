using System;
using System.Linq;
using FsCheck.Fluent;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
public class OrderLimitsTests
{
    public static TheoryData<OrderField> Fields => [.. Enum.GetValues<OrderField>()];

    [Fact]
    public void A_row_stands_where_its_field_says()
    {
        Assert.Equal(Enum.GetValues<OrderField>(), OrderLimits.Rows.Select(row => row.Field));
        Assert.All(OrderLimits.Rows, row => Assert.Equal((int)row.Field, Array.IndexOf(OrderLimits.Rows, row)));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Soft_limits_lie_within_hard_ones(OrderField field)
    {
        OrderLimit row = OrderLimits.Rows[(int)field];

        Assert.True(row.HardLow <= row.SoftLow && row.SoftLow <= row.SoftHigh && row.SoftHigh <= row.HardHigh);
        Assert.True(row.HardLow >= 0 || row.Unit == "ppm/C"); // a change may go either way
        Assert.NotEmpty(row.Source);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_limit_belongs_to_its_own_range(OrderField field)
    {
        OrderLimit row = OrderLimits.Rows[(int)field];

        Assert.Equal(Verdict.BelowHardLimit, OrderLimits.Judge(field, row.HardLow - 1));
        Assert.Equal(Verdict.AboveHardLimit, OrderLimits.Judge(field, row.HardHigh + 1));
        Assert.Equal(Verdict.Accepted, OrderLimits.Judge(field, row.SoftLow));
        Assert.Equal(Verdict.Accepted, OrderLimits.Judge(field, row.SoftHigh));
        Assert.Equal(row.HardLow < row.SoftLow ? Verdict.NeedsConfirmation : Verdict.Accepted, OrderLimits.Judge(field, row.HardLow));
        Assert.Equal(row.SoftHigh < row.HardHigh ? Verdict.NeedsConfirmation : Verdict.Accepted, OrderLimits.Judge(field, row.HardHigh));
        Assert.Equal(row.HardLow < row.SoftLow ? Verdict.NeedsConfirmation : Verdict.BelowHardLimit, OrderLimits.Judge(field, row.SoftLow - 1));
        Assert.Equal(row.SoftHigh < row.HardHigh ? Verdict.NeedsConfirmation : Verdict.AboveHardLimit, OrderLimits.Judge(field, row.SoftHigh + 1));
    }

    [Theory]
    [Trait("Requirement", "SR-601")]
    [MemberData(nameof(Fields))]
    public void A_wrapped_number_is_refused(OrderField field)
    {
        Assert.Equal(Verdict.BelowHardLimit, OrderLimits.Judge(field, int.MinValue));
        Assert.Equal(Verdict.AboveHardLimit, OrderLimits.Judge(field, int.MaxValue));
    }

    [Fact]
    [Trait("Requirement", "SR-601")]
    public void A_number_is_refused_exactly_when_it_is_outside_the_hard_limits()
    {
        var cases = from field in Gen.Elements(Enum.GetValues<OrderField>())
                    from value in Gen.OneOf(Gen.Choose(-100, 1_500), Gen.Choose(0, 60_000_000), Gen.Choose(int.MinValue, int.MaxValue))
                    select (field, value);

        Law.Holds(cases, c =>
        {
            OrderLimit row = OrderLimits.Rows[(int)c.field];
            bool refused = OrderLimits.Judge(c.field, c.value) >= Verdict.BelowHardLimit;
            Assert.Equal(c.value < row.HardLow || c.value > row.HardHigh, refused);
        }, times: 2_000);
    }
}
