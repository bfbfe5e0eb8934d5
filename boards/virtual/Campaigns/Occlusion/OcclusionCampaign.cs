using System;
using System.Collections.Generic;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns.Occlusion;

/// <summary>Many patients whose catheters fail in every way, and many days of those whose catheters do not. What comes out depends on the setup alone.</summary>
public static class OcclusionCampaign
{
    public const string Name = "occlusion";

    private const double HoursPerDay = 24;
    private const double CaseHours = 1.4;       // until the fault on average, and a little until the alarm
    private const double NarrowHours = 2;
    private const double BusyWeight = 2.5;

    /// <summary>What a part has to do, weighed in patient-days.</summary>
    public static double PatientDays(CampaignSetup setup, CampaignShard shard)
    {
        List<(OcclusionCase? Case, int Number)> items = Items(setup);
        return shard.Of(items.Count).Sum(i => Weight(items[i].Case));
    }

    /// <param name="fraction">Called with what is done so far, from one thread at a time.</param>
    /// <param name="cancelled">Looked at between runs.</param>
    /// <returns>In the order of the campaign; null when it was cancelled.</returns>
    public static IReadOnlyList<OcclusionResult>? Run(CampaignSetup setup, CampaignShard shard, Action<double> fraction, Func<bool> cancelled)
    {
        List<(OcclusionCase? Case, int Number)> items = Items(setup);
        List<int> mine = [.. shard.Of(items.Count)];
        var results = new OcclusionResult[mine.Count];

        bool finished = CampaignWork.Run([.. mine.Select((item, i) => new CampaignPiece(Weight(items[item].Case), () => results[i] = Run(item, items[item].Case, setup, items[item].Number)))], fraction, cancelled);
        return finished ? results : null;
    }

    private static OcclusionResult Run(int index, OcclusionCase? @case, CampaignSetup setup, int patientNumber) =>
        @case is null ? OcclusionLife.Run(index, setup, patientNumber) : OcclusionRun.Run(index, @case, setup, patientNumber);

    private static double Weight(OcclusionCase? @case) => @case switch
    {
        null => OcclusionLife.DaysEach,
        { Kind: OcclusionKind.Narrow } => NarrowHours / HoursPerDay,
        { IsBolus: true } => CaseHours * BusyWeight / HoursPerDay,
        _ => CaseHours / HoursPerDay,
    };

    // Lives first: they are long. Without a case.
    private static List<(OcclusionCase? Case, int Number)> Items(CampaignSetup setup) =>
    [
        .. from i in Enumerable.Range(0, (setup.PatientDays + OcclusionLife.DaysEach - 1) / OcclusionLife.DaysEach)
           select ((OcclusionCase?)null, setup.Number(i)),
        .. from @case in OcclusionCases.All
           where setup.Includes(@case.Name)
           from i in Enumerable.Range(0, setup.Patients)
           select ((OcclusionCase?)@case, setup.Number(i)),
    ];
}
