using System;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>The record of every volume ever booked.</summary>
[Trait("Category", "Core")]
public class TotalsTests
{
    private const long MostNl = 10_000_000_000;
    private const long FlPerNl = 1_000_000;
    private const long LongestTherapyMs = 1_440L * 3_600_000;

    // Every field has a value of its own, so that none can stand in for another.
    private const string Golden =
        "0100000000000000" + "0200000000000000" + "0300000000000000" + "0400000000000000"
        + "0500000000000000" + "0600000000000000" + "0700000000000000" + "08000000" + "09010000" + "0A0000FF";

    private static readonly (long Least, long Most, Action<Totals, long> Set)[] s_limits =
    [
        (500, MostNl, (t, v) => t.OrderedNl = v),
        (400 * FlPerNl, MostNl * FlPerNl, (t, v) => t.MeteredFl = v),
        (0, 1_000, (t, v) => t.MissedNl = v),
        (0, MostNl, (t, v) => t.ReservoirFillNl = v),
        (0, 700, (t, v) => t.MeteredAtFillNl = v),
        (0, LongestTherapyMs, (t, v) => t.TherapyLeftMs = v),
        (0, uint.MaxValue, (t, v) => t.AliveAtUtcSeconds = v),
        (0, PacketPlanner.MaxPacketNl, (t, v) => t.InFlightNl = (int)v),
        ((long)PumpState.Standby, (long)PumpState.Stopped, (t, v) => t.State = (int)v),
    ];

    [Fact]
    [Trait("Requirement", "SR-505")]
    public void A_pump_can_have_written_what_lies_within_the_limits_and_nothing_beyond()
    {
        Assert.All(s_limits, limit =>
        {
            Assert.True(IsPlausible(limit.Set, limit.Least));
            Assert.True(IsPlausible(limit.Set, limit.Most));
            Assert.False(IsPlausible(limit.Set, limit.Least - 1));
            Assert.False(IsPlausible(limit.Set, limit.Most + 1));
        });
    }

    [Fact]
    public void A_new_pumps_totals_are_plausible()
    {
        var totals = new Totals { State = (int)PumpState.Standby };

        Assert.True(totals.IsPlausible);
    }

    [Fact]
    public void Each_value_has_its_bytes()
    {
        Totals totals = Numbered();
        byte[] bytes = new byte[Totals.Length];

        totals.Write(bytes);

        Assert.Equal(Golden, Convert.ToHexString(bytes));
    }

    [Fact]
    public void Each_value_is_read_from_its_bytes()
    {
        var totals = new Totals();

        totals.Read(Convert.FromHexString(Golden));

        Assert.Equivalent(Numbered(), totals);
    }

    [Fact]
    public void Cleared_totals_are_a_new_pumps()
    {
        Totals totals = Numbered();

        totals.Clear();

        Assert.Equivalent(new Totals(), totals);
    }

    private static Totals Numbered() => new()
    {
        OrderedNl = 1,
        MeteredFl = 2,
        MissedNl = 3,
        ReservoirFillNl = 4,
        MeteredAtFillNl = 5,
        TherapyLeftMs = 6,
        AliveAtUtcSeconds = 7,
        InFlightNl = 8,
        State = 9,
        BolusRunning = true,
        OrderNumber = 0xFF00_000A,
    };

    private static bool IsPlausible(Action<Totals, long> set, long value)
    {
        var totals = new Totals { OrderedNl = 1_000, MeteredFl = (700 * FlPerNl) + 1, MissedNl = 500, MeteredAtFillNl = 400, State = (int)PumpState.Infusing };
        set(totals, value);
        return totals.IsPlausible;
    }
}
