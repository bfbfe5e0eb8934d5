using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Supervision;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>Where the chamber is filled to.</summary>
[Trait("Category", "Core")]
public class PacketAimTests
{
    private const int ChamberPa = 13_000;
    private const int LowestPa = 5_000;
    private const int MostStepPa = 15_000;
    private const int LeastStepPa = 500;

    [Theory]
    [InlineData(15_000, 15_000)]
    [InlineData(ChamberPa + LeastStepPa, ChamberPa + LeastStepPa)]
    [InlineData(ChamberPa - LeastStepPa, ChamberPa - LeastStepPa)]
    [InlineData(11_000, 11_000)]
    [InlineData(2_000, LowestPa)]
    [InlineData(40_000, ChamberPa + MostStepPa)]
    public void The_chamber_is_filled_to_where_it_is_wanted_within_what_pump_and_packet_allow(int wantedPa, int fullPa) => Assert.Equal(fullPa, FullPa(ChamberPa, wantedPa));

    [Theory]
    [InlineData(ChamberPa - LeastStepPa + 1)]
    [InlineData(ChamberPa)]
    [InlineData(ChamberPa + LeastStepPa - 1)]
    public void A_fill_always_moves_something(int wantedPa) => Assert.Equal(ChamberPa + LeastStepPa, FullPa(ChamberPa, wantedPa));

    [Fact]
    public void A_chamber_that_nobody_sees_is_filled_to_where_it_is_wanted() =>
        Assert.Equal(13_100, PacketAim.FullPa(new Readings { ChamberPa = ChamberPa }, 13_100, LowestPa, MostStepPa, LeastStepPa));

    [Fact]
    public void Nothing_is_filled_beyond_what_P1_can_show() => Assert.Equal(33_000, FullPa(32_800, 33_100));

    [Fact]
    public void The_least_fill_is_none_of_those_that_the_supervisor_calls_none() => Assert.True(PacketAim.LeastFillNl >= 2 * SupervisorLimits.NoFillNl);

    private static int FullPa(int chamberPa, int wantedPa) =>
        PacketAim.FullPa(new Readings { ChamberValid = true, ChamberPa = chamberPa }, wantedPa, LowestPa, MostStepPa, LeastStepPa);
}
