using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>Where a measured value ends and noise begins.</summary>
[Trait("Category", "Safety")]
[Trait("Requirement", "SR-234")]
public class SignalTests
{
    private const int Roughest = 100;

    private readonly Signal _signal = new(long.MaxValue, Roughest);
    private long _nowMs;

    [Theory]
    [InlineData(Roughest, true)]
    [InlineData(Roughest + 1, false)]
    public void A_value_that_bends_more_than_it_may_is_noise_in_the_end(int bendPa, bool lives)
    {
        // Steps of alternating sign, whose difference is what the value bends by.
        int value = 12_000;
        bool lived = true;

        for (int i = 0; i < 2_000; i++)
        {
            value += i % 2 == 0 ? bendPa / 2 : (bendPa / 2) - bendPa;
            lived = Lives(value);
        }

        Assert.Equal(lives, lived);
    }

    [Theory]
    [InlineData(2 * Roughest)]
    [InlineData(1_000_000)]
    public void A_step_counts_by_its_first_bends_and_no_step_is_so_large_that_it_counts_as_more(int leapPa)
    {
        Lives(1_000_000); // where a value begins is no step
        int leaps = 0;

        while (Lives(leaps % 2 == 0 ? 1_000_000 + leapPa : 1_000_000))
        {
            leaps++;
        }

        Assert.Equal(18, leaps);
    }

    [Fact]
    public void A_slope_however_steep_is_no_noise()
    {
        for (int i = 0; i < 1_000; i++)
        {
            Assert.True(Lives(i * 10_000));
        }
    }

    [Fact]
    public void Noise_that_has_ended_is_forgotten()
    {
        for (int i = 0; i < 200; i++)
        {
            Lives(i % 2 * 1_000);
        }

        Assert.False(Lives(500));

        for (int i = 0; i < 200; i++)
        {
            Lives(500 + (i % 2));
        }

        Assert.True(Lives(500));
    }

    [Fact]
    public void What_happened_in_a_pause_is_no_step()
    {
        Lives(0);

        for (int i = 1; i < 1_000; i++)
        {
            // Up by a step that alone is not rough enough, and then elsewhere, where it stays.
            _signal.Restart(i * 50_000);
            Assert.True(Lives((i * 50_000) + 1));
            Assert.True(Lives((i * 50_000) + 190));
        }
    }

    private bool Lives(int value)
    {
        _nowMs += 50;
        return _signal.Lives(_nowMs, value);
    }
}
