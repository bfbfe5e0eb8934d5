using FsCheck.Fluent;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
public class LedgerTests
{
    private const long FlPerNl = 1_000_000;

    private readonly Ledger _ledger = new();

    [Fact]
    public void What_is_due_is_what_was_ordered_less_what_was_metered()
    {
        _ledger.Order(54_000, 3_600_000);
        _ledger.Book(20_000 * FlPerNl);

        Assert.Equal(34_000, _ledger.DueNl);
    }

    [Fact]
    public void Parts_of_a_nanolitre_are_not_lost()
    {
        for (int i = 0; i < 1_000; i++)
        {
            _ledger.Book(FlPerNl / 2);
        }

        Assert.Equal(500, _ledger.MeteredNl);
        Assert.Equal(500 * FlPerNl, _ledger.MeteredFl);
    }

    [Fact]
    [Trait("Requirement", "SR-105")]
    public void A_packet_larger_than_due_delays_the_next()
    {
        _ledger.Order(54_000, 36_000); // 540 nL
        _ledger.Book(700 * FlPerNl);

        Assert.Equal(-160, _ledger.DueNl);
    }

    [Fact]
    [Trait("Requirement", "SR-110")]
    public void What_is_written_off_is_no_longer_due_and_still_shows()
    {
        _ledger.Order(54_000, 3_600_000);
        _ledger.Book(20_000 * FlPerNl);

        _ledger.WriteOff();

        Assert.Equal(0, _ledger.DueNl);
        Assert.Equal(34_000, _ledger.MissedNl);
        Assert.Equal(54_000, _ledger.OrderedNl);
    }

    [Fact]
    public void Too_much_is_not_forgiven_by_writing_off()
    {
        _ledger.Book(700 * FlPerNl);

        _ledger.WriteOff();

        Assert.Equal(-700, _ledger.DueNl);
        Assert.Equal(0, _ledger.MissedNl);
    }

    [Fact]
    public void What_came_back_from_the_catheter_is_due_again()
    {
        _ledger.Book(300 * FlPerNl);
        _ledger.Book(-100 * FlPerNl);

        Assert.Equal(200, _ledger.MeteredNl);
        Assert.Equal(-200, _ledger.DueNl);
    }

    [Fact]
    public void Restored_totals_go_on_where_they_were()
    {
        _ledger.Order(100_000, 1_000);
        _ledger.Restore(new Totals { OrderedNl = 5_000, MeteredFl = (3_000 * FlPerNl) + 1, MissedNl = 500 });
        _ledger.Order(54_000, 3_600_000);

        Assert.Equal(59_000, _ledger.OrderedNl);
        Assert.Equal((3_000 * FlPerNl) + 1, _ledger.MeteredFl);
        Assert.Equal(59_000 - 500 - 3_000, _ledger.DueNl);

        var totals = new Totals();
        _ledger.CopyTo(totals);
        Assert.Equal((59_000L, (3_000 * FlPerNl) + 1, 500L), (totals.OrderedNl, totals.MeteredFl, totals.MissedNl));
    }

    [Fact]
    [Trait("Requirement", "SR-502")]
    public void A_packet_that_was_in_flight_when_the_power_went_counts_as_delivered_once()
    {
        _ledger.Announce(7);
        _ledger.Restore(new Totals { MeteredFl = 1, InFlightNl = 300 });

        Assert.Equal(((300 * FlPerNl) + 1, 0), (_ledger.MeteredFl, _ledger.InFlightNl));
    }

    [Fact]
    [Trait("Requirement", "SR-502")]
    public void A_packet_is_in_flight_from_its_announcement_until_it_is_booked_and_both_are_told()
    {
        _ledger.Announce(300);
        var totals = new Totals();
        _ledger.CopyTo(totals);
        Assert.Equal((300, 300, 1), (_ledger.InFlightNl, totals.InFlightNl, _ledger.PacketChangedCount));

        _ledger.Book(280 * FlPerNl);
        Assert.Equal((0, 2), (_ledger.InFlightNl, _ledger.PacketChangedCount));
    }

    [Theory]
    [Trait("Requirement", "SR-110")]
    [InlineData(540, 540, 0)]
    [InlineData(539, 539, 1)]
    [InlineData(541, 540, 0)]
    public void What_is_due_beyond_a_limit_is_written_off(long mostNl, long dueNl, long missedNl)
    {
        _ledger.Order(54_000, 36_000); // 540 nL

        _ledger.LimitDue(mostNl);
        Assert.Equal((dueNl, missedNl), (_ledger.DueNl, _ledger.MissedNl));

        _ledger.Order(54_000, 36_000);
        _ledger.LimitDue(mostNl);
        Assert.Equal((mostNl, 1_080 - mostNl), (_ledger.DueNl, _ledger.MissedNl));
    }

    [Fact]
    [Trait("Requirement", "SR-110")]
    public void What_is_written_off_twice_adds_up()
    {
        for (int i = 0; i < 2; i++)
        {
            _ledger.Order(54_000, 36_000);
            _ledger.WriteOff();
        }

        Assert.Equal((1_080, 0), (_ledger.MissedNl, _ledger.DueNl));
    }

    [Fact]
    public void The_status_shows_the_books()
    {
        var status = new DeliveryStatus();
        _ledger.Order(54_000, 36_000);
        _ledger.LimitDue(500);
        _ledger.Book(200 * FlPerNl);

        _ledger.Report(status);

        Assert.Equal((540, 200, 40, 300), (status.OrderedNl, status.MeteredNl, status.MissedNl, status.DueNl));
    }

    [Fact]
    [Trait("Requirement", "SR-105")]
    public void Ordered_is_always_the_sum_of_metered_missed_and_due()
    {
        var steps = Gen.ArrayOf(
            from rate in Gen.Choose(0, 800_000)
            from ms in Gen.Choose(0, 60_000)
            from packetNl in Gen.Choose(-50, 1_200)
            from writeOff in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (rate, ms, packetNl, writeOff));

        Law.Holds(steps, all =>
        {
            var ledger = new Ledger();

            foreach ((int rate, int ms, int packetNl, bool writeOff) in all)
            {
                long missedNl = ledger.MissedNl;
                ledger.Order(rate, ms);
                ledger.Book(packetNl * FlPerNl);

                if (writeOff)
                {
                    ledger.WriteOff();
                    Assert.True(ledger.DueNl <= 0);
                }

                Assert.True(ledger.MissedNl >= missedNl);
                Assert.Equal(ledger.OrderedNl, ledger.MeteredNl + ledger.MissedNl + ledger.DueNl);
            }
        });
    }
}
