using System;
using System.Collections.Generic;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>Many patients, each with the pump, his life and its courses. What comes out depends on the setup alone.</summary>
public static class AccuracyCampaign
{
    public const string Name = "accuracy";

    private const double HoursPerDay = 24;

    /// <summary>What a part has to do, weighed in patient-days.</summary>
    public static double PatientDays(CampaignSetup setup, CampaignShard shard)
    {
        List<(AccuracyCourse Course, int Number)> items = Items(setup);
        return shard.Of(items.Count).Sum(i => items[i].Course.Weight) / HoursPerDay;
    }

    /// <param name="fraction">Called with what is done so far, from one thread at a time.</param>
    /// <param name="cancelled">Looked at between runs.</param>
    /// <returns>In the order of the campaign; null when it was cancelled.</returns>
    public static IReadOnlyList<AccuracyResult>? Run(CampaignSetup setup, CampaignShard shard, Action<double> fraction, Func<bool> cancelled)
    {
        List<(AccuracyCourse Course, int Number)> items = Items(setup);
        List<int> mine = [.. shard.Of(items.Count)];
        var results = new AccuracyResult[mine.Count];

        bool finished = CampaignWork.Run(
            [.. mine.Select((item, i) => new CampaignPiece(items[item].Course.Weight, () => results[i] = AccuracyRun.Run(item, items[item].Course, setup, items[item].Number)))],
            fraction,
            cancelled);

        return finished ? results : null;
    }

    private static List<(AccuracyCourse Course, int Number)> Items(CampaignSetup setup) =>
    [
        .. from course in AccuracyCourses.All
           where setup.Includes(course.Name)
           from i in Enumerable.Range(0, setup.Patients)
           where i % course.EveryNth == 0
           select (course, setup.Number(i)),
    ];
}
