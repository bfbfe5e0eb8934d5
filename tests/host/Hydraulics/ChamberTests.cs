using Haip.VirtualBoard.Hydraulics;
using Xunit;

namespace Haip.HostTests.Hydraulics;

[Trait("Category", "Virtual")]
public class ChamberTests
{
    private const double AirPa = 101_325;

    private static Chamber At(double pa, PlantParameters? plant = null)
    {
        var chamber = new Chamber(plant ?? new PlantParameters()) { AmbientPa = AirPa };
        chamber.Set(pa);
        return chamber;
    }

    [Fact]
    public void A_packet_raises_it_by_volume_over_compliance()
    {
        Chamber chamber = At(12_000);

        chamber.Take(400);

        Assert.Equal(16_000, chamber.Pa, 1e-6);
    }

    [Fact]
    public void Air_gives_way_by_its_volume_over_its_absolute_pressure()
    {
        Chamber chamber = At(12_000);
        chamber.AddBubble(10_000);

        // 10 uL at 113.3 kPa: 88 nL/kPa beside the tube's 100.
        Assert.Equal(12_000, chamber.Pa, 1e-6);
        Assert.Equal(0.1 + (10_000 / (AirPa + 12_000)), chamber.NlPerPa, 1e-9);
        Assert.Equal(10_000, chamber.DisplacedNl);

        chamber.Take(1);
        Assert.Equal(12_000 + (1 / 0.18824), chamber.Pa, 0.01);
    }

    [Fact]
    public void A_closed_chamber_keeps_its_liquid_while_air_in_it_expands_with_height()
    {
        Chamber chamber = At(12_000);
        chamber.AddBubble(1_000);
        double liquidNl = chamber.LiquidNl;

        chamber.AmbientPa = 75_000;
        chamber.Take(0);

        Assert.Equal(liquidNl, chamber.LiquidNl);
        Assert.InRange(chamber.BubbleNl, 1_200, 1_300);
        Assert.Equal(0.1 * (chamber.Pa - 12_000), chamber.BubbleNl - 1_000, 1e-6); // what the air takes the tube must give
    }

    [Fact]
    public void Warmth_and_days_soften_it_and_the_liquid_stays()
    {
        Chamber chamber = At(10_000, new PlantParameters { ChamberPercentPerC = 0.5, ChamberPercentPerDay = 0.1 });
        double liquidNl = chamber.LiquidNl;

        chamber.BodyC = 41;
        chamber.Age(2 * 86_400);

        Assert.Equal(0.1 * 1.02 * 1.002, chamber.NlPerPa, 1e-12);
        Assert.Equal(liquidNl, chamber.LiquidNl);
        Assert.Equal(10_000 / (1.02 * 1.002), chamber.Pa, 1e-6);
    }

    [Theory]
    [InlineData(1_000, 10)]
    [InlineData(125, 2.5)]
    [InlineData(8_000, 40)]
    public void A_bubble_dissolves_in_a_time_that_goes_with_the_square_of_its_radius(double bubbleNl, double hours)
    {
        Chamber chamber = At(12_000, new PlantParameters { ChamberNlPerKPa = 1e9 }); // so wide that the pressure stays
        chamber.AddBubble(bubbleNl);

        chamber.Age(0.5 * hours * 3_600);
        Assert.Equal(bubbleNl * 0.353553, chamber.BubbleNl, bubbleNl * 1e-3); // half the square of the radius

        chamber.Age(0.49 * hours * 3_600);
        Assert.True(chamber.BubbleNl > 0);

        chamber.Age(0.02 * hours * 3_600);
        Assert.Equal(0, chamber.BubbleNl);
    }
}
