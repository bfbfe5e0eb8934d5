using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Supervision;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
[Trait("Requirement", "SR-605")]
public class BolusHistoryTests
{
    private const long HourMs = Units.MsPerHour;
    private const long DayMs = 25 * HourMs;

    private readonly BolusHistory _history = new();

    [Fact]
    public void What_was_given_adds_up_without_losing_a_nanolitre()
    {
        for (int i = 0; i < 1_000; i++)
        {
            _history.Add(100_001, 77, 5_000 + (77 * i));
        }

        Assert.Equal(2_139, _history.WithinDayNl(100_000)); // 2,138.9, rounded up
    }

    [Theory]
    [InlineData(0)]
    [InlineData(HourMs - 1)]
    [InlineData((7 * HourMs) + 1)]
    [InlineData((31 * HourMs) + 999)]
    public void It_counts_for_twenty_five_hours_and_is_forgotten_within_one_more(long givenAtMs)
    {
        _history.Add(3_600, 1_000, givenAtMs);

        Assert.Equal(1, _history.WithinDayNl(givenAtMs + DayMs));
        Assert.Equal(0, _history.WithinDayNl(givenAtMs + DayMs + HourMs));
    }

    [Fact]
    public void Hours_are_forgotten_one_by_one()
    {
        for (int hour = 0; hour < 40; hour++)
        {
            _history.Add(1_000, HourMs, hour * HourMs);
        }

        Assert.Equal(26_000, _history.WithinDayNl(40 * HourMs - 1));
        Assert.Equal(16_000, _history.WithinDayNl(49 * HourMs));
    }

    [Fact]
    public void After_months_nothing_is_left()
    {
        _history.Add(600_000, HourMs, 0);

        Assert.Equal(0, _history.WithinDayNl(100L * 24 * HourMs));
    }

    [Fact]
    [Trait("Requirement", "SR-304")]
    public void What_orders_allow_in_a_day_is_what_the_supervisor_allows_with_its_sensor_error()
    {
        long bolusesNl = OrderLimits.Rows[(int)OrderField.BolusDayVolume].HardHigh;
        long therapyNl = 25L * OrderLimits.Rows[(int)OrderField.TherapyRate].HardHigh;

        Assert.InRange((bolusesNl + therapyNl) * 105 / 100, SupervisorLimits.DayNl * 98 / 100, SupervisorLimits.DayNl);
        Assert.Equal(OrderLimits.Rows[(int)OrderField.FlushVolume].HardHigh, bolusesNl);
    }
}
