using Haip.Core;
using Haip.Core.Metering;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-170")]
public class ChamberComplianceTests
{
    private readonly BoardProfile _board = new() { ChamberPpmPerC = 2_000 };

    [Theory]
    [InlineData(37_000, 100_000)]
    [InlineData(40_000, 100_600)]
    [InlineData(33_000, 99_200)]
    [InlineData(37_005, 100_001)]
    public void A_step_is_worth_more_in_a_warm_chamber(int drugMilliC, int flPerPa) => Assert.Equal(flPerPa, Taken(drugMilliC, valid: true).FlPerPa);

    [Fact]
    public void What_counts_is_the_distance_to_the_calibrations_temperature()
    {
        _board.CalibratedMilliC = 34_000;

        Assert.Equal(100_600, Taken(37_000, valid: true).FlPerPa);
    }

    [Theory]
    [InlineData(-40_000, 99_000)]
    [InlineData(20_000, 99_000)]
    [InlineData(90_000, 101_000)]
    public void A_thermometer_that_lies_moves_the_dose_by_one_percent(int drugMilliC, int flPerPa) => Assert.Equal(flPerPa, Taken(drugMilliC, valid: true).FlPerPa);

    [Fact]
    public void Without_a_thermometer_the_body_is_as_warm_as_bodies_are()
    {
        Assert.Equal(100_000, Taken(40_000, valid: false).FlPerPa);
        Assert.Equal(37_000, Taken(40_000, valid: false).DrugMilliC);
    }

    [Fact]
    public void Refills_and_what_only_the_flow_sensor_sees_come_on_top()
    {
        ChamberCompliance chamber = Taken(40_000, valid: true, refillPpm: -5_000, unseenPpm: 50_000);

        Assert.Equal(100_100, chamber.FlPerPa);
        Assert.Equal(105_105, chamber.BookedFlPerPa);
    }

    private ChamberCompliance Taken(int drugMilliC, bool valid, int refillPpm = 0, int unseenPpm = 0)
    {
        var chamber = new ChamberCompliance(_board);
        chamber.Take(new Readings { DrugTemperatureValid = valid, DrugMilliC = drugMilliC }, refillPpm, unseenPpm);
        return chamber;
    }
}
