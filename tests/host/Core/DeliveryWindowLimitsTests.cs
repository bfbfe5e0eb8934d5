using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>Where too much and too little begin, to the nanolitre: a tenth, two packets of the smallest size, and for too much what the chamber swings by.</summary>
[Trait("Category", "Core")]
public class DeliveryWindowLimitsTests
{
    private const int MinuteMs = 60_000;
    private const int MinuteNl = 1_000;
    private const int SlackNl = 2 * PacketPlanner.MinPacketNl;
    private const int SwingNl = 500; // an artery that falls empties the chamber
    private const int MostQuarterNl = (15 * MinuteNl * 11 / 10) + SlackNl + SwingNl;
    private const int MostHourNl = (60 * MinuteNl * 11 / 10) + SlackNl + SwingNl;
    private const int LeastHourNl = (60 * MinuteNl * 9 / 10) - SlackNl;

    private readonly DeliveryWindow _window = new();
    private readonly DeliveryStatus _status = new() { NowMs = 12_345 };

    public DeliveryWindowLimitsTests() => _window.Reset(_status);

    [Theory]
    [Trait("Requirement", "SR-215")]
    [InlineData(MostQuarterNl, MostQuarterNl, false)]
    [InlineData(MostQuarterNl + 1, MostQuarterNl, true)]
    [InlineData(MostQuarterNl, MostQuarterNl + 1, true)]
    public void A_quarter_of_an_hour_allows_a_tenth_and_two_packets_by_either_measure(int meteredNl, int flowNl, bool over)
    {
        Pass(minutes: 200, MinuteNl, MinuteNl);

        Pass(minutes: 15, MinuteNl, MinuteNl, meteredNl - (15 * MinuteNl), flowNl - (15 * MinuteNl));

        _window.Take(_status);
        Assert.Equal(over, _status.OverInfusion);
    }

    [Theory]
    [Trait("Requirement", "SR-215")]
    [InlineData(MostHourNl, MostHourNl, false)]
    [InlineData(MostHourNl + 1, MostHourNl, true)]
    [InlineData(MostHourNl, MostHourNl + 1, true)]
    public void An_hour_allows_a_tenth_and_two_packets_by_either_measure(int meteredNl, int flowNl, bool over)
    {
        const int AlmostNl = MostHourNl / 60; // too little for a quarter of an hour to notice
        Pass(minutes: 200, MinuteNl, MinuteNl);

        Pass(minutes: 60, AlmostNl, AlmostNl, meteredNl - (60 * AlmostNl), flowNl - (60 * AlmostNl));

        _window.Take(_status);
        Assert.Equal(over, _status.OverInfusion);
    }

    [Theory]
    [Trait("Requirement", "SR-216")]
    [InlineData(LeastHourNl, false)]
    [InlineData(LeastHourNl - 1, true)]
    public void An_hour_asks_for_nine_tenths_less_two_packets(int meteredNl, bool under)
    {
        Pass(minutes: 200, MinuteNl, MinuteNl);

        Pass(minutes: 60, meteredNl / 60, MinuteNl, meteredNl % 60);

        _window.Take(_status);
        Assert.Equal((under, false), (_status.UnderInfusion, _status.OverInfusion));
    }

    [Theory]
    [Trait("Requirement", "SR-215")]
    [InlineData(550, false)]
    [InlineData(551, true)]
    public void What_was_due_when_the_window_began_may_be_delivered_in_it(int aheadNl, bool over)
    {
        _status.DueNl = 500;
        _window.Take(_status);
        _status.DueNl = 0;
        Skip();

        Pass(minutes: 14, MinuteNl, MinuteNl, MostQuarterNl - (14 * MinuteNl) + aheadNl);
        _status.OrderedNl += MinuteNl;

        _window.Take(_status);
        Assert.Equal(over, _status.OverInfusion);
    }

    [Fact]
    public void A_window_holds_as_many_minutes_as_it_says()
    {
        Pass(minutes: 14, meteredNl: 3 * MinuteNl, MinuteNl);
        _window.Take(_status);
        Assert.False(_status.OverInfusion);
        Skip();
        _window.Take(_status);
        Assert.True(_status.OverInfusion);

        _window.Reset(_status);
        Pass(minutes: 59, meteredNl: 0, MinuteNl);
        _window.Take(_status);
        Assert.False(_status.UnderInfusion);
        Skip();
        _window.Take(_status);
        Assert.True(_status.UnderInfusion);
    }

    [Fact]
    [Trait("Requirement", "SR-215")]
    public void Too_much_over_both_windows_is_too_much()
    {
        Pass(minutes: 200, meteredNl: 2 * MinuteNl, MinuteNl);

        Assert.True(_status.OverInfusion);
    }

    [Theory]
    [InlineData(MinuteMs - 1, false)]
    [InlineData(MinuteMs, true)]
    [InlineData(2 * MinuteMs, true)]
    [InlineData((2 * MinuteMs) + 1, false)]
    public void A_minute_is_taken_when_it_is_over_and_time_that_jumped_begins_anew(int laterMs, bool taken)
    {
        Pass(minutes: 15, MinuteNl, MinuteNl);
        _window.Take(_status);
        _status.MeteredNl += 100 * MinuteNl;
        _status.NowMs += laterMs;

        _window.Take(_status);

        Assert.Equal(taken, _status.OverInfusion);
    }

    // Every minute is looked at when it begins; what is extra comes at the end.
    private void Pass(int minutes, int meteredNl, int flowNl, int extraMeteredNl = 0, int extraFlowNl = 0)
    {
        for (int i = 0; i < minutes; i++)
        {
            _window.Take(_status);
            _status.OrderedNl += MinuteNl;
            _status.MeteredNl += meteredNl;
            _status.FlowNl += flowNl;
            Skip();
        }

        _status.MeteredNl += extraMeteredNl;
        _status.FlowNl += extraFlowNl;
    }

    private void Skip() => _status.NowMs += MinuteMs;
}
