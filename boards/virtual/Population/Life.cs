using System;
using System.Collections.Generic;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Population;

/// <summary>What happens to a patient: nights, weather, and every kind of episode. A longer life begins as a shorter one does.</summary>
internal static class Life
{
    private const double SecondsPerDay = 86_400;
    private const double SecondsPerHour = 3_600;
    private const double SecondsPerMinute = 60;
    private const double QuietSeconds = 600;         // the pump tests itself, a person stands by
    private const double CircadianKnotHours = 2;
    private const double CoolestHour = -1;           // runs begin at six in the morning; the body is coolest at five
    private const double WeatherKnotHours = 6;
    private const double WeatherMemory = 0.8;        // from one knot to the next: highs and lows last a day or two

    public static IReadOnlyList<ScenarioStep> Of(PatientDraft draft, Streams streams, double days)
    {
        var life = new Tracks(draft.Plant);
        Nights(life, draft, days);
        Weather(life, draft, streams.Of("weather"), days);
        life.ArrhythmiaPercent.Move(0, draft.Habits.FibrillationPercent, 0);

        foreach (EpisodeRow row in EpisodeTable.Rows)
        {
            Episodes(life, draft, row, streams.Of(row.Name), days);
        }

        return life.Steps(days * SecondsPerDay);
    }

    private static void Episodes(Tracks life, PatientDraft draft, EpisodeRow row, Noise chance, double days)
    {
        double meanSeconds = SecondsPerDay / row.PerDay.Draw(chance);
        double seconds = QuietSeconds;

        while (true)
        {
            seconds -= meanSeconds * Math.Log(1 - chance.NextUniform());

            if (seconds >= days * SecondsPerDay)
            {
                return;
            }

            double size = row.Size.Draw(chance);
            double changeSeconds = SecondsPerMinute * row.ChangeMinutes.Draw(chance);
            double holdSeconds = SecondsPerMinute * row.HoldMinutes.Draw(chance);
            var episode = new Episode(seconds, size, changeSeconds, holdSeconds, changeSeconds);
            row.Happen(life, episode, draft);
            seconds = episode.EndSeconds; // nobody takes two walks at once
        }
    }

    // From ten in the evening until six.
    private static void Nights(Tracks life, PatientDraft draft, double days)
    {
        double Swing(double hours) => -draft.Habits.CircadianC * Math.Cos(2 * Math.PI * (hours - CoolestHour) / 24);

        for (double hours = 0; hours < 24 * days; hours += CircadianKnotHours)
        {
            life.BodyC.Move(hours * SecondsPerHour, Swing(hours + CircadianKnotHours) - Swing(hours), CircadianKnotHours * SecondsPerHour);
        }

        for (int day = 0; day < days; day++)
        {
            double bedtime = (day * SecondsPerDay) + (16 * SecondsPerHour);
            life.ArteryMeanPa.Add(bedtime, -draft.Habits.NightDipPa, 1.5 * SecondsPerHour, 5.5 * SecondsPerHour, SecondsPerHour);
            life.BeatsPerMinute.Add(bedtime, -draft.Habits.NightBeatsPerMinute, 0, 8 * SecondsPerHour, 0);
        }
    }

    private static void Weather(Tracks life, PatientDraft draft, Noise chance, double days)
    {
        double nowPa = 0;

        for (double hours = 0; hours < 24 * days; hours += WeatherKnotHours)
        {
            double nextPa = (WeatherMemory * nowPa) + (Math.Sqrt(1 - (WeatherMemory * WeatherMemory)) * draft.Habits.WeatherPa * chance.Next());
            life.AmbientPa.Move(hours * SecondsPerHour, nextPa - nowPa, WeatherKnotHours * SecondsPerHour);
            nowPa = nextPa;
        }
    }
}
