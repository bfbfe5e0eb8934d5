using System.Collections.Generic;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Campaigns.Occlusion;

/// <summary>Something that happens to the catheters of many patients, and the alarms of which one must tell.</summary>
/// <param name="Name">In reports and in the files of parts.</param>
/// <param name="MlPerDay">Rate of the therapy, or of the bolus that runs.</param>
/// <param name="Factor">Resistance of the catheter against an open one, where it stays connected.</param>
/// <param name="Alarms">Names of <see cref="Core.Safety.AlarmId"/>.</param>
/// <param name="PatienceMinutes">An alarm that has not come by then is missed.</param>
public sealed record OcclusionCase(string Name, OcclusionKind Kind, double MlPerDay, bool IsBolus, double Factor, IReadOnlyList<string> Alarms, double PatienceMinutes)
{
    /// <summary>A case without its alarm is a failure. One that is only narrowed a little may pass unnoticed: the report says how often.</summary>
    public bool Demanded => Kind != OcclusionKind.Narrow || Factor >= 30;

    /// <summary>Beside others of its kind.</summary>
    internal string ShortName => Name.Split(", ")[Kind == OcclusionKind.Narrow ? 0 : 1];

    internal ScenarioStep Fault => new(0, Kind == OcclusionKind.Disconnected ? ScenarioVerb.DisconnectCatheter : ScenarioVerb.Occlude, Factor, 0, ScenarioPart.None);
}
