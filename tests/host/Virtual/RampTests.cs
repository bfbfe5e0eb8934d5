using System;
using System.Collections.Generic;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Virtual;

/// <summary>A number of the world on its way.</summary>
[Trait("Category", "Virtual")]
public class RampTests
{
    private const double TickSeconds = 0.05;
    private const double FromC = 37;
    private const double ToC = 40;

    [Theory]
    [InlineData(2, 100)]
    [InlineData(50, 100)]
    [InlineData(600, 600)]
    public void A_ramp_moves_once_a_second_or_by_hundredths_when_that_is_sooner(double overSeconds, int mostSteps)
    {
        List<double> values = Values(overSeconds);
        double mostStep = (ToC - FromC) * (TickSeconds + Math.Min(1, overSeconds / 100)) / overSeconds;

        Assert.InRange(values.Count, mostSteps / 3, mostSteps + 2);
        Assert.Equal(FromC, values[0]);
        Assert.Equal(ToC, values[^1]);

        for (int i = 1; i < values.Count; i++)
        {
            Assert.InRange(values[i] - values[i - 1], 0, mostStep + 1e-9);
        }
    }

    [Fact]
    public void A_ramp_of_no_length_is_a_jump() => Assert.Equal([ToC], Values(overSeconds: 0));

    private static List<double> Values(double overSeconds)
    {
        var values = new List<double>();
        var ramp = new Ramp(ScenarioVerb.BodyTemperature, FromC, ToC, startSeconds: 7, overSeconds, values.Add);

        for (int tick = 0; ramp.Advance(7 + (tick * TickSeconds)); tick++)
        {
            Assert.True(tick * TickSeconds < overSeconds + 2, "never ends");
        }

        return values;
    }
}
