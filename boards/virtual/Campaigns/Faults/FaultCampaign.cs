using System;
using System.Collections.Generic;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>Runs cases and patients on every core. What comes out depends on the seed alone, and stands in the order of the table.</summary>
public static class FaultCampaign
{
    // For the bar: a patient's five days take as long as so many cases.
    private const int CasesPerPatient = 60;

    /// <param name="fraction">Called with what is done so far, from one thread at a time.</param>
    /// <param name="cancelled">Looked at between runs.</param>
    /// <returns>Null when it was cancelled.</returns>
    public static FaultReport? Run(IReadOnlyList<FaultCase> cases, IReadOnlyList<int> patients, int seed, Action<double> fraction, Func<bool> cancelled)
    {
        var results = new FaultResult[cases.Count];
        var alarms = new List<ControlAlarm>[patients.Count];

        // The long ones first, so that no core ends alone with one.
        bool finished = CampaignWork.Run(
            [
                .. patients.Select((patient, i) => new CampaignPiece(CasesPerPatient, () => alarms[i] = ControlPatients.Run(patient, seed))),
                .. cases.Select((@case, i) => new CampaignPiece(1, () => results[i] = FaultRun.Run(@case, seed))),
            ],
            fraction,
            cancelled);

        return !finished ? null : new FaultReport(seed, results, [.. alarms.SelectMany(list => list)], patients.Count * ControlPatients.DaysEach);
    }
}
