using System;
using Haip.Core.Metering;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>What the chamber does between packets: noise, a leak of V1, which is the same every time, and one of V2, which is not.</summary>
[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-407")]
public class RestWanderTests
{
    private const int RestsOf100Days = 650_000;
    private const int LimitPa = 20;
    private const double FallShare = 0.71;      // of a sample's noise, in the difference of two means of four
    private const double DifferShare = 1.13;    // what one fall differs from the next by, for each of a sample's noise

    private readonly RestWander _wander = new();
    private readonly Random _random = new(1);

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(30)]
    public void Noise_of_any_sensor_is_no_leak(int sigmaPa)
    {
        for (int i = 0; i < RestsOf100Days; i++)
        {
            Assert.False(Take(Noise(sigmaPa * FallShare), sigmaPa), $"rest {i}");
        }
    }

    [Theory]
    [InlineData(8, 45, 24)]
    [InlineData(20, 60, 60)]
    public void A_leak_of_V2_shows_in_what_rests_differ_by(int sigmaPa, int leakPa, int rests)
    {
        for (int i = 0; i < 1_000; i++)
        {
            Assert.False(Take(Noise(sigmaPa * FallShare), sigmaPa));
        }

        int told = 0;

        for (int i = 0; i < rests; i++)
        {
            told += Take(Noise(sigmaPa * FallShare) + Noise(leakPa), sigmaPa) ? 1 : 0;
        }

        Assert.InRange(told, 1, rests / 8);
    }

    [Fact]
    public void A_leak_of_V1_is_the_same_in_every_rest_and_another_ones_business()
    {
        for (int i = 0; i < 1_000; i++)
        {
            Assert.False(Take(50 + Noise(6), 8));
        }
    }

    [Fact]
    public void One_odd_rest_is_none_and_each_is_judged_by_its_own_time()
    {
        Assert.False(_wander.Leaks(0, LimitPa, 8));
        Assert.False(_wander.Leaks(-3_000, LimitPa, 8));
        Assert.False(_wander.Leaks(0, LimitPa, 8));

        for (int i = 0; i < 100; i++)
        {
            Assert.False(_wander.Leaks(i % 2 == 0 ? 100 : -100, 12 * LimitPa, 8));
        }
    }

    private bool Take(int fellPa, int sigmaPa) => _wander.Leaks(fellPa, LimitPa, (int)(sigmaPa * DifferShare));

    private int Noise(double sigmaPa) =>
        (int)(sigmaPa * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble()));
}
