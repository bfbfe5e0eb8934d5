using Haip.Core.Metering;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-171")]
public class SealedLeakTests
{
    private const int FlPerPa = 100_000;
    private const long PacketFl = 200_000_000;
    private const long RestMs = 6_500;
    private const long LeavingMs = 4_700;

    private readonly SealedLeak _leak = new();

    [Theory]
    [InlineData(1_500)]
    [InlineData(500)]
    [InlineData(-1_500)]
    public void What_the_chamber_loses_at_rest_it_loses_while_a_packet_leaves(int leakNlPerHour)
    {
        Rest(200, leakNlPerHour);
        double takenNl = leakNlPerHour * LeavingMs / 3.6e6;

        Assert.Equal(takenNl, _leak.TakenFl(PacketFl, FlPerPa, LeavingMs) / 1e6, 0.05);
    }

    [Theory]
    [InlineData(60_000)]
    [InlineData(-60_000)]
    public void It_never_takes_more_than_one_and_a_half_percent_of_a_packet(int leakNlPerHour)
    {
        Rest(200, leakNlPerHour);

        Assert.Equal(leakNlPerHour > 0 ? PacketFl * 15 / 1_000 : -PacketFl * 15 / 1_000, _leak.TakenFl(PacketFl, FlPerPa, LeavingMs));
    }

    [Fact]
    public void Noise_takes_nothing()
    {
        for (int i = 0; i < 400; i++)
        {
            _leak.Rested(i % 2 == 0 ? 6 : -6, RestMs);
            Assert.Equal(0, _leak.TakenFl(PacketFl, FlPerPa, LeavingMs));
        }
    }

    [Fact]
    public void One_rest_that_was_disturbed_hardly_counts()
    {
        Rest(200, 0);
        _leak.Rested(4_000, RestMs);

        Assert.InRange(_leak.TakenFl(PacketFl, FlPerPa, LeavingMs), 0, 300_000);
    }

    [Fact]
    public void A_few_rests_say_nothing()
    {
        Rest(7, 1_500);

        Assert.Equal(0, _leak.TakenFl(PacketFl, FlPerPa, LeavingMs));
    }

    private void Rest(int count, int leakNlPerHour)
    {
        for (int i = 0; i < count; i++)
        {
            _leak.Rested((int)System.Math.Round(leakNlPerHour * RestMs / 3.6e6 * 1e6 / FlPerPa), RestMs);
        }
    }
}
