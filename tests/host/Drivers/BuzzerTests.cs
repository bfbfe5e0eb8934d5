using System.Collections.Generic;
using System.Linq;
using Haip.Core.Safety;
using Haip.Drivers;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

[Trait("Category", "Drivers")]
public class BuzzerTests
{
    private readonly ToneRecorder _tone = new();
    private readonly Buzzer _buzzer;
    private long _nowMs;

    public BuzzerTests() => _buzzer = new Buzzer(_tone);

    // Ranges of IEC 60601-1-8, tables 3 and 4.
    [Theory]
    [Trait("Requirement", "SR-211")]
    [InlineData(AlarmPriority.Low, 50, 2, 125, 250, 125, 250, 15_000, 60_000)]
    [InlineData(AlarmPriority.Low, 100, 2, 125, 250, 125, 250, 15_000, 60_000)]
    [InlineData(AlarmPriority.Medium, 50, 3, 125, 250, 125, 250, 2500, 30_000)]
    [InlineData(AlarmPriority.Medium, 100, 3, 125, 250, 125, 250, 2500, 30_000)]
    [InlineData(AlarmPriority.High, 50, 10, 75, 200, 50, 1300, 2500, 15_000)]
    [InlineData(AlarmPriority.High, 100, 10, 75, 200, 50, 1300, 2500, 15_000)]
    public void Bursts_stay_inside_the_ranges_of_the_standard(
        AlarmPriority priority, int tickMs, int pulses, int shortestMs, int longestMs, int nearestMs, int farthestMs, int pauseFromMs, int pauseToMs)
    {
        List<(int Hz, long Ms)> steps = Listen(priority, 120_000, _ => tickMs);

        for (int i = 0; i + 1 < steps.Count; i++)
        {
            int at = i % (2 * pulses);
            (long fromMs, long toMs) = at % 2 == 0 ? (shortestMs, longestMs)
                : at == (2 * pulses) - 1 ? (pauseFromMs, (long)pauseToMs)
                : (nearestMs, farthestMs);

            Assert.Equal(at % 2 == 0, steps[i].Hz != 0);
            Assert.InRange(steps[i].Ms, fromMs, toMs);
        }

        Assert.True(steps.Count > 2 * 2 * pulses);
    }

    [Fact]
    [Trait("Requirement", "SR-211")]
    public void High_is_five_and_five_with_the_rhythm_of_the_standard()
    {
        long[] lengthsMs = Listen(AlarmPriority.High, 10_000, _ => 50).Select(s => s.Ms).Take(19).ToArray();

        long spacingMs = lengthsMs[1];
        long pulseMs = lengthsMs[0];
        long[] five = [pulseMs, spacingMs, pulseMs, spacingMs, pulseMs, (2 * spacingMs) + pulseMs, pulseMs, spacingMs, pulseMs];
        Assert.InRange(spacingMs, 50, 125);
        Assert.InRange(lengthsMs[9], 350, 1300);
        Assert.Equal(five, lengthsMs[..9]);
        Assert.Equal(five, lengthsMs[10..19]);
    }

    [Fact]
    public void No_pulse_is_lost_when_ticks_are_late_and_early()
    {
        int i = 0;
        int[] ticksMs = [100, 110, 90, 124, 98, 105, 80, 131];

        List<(int Hz, long Ms)> steps = Listen(AlarmPriority.High, 60_000, _ => ticksMs[i++ % ticksMs.Length]);

        int[] burst = [523, 294, 392, 523, 294, 523, 294, 392, 523, 294];
        int[] heard = steps.Where(s => s.Hz != 0).Select(s => s.Hz).ToArray();
        Assert.True(heard.Length >= 60);
        Assert.Equal(Enumerable.Range(0, heard.Length).Select(n => burst[n % 10]), heard);
    }

    [Fact]
    public void Ticks_fifteen_milliseconds_early_and_late_do_not_stretch_a_spacing_out_of_its_range()
    {
        int i = 0;

        List<(int Hz, long Ms)> steps = Listen(AlarmPriority.High, 2000, _ => i++ % 2 == 0 ? 85 : 115);

        Assert.All(steps.Where(s => s.Hz != 0), s => Assert.InRange(s.Ms, 75, 200));
        Assert.InRange(steps[1].Ms, 50, 125);
        Assert.InRange(steps[3].Ms, 50, 125);
    }

    [Fact]
    [Trait("Requirement", "SR-213")]
    public void A_more_urgent_alarm_begins_its_burst_at_once()
    {
        Drive(AlarmPriority.Low, 1000);
        Assert.Equal(0, _tone.FrequencyHz);

        _buzzer.Drive(_nowMs, AlarmPriority.High);

        Assert.Equal(523, _tone.FrequencyHz);
    }

    [Fact]
    public void No_alarm_silences_a_sounding_tone()
    {
        _buzzer.Drive(0, AlarmPriority.High);
        Assert.NotEqual(0, _tone.FrequencyHz);

        _buzzer.Drive(50, AlarmPriority.None);

        Assert.Equal(0, _tone.FrequencyHz);
    }

    [Fact]
    public void The_end_of_a_pause_begins_a_new_burst()
    {
        Drive(AlarmPriority.High, 3000);
        Drive(AlarmPriority.None, 60_000);
        Assert.Equal(10, _tone.ToneCount);

        Drive(AlarmPriority.High, 3000);

        Assert.Equal(20, _tone.ToneCount);
    }

    [Fact]
    [Trait("Requirement", "SR-211")]
    public void A_priority_that_does_not_exist_sounds_as_the_most_urgent()
    {
        Drive((AlarmPriority)9, 3000);

        Assert.Equal(10, _tone.ToneCount);
    }

    private void Drive(AlarmPriority priority, int forMs)
    {
        for (int elapsedMs = 0; elapsedMs < forMs; elapsedMs += 50)
        {
            _buzzer.Drive(_nowMs, priority);
            _nowMs += 50;
        }
    }

    // What was heard, in order, with how long it lasted. The last entry may be cut short.
    private List<(int Hz, long Ms)> Listen(AlarmPriority priority, int forMs, System.Func<long, int> tickMs)
    {
        var steps = new List<(int Hz, long Ms)>();
        long sinceMs = 0;
        _buzzer.Drive(0, priority);
        int heardHz = _tone.FrequencyHz;

        for (long nowMs = tickMs(0); nowMs < forMs; nowMs += tickMs(nowMs))
        {
            _buzzer.Drive(nowMs, priority);

            if (_tone.FrequencyHz != heardHz)
            {
                steps.Add((heardHz, nowMs - sinceMs));
                heardHz = _tone.FrequencyHz;
                sinceMs = nowMs;
            }
        }

        return steps;
    }
}
