using Haip.Core.Delivery;
using Haip.Core.Log;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>The line that the log gets every hour.</summary>
[Trait("Category", "Core")]
public class HourCountTests
{
    private const long HourMs = 3_600_000;

    private readonly HourCount _hour = new();
    private readonly PendingEvents _events = new();
    private readonly DeliveryStatus _status = new() { NowMs = 100, OrderedNl = 1_000_000, MeteredNl = 900_000 };

    [Fact]
    public void What_was_before_the_start_is_no_hours()
    {
        _hour.Take(_status, _events);

        Assert.Equal(0, _events.Count);
    }

    [Fact]
    public void An_hour_is_told_when_it_is_over_with_what_was_ordered_and_metered_in_it_alone()
    {
        _hour.Take(_status, _events);

        for (int hour = 1; hour <= 2; hour++)
        {
            _status.NowMs = 100 + (hour * HourMs) - 1;
            _status.OrderedNl += 54_000 * hour;
            _status.MeteredNl += 53_000 * hour;
            _hour.Take(_status, _events);
            Assert.Equal(0, _events.Count);

            _status.NowMs++;
            _hour.Take(_status, _events);
            Assert.True(_events.TryPeek(out EventId id, out int ordered, out int metered));
            Assert.Equal((EventId.HourPassed, 54_000 * hour, 53_000 * hour), (id, ordered, metered));
            _events.Drop();
        }
    }
}
