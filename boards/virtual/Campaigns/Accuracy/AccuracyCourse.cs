using System;
using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>Something that is done with many patients to see how exact the pump is.</summary>
/// <param name="Name">In reports and in the files of parts.</param>
/// <param name="Hours">How long; a bolus may end earlier.</param>
/// <param name="EveryNth">With one patient of so many.</param>
public sealed record AccuracyCourse(string Name, double Hours, int EveryNth)
{
    /// <summary>0.6 mL/h, the highest rate that the pump takes.</summary>
    public const double BolusMlPerDay = 14.4;

    private const double HoursPerDay = 24;
    private const double MinutesPerDay = 1_440;
    private const double UlPerMl = 1_000;
    private const double BusyWeight = 2.5;     // packet after packet takes longer to compute than mostly rest

    public double MlPerDay { get; init; } = 1.3;

    /// <summary>A bolus of so much instead of a therapy; 0 is a therapy.</summary>
    public double BolusMl { get; init; }

    /// <summary>The error counts from here on.</summary>
    public double FromHours { get; init; }

    /// <summary>Happens besides the patient's life, and instead of whatever in it is of the same kind. Times count from the beginning of the therapy.</summary>
    public IReadOnlyList<ScenarioStep> Steps { get; init; } = [];

    /// <summary>What is different about this pump, its drug or its patient.</summary>
    public Action<PlantParameters>? Change { get; init; }

    /// <summary>Trumpet curves are taken.</summary>
    public bool Trumpets { get; init; }

    /// <summary>The flow is noted over so many minutes at a time; 0 notes none.</summary>
    public int FlowMinutes { get; init; }

    /// <summary>For so long.</summary>
    public double FlowHours { get; init; }

    /// <summary>The same patient has the pumps that it is compared with.</summary>
    public bool Compared { get; init; }

    public bool IsBolus => BolusMl > 0;

    public int LifeDays => (int)Math.Ceiling((Hours + 1) / HoursPerDay);

    /// <summary>Cost, in hours of a therapy.</summary>
    public double Weight => Hours * (IsBolus ? BusyWeight : 1);

    /// <summary>How much of what is ordered in a window of the therapy a volume is.</summary>
    internal double WindowPercent(double volumeUl, int minutes) => 100 * volumeUl / (MlPerDay * UlPerMl / MinutesPerDay * minutes);

    /// <summary>The life with what this course does to it.</summary>
    /// <param name="atSeconds">When the therapy begins.</param>
    internal IReadOnlyList<ScenarioStep> Over(IReadOnlyList<ScenarioStep> life, double atSeconds)
    {
        HashSet<ScenarioVerb> own = [.. Steps.Select(step => step.Verb)];
        IEnumerable<ScenarioStep> shifted = Steps.Select(step => step with { AtMs = step.AtMs + (long)(atSeconds * 1000) });
        return [.. life.Where(step => !own.Contains(step.Verb)).Concat(shifted).OrderBy(step => step.AtMs)];
    }
}
