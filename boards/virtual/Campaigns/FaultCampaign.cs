using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>Runs cases and patients on every core. What comes out depends on the seed alone, and stands in the order of the table.</summary>
public static class FaultCampaign
{
    // For the bar: a patient's five days take as long as so many cases.
    private const int CasesPerPatient = 60;

    /// <param name="fraction">Called with what is done so far, from any thread.</param>
    /// <param name="cancelled">Looked at between runs.</param>
    /// <returns>Null when it was cancelled.</returns>
    public static FaultReport? Run(IReadOnlyList<FaultCase> cases, IReadOnlyList<int> patients, int seed, Action<double> fraction, Func<bool> cancelled)
    {
        var results = new FaultResult[cases.Count];
        var alarms = new List<ControlAlarm>[patients.Count];
        double whole = cases.Count + (CasesPerPatient * patients.Count);
        long done = 0;

        // The long ones first, so that no core ends alone with one.
        IEnumerable<(int Cases, Action Work)> work =
        [
            .. patients.Select((patient, i) => (CasesPerPatient, (Action)(() => alarms[i] = ControlPatients.Run(patient, seed)))),
            .. cases.Select((@case, i) => (1, (Action)(() => results[i] = FaultRun.Run(@case, seed)))),
        ];

        Parallel.ForEach(Partitioner.Create(work, EnumerablePartitionerOptions.NoBuffering), (item, loop) =>
        {
            if (cancelled())
            {
                loop.Stop();
                return;
            }

            item.Work();
            fraction(Interlocked.Add(ref done, item.Cases) / whole);
        });

        return cancelled() ? null : new FaultReport(seed, results, [.. alarms.SelectMany(list => list)], patients.Count * ControlPatients.DaysEach);
    }
}
