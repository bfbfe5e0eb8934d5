using System;
using Haip.Core;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>Which sensors are judged by their noise, and from where on it is too much.</summary>
[Trait("Category", "Safety")]
[Trait("Requirement", "SR-234")]
public class RoughSensorTests
{
    private const int RestMs = 100;
    private const int FlightMs = 60; // the longest tick that counts as one
    private const long BatteryMs = 2 * 3_600_000;

    // The largest mean bend of each value, how to show one, and whether it is believed.
    private static readonly (int Roughest, Action<Readings, int> Show, Func<Readings, bool> Valid)[] s_slow =
    [
        (400, (r, v) => (r.ReservoirValid, r.ReservoirPa) = (true, 101_000 + v), r => r.ReservoirValid),
        (400, (r, v) => (r.AmbientValid, r.AmbientPa) = (true, 101_000 + v), r => r.AmbientValid),
        (2_000, (r, v) => (r.DrugTemperatureValid, r.DrugMilliC) = (true, 37_000 + v), r => r.DrugTemperatureValid),
        (2_000, (r, v) => (r.BoardTemperatureValid, r.BoardMilliC) = (true, 37_000 + v), r => r.BoardTemperatureValid),
        (150, (r, v) => (r.BatteryValid, r.BatteryMilliVolts) = (true, 3_900 + v), r => r.BatteryValid),
    ];

    private readonly SensorWatch _watch = new();
    private readonly Readings _readings = new();

    [Fact]
    public void A_slow_value_may_be_rough_and_not_rougher()
    {
        Assert.All(s_slow, sensor =>
        {
            Assert.True(After(RestMs, sensor.Roughest, sensor.Show, sensor.Valid));
            Assert.False(After(RestMs, sensor.Roughest + 2, sensor.Show, sensor.Valid));
        });
    }

    [Theory]
    [InlineData(FlightMs, 1_300, true)]
    [InlineData(FlightMs, 1_302, false)]
    [InlineData(FlightMs + 1, 20_000, true)]
    public void The_catheters_pulse_is_judged_when_it_is_sampled_as_often_as_in_flight(int tickMs, int bendPa, bool believed)
    {
        Assert.Equal(believed, After(tickMs, bendPa, (r, v) => (r.CatheterValid, r.CatheterPa) = (true, 12_000 + v), r => r.CatheterValid));
    }

    [Theory]
    [InlineData(9_000, 2.2)]
    [InlineData(15_000, 3.0)]
    [InlineData(9_000, 3.5)]
    public void A_strong_and_fast_pulse_bends_much_and_is_none_the_less_a_pulse(double pulsePa, double heartHz)
    {
        for (int i = 0; i < 2_000; i++)
        {
            _readings.NowMs += 50;
            double turn = 2 * Math.PI * heartHz * _readings.NowMs / 1_000;
            (_readings.CatheterValid, _readings.CatheterPa) = (true, 12_000 + (int)(pulsePa / 2.2 * (Math.Sin(turn) + (0.35 * Math.Sin((2 * turn) + 0.6)))));
            _watch.Judge(_readings);
            Assert.True(_readings.CatheterValid);
        }
    }

    [Theory]
    [InlineData(2_500, 500, true)]
    [InlineData(2_500, 1_500, false)]
    [InlineData(2_500, 4_000, false)]
    [InlineData(0, 1_000, false)]
    [InlineData(0, 3_000, false)]
    [InlineData(0, 8_000, false)]
    public void Noise_on_a_pulse_is_found_when_it_hides_it(int pulsePa, int sigmaPa, bool believed)
    {
        var random = new Random(1);
        bool always = true;

        for (int i = 0; i < 2_000; i++)
        {
            _readings.NowMs += 50;
            double noisePa = sigmaPa * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            (_readings.CatheterValid, _readings.CatheterPa) = (true, 12_000 + (int)(pulsePa * Math.Sin(2 * Math.PI * 1.2 * _readings.NowMs / 1_000) + noisePa));
            _watch.Judge(_readings);
            always &= _readings.CatheterValid;
        }

        Assert.Equal(believed, always);
    }

    [Fact]
    public void The_chamber_is_rough_by_nature()
    {
        Assert.True(After(FlightMs, 20_000, (r, v) => (r.ChamberValid, r.ChamberPa) = (true, 12_000 + v), r => r.ChamberValid));
    }

    [Fact]
    public void A_battery_whose_voltage_never_moves_is_not_measured()
    {
        bool Believed(long nowMs)
        {
            (_readings.NowMs, _readings.BatteryValid, _readings.BatteryMilliVolts) = (nowMs, true, 3_900);
            _watch.Judge(_readings);
            return _readings.BatteryValid;
        }

        Assert.True(Believed(0));
        Assert.True(Believed(BatteryMs - 1));
        Assert.False(Believed(BatteryMs));
    }

    [Fact]
    public void A_battery_and_a_clock_that_do_not_answer_are_not_made_valid()
    {
        _readings.UtcSeconds = 1_767_225_600;

        _watch.Judge(_readings);

        Assert.False(_readings.BatteryValid || _readings.ClockValid);
    }

    [Fact]
    public void What_the_artery_does_between_two_packets_is_no_noise_of_its_pulse()
    {
        bool Believed(int tickMs, int pa)
        {
            (_readings.NowMs, _readings.CatheterValid, _readings.CatheterPa) = (_readings.NowMs + tickMs, true, pa);
            _watch.Judge(_readings);
            return _readings.CatheterValid;
        }

        for (int i = 0; i < 500; i++)
        {
            int pa = i % 2 == 0 ? 10_000 : 15_000;
            Assert.True(Believed(RestMs, pa));
            Assert.True(Believed(FlightMs, pa + 1));
        }
    }

    // Up and down by half of the bend, long enough for the mean to arrive.
    private bool After(int tickMs, int bend, Action<Readings, int> show, Func<Readings, bool> valid)
    {
        bool believed = false;

        for (int i = 0; i < 2_000; i++)
        {
            _readings.NowMs += tickMs;
            show(_readings, i % 2 == 0 ? bend / 2 : 0);
            _watch.Judge(_readings);
            believed = valid(_readings);
        }

        return believed;
    }
}
