using System;
using Haip.Core;
using Haip.Core.Log;
using Haip.Core.Metering;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>What a syringe says about the dose of two weeks, weighed by how well it can know.</summary>
[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-175")]
public class RefillCorrectionTests
{
    private const long TwoWeeksNl = 18_000_000;

    private readonly BoardProfile _board = new();
    private readonly MeteringRecord _record = new() { FlowGainPpm = 1_000_000 };
    private readonly PendingEvents _events = new();
    private readonly RefillCorrection _refills;

    public RefillCorrectionTests() => _refills = new RefillCorrection(_board, _record, _events);

    [Theory]
    [InlineData(200_000)]
    [InlineData(-200_000)]
    public void A_calibrated_pump_hardly_moves(long moreNl)
    {
        _board.CalibrationVersion = 1;
        _refills.Take(TwoWeeksNl, TwoWeeksNl + moreNl, 0, 0);

        Assert.Equal(0.05 * moreNl * 1e6 / TwoWeeksNl, _record.RefillPpm, 150.0);
    }

    [Fact]
    public void A_pump_that_was_never_calibrated_follows_within_its_limits_and_is_known_better_each_time()
    {
        double truePpm = 12_000;
        int uncertaintyPpm = int.MaxValue;

        for (int i = 0; i < 6; i++)
        {
            int beforePpm = _record.RefillPpm;
            _refills.Take(TwoWeeksNl, (long)(TwoWeeksNl * (1 + ((truePpm - beforePpm) / 1e6))), 0, 0);
            Assert.InRange(_record.RefillPpm - beforePpm, 0, RefillCorrection.MostAtOncePpm);
            Assert.True(_record.UncertaintyPpm <= uncertaintyPpm);
            uncertaintyPpm = _record.UncertaintyPpm;
        }

        Assert.Equal(truePpm, _record.RefillPpm, 2_000.0);
        Assert.True(uncertaintyPpm < 12_000);
    }

    [Theory]
    [InlineData(1, MeteringRecord.MostLessDrugPpm)]
    [InlineData(-1, -MeteringRecord.MostMoreDrugPpm)]
    public void However_often_it_lies_a_syringe_adds_at_most_half_of_what_it_may_take_away(int sign, int mostPpm)
    {
        for (int i = 0; i < 100; i++)
        {
            _refills.Take(TwoWeeksNl, TwoWeeksNl + (sign * 1_500_000), 0, 0);
            Assert.True(_record.IsPlausible);
        }

        Assert.Equal(mostPpm, _record.RefillPpm);
    }

    [Fact]
    public void After_a_day_or_two_a_residual_says_nothing()
    {
        Assert.False(_refills.Take(RefillCorrection.FewestOutNl - 1, 2_500_000, 0, 0));
        Assert.True(_record.RefillPpm == 0 && !_events.TryPeek(out _, out _, out _));
    }

    [Theory]
    [InlineData(30_000)]
    [InlineData(-30_000)]
    [Trait("Requirement", "SR-173")]
    public void When_the_residual_is_what_the_chamber_says_the_flow_sensor_has_drifted(int driftPpm)
    {
        _board.CalibrationVersion = 1;
        Assert.True(_refills.Take(TwoWeeksNl, TwoWeeksNl, driftPpm, 0));

        Assert.Equal(0, _record.RefillPpm);
        Assert.Equal(1_000_000 + (Math.Sign(driftPpm) * RefillCorrection.MostGainAtOncePpm), _record.FlowGainPpm);
        Assert.Equal(Math.Sign(driftPpm) * 10_000, _record.DriftPpm);
        Assert.True(_events.TryPeek(out EventId id, out int before, out int after));
        Assert.Equal((EventId.FlowGainCorrected, 1_000_000, _record.FlowGainPpm), (id, before, after));
    }

    [Theory]
    [InlineData(30_000)]
    [InlineData(-30_000)]
    [Trait("Requirement", "SR-173")]
    public void When_the_residual_is_what_the_flow_sensor_says_the_chamber_has(int driftPpm)
    {
        _board.CalibrationVersion = 1;
        Assert.True(_refills.Take(TwoWeeksNl, TwoWeeksNl + (TwoWeeksNl / 1_000_000 * driftPpm), driftPpm, 0));

        Assert.Equal(1_000_000, _record.FlowGainPpm);
        Assert.Equal(Math.Sign(driftPpm) * RefillCorrection.MostAtOncePpm, _record.RefillPpm);
        Assert.Equal(driftPpm - _record.RefillPpm, _record.DriftPpm);
        Assert.True(_events.TryPeek(out EventId id, out int before, out int after));
        Assert.Equal((EventId.ComplianceCorrected, 0, _record.RefillPpm), (id, before, after));
    }

    [Fact]
    public void What_was_booked_beyond_the_chamber_is_not_held_against_it()
    {
        _board.CalibrationVersion = 1;

        // The flow sensor drifted by 3 %, 1 % was booked for it, and the residual shows that 1 % as missing.
        Assert.True(_refills.Take(TwoWeeksNl, TwoWeeksNl - (TwoWeeksNl / 100), 30_000, 10_000));

        Assert.Equal(0, _record.RefillPpm);
        Assert.True(_record.FlowGainPpm > 1_000_000);
    }
}
