using System;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.HostTests.Core;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>Sensors that answer in good order and measure nothing.</summary>
[Trait("Category", "Safety")]
[Trait("Requirement", "SR-234")]
public class SensorWatchTests
{
    private const int SlowNlPerHour = 4_200;

    /// <summary>The value that is stuck, the alarm, and the seconds in which it is raised: the longest stillness and the row's delay.</summary>
    public static TheoryData<AlarmId, double, Action<Readings>> Stuck => new()
    {
        { AlarmId.ChamberSensorLost, 10 + 2, r => r.ChamberPa = 12_400 },
        { AlarmId.CatheterSensorLost, 10 + 2, r => r.CatheterPa = 12_400 },
        { AlarmId.ReservoirSensorLost, 600 + 30, r => r.ReservoirPa = 101_325 },
        { AlarmId.AmbientSensorLost, 600 + 30, r => r.AmbientPa = 101_325 },
        { AlarmId.TemperatureSensorLost, 1_800 + 30, r => r.DrugMilliC = 37_000 },
        { AlarmId.BoardSensorLost, 1_800 + 30, r => r.BoardMilliC = 37_000 },
    };

    [Theory]
    [MemberData(nameof(Stuck), DisableDiscoveryEnumeration = true)]
    public void A_value_that_never_changes_is_a_lost_sensor(AlarmId alarm, double seconds, Action<Readings> stick)
    {
        SyntheticPump world = SyntheticPump.Infusing(SlowNlPerHour);
        world.Run(120);
        Assert.True(world.RunUntil(() => world.Status.Phase == PacketPhase.Rest, 10));
        world.Distort = stick;

        world.Run(seconds - 1);
        Assert.False(world.Pump.Alarms.IsRaised(alarm));
        world.Run(2);
        Assert.True(world.Pump.Alarms.IsRaised(alarm));
    }

    [Fact]
    public void A_value_that_moves_in_its_last_digit_now_and_then_is_measured()
    {
        var watch = new SensorWatch();
        var readings = new Readings();

        for (long ms = 0; ms < 4 * 3_600_000L; ms += 100)
        {
            readings.NowMs = ms;
            readings.ChamberValid = readings.CatheterValid = readings.ReservoirValid = readings.AmbientValid = readings.DrugTemperatureValid = readings.BoardTemperatureValid = true;
            readings.ChamberPa = readings.CatheterPa = (int)(ms / 9_900 % 2);
            readings.ReservoirPa = readings.AmbientPa = (int)(ms / 599_000 % 2);
            readings.DrugMilliC = readings.BoardMilliC = (int)(ms / 1_799_000 % 2);
            watch.Judge(readings);

            Assert.True(readings.ChamberValid && readings.CatheterValid && readings.ReservoirValid && readings.AmbientValid && readings.DrugTemperatureValid && readings.BoardTemperatureValid);
        }
    }

    [Fact]
    public void What_was_not_measured_anyway_is_not_made_valid()
    {
        var readings = new Readings();

        new SensorWatch().Judge(readings);

        Assert.False(readings.ChamberValid || readings.CatheterValid || readings.ReservoirValid || readings.AmbientValid || readings.DrugTemperatureValid || readings.BoardTemperatureValid || readings.ClockValid);
    }

    [Fact]
    public void A_sensor_that_measures_again_is_trusted_again()
    {
        var signal = new Signal(10_000, int.MaxValue);
        Assert.True(signal.Lives(0, 7));
        Assert.True(signal.Lives(9_999, 7));
        Assert.False(signal.Lives(10_000, 7));

        Assert.True(signal.Lives(10_100, 8));
    }

    [Fact]
    public void A_pulse_that_was_noise_is_not_believed_in_flight_and_judged_anew_after_a_rest()
    {
        var watch = new SensorWatch();
        var random = new System.Random(1);
        long nowMs = 0;

        bool Valid(int tickMs, int noisePa)
        {
            nowMs += tickMs;
            var readings = new Readings { NowMs = nowMs, CatheterValid = true, CatheterPa = 12_000 + random.Next(-noisePa, noisePa) };
            watch.Judge(readings);
            return readings.CatheterValid;
        }

        bool noiseIsValid = true;

        for (int i = 0; i < 400; i++)
        {
            noiseIsValid = Valid(50, 3_000);
        }

        Assert.False(noiseIsValid);
        Assert.True(Valid(100, 10));

        bool quietIsValid = false;

        for (int i = 0; i < 400; i++)
        {
            quietIsValid = Valid(50, 10);
        }

        Assert.True(quietIsValid);
    }
}
