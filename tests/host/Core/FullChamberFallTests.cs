using System;
using Haip.Core.Metering;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>The fall of the full, sealed chamber: noise of sensors good and bad, and leaks under them.</summary>
[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-407")]
public class FullChamberFallTests
{
    private const int PacketsOf100Days = 650_000;

    private readonly FullChamberFall _fall = new();
    private readonly Random _random = new(1);

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(20)]
    public void Noise_of_any_sensor_is_no_leak(int sigmaPa)
    {
        for (int i = 0; i < PacketsOf100Days; i++)
        {
            Assert.False(_fall.Leaks(Noise(sigmaPa)), $"packet {i}");
        }

        Assert.InRange(_fall.NoisePa, sigmaPa * 0.7, sigmaPa * 1.6); // the mean of what differs is 1.13 sigma
    }

    [Fact]
    public void The_first_hour_of_ten_thousand_pumps_is_quiet()
    {
        for (int pump = 0; pump < 10_000; pump++)
        {
            var fall = new FullChamberFall();

            for (int i = 0; i < 270; i++)
            {
                Assert.False(fall.Leaks(Noise(12)), $"pump {pump}, packet {i}");
            }
        }
    }

    [Theory]
    [InlineData(8, 15, 40)]
    [InlineData(16, 15, 200)]
    [InlineData(20, 30, 40)]
    [InlineData(20, -30, 40)]
    [InlineData(20, 11, 400)]
    public void A_leak_shows_under_the_noise(int sigmaPa, int leakPa, int packets)
    {
        for (int i = 0; i < 1_000; i++)
        {
            _fall.Leaks(Noise(sigmaPa));
        }

        Assert.InRange(PacketsUntilFound(sigmaPa, leakPa), 1, packets);
    }

    [Fact]
    public void A_chamber_that_leaks_from_the_first_packet_on_is_found_at_once()
    {
        Assert.InRange(PacketsUntilFound(8, 30), 1, 16);
    }

    [Fact]
    public void What_was_found_is_judged_afresh()
    {
        Assert.True(_fall.Leaks(1_000));
        Assert.False(_fall.Leaks(0));
    }

    [Fact]
    public void One_value_that_is_no_pressure_makes_no_noisy_sensor()
    {
        for (int i = 0; i < 1_000; i++)
        {
            _fall.Leaks(0);
        }

        _fall.Leaks(100_000);

        Assert.InRange(_fall.NoisePa, 0, FullChamberFall.LargestPa);
    }

    private int PacketsUntilFound(int sigmaPa, int leakPa)
    {
        int packets = 1;

        while (packets < 10_000 && !_fall.Leaks(leakPa + Noise(sigmaPa)))
        {
            packets++;
        }

        return packets;
    }

    private int Noise(int sigmaPa)
    {
        double root = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble()));
        return (int)Math.Round(sigmaPa * root * Math.Cos(2 * Math.PI * _random.NextDouble()));
    }
}
