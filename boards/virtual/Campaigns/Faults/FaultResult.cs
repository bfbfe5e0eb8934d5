namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>What became of one case. Property names are fields of <c>bench faults --json</c>.</summary>
/// <param name="Demanded">The alarms of which one must be raised.</param>
/// <param name="Raised">The first of them, or none.</param>
/// <param name="AfterSeconds">When it was raised; null when none was.</param>
/// <param name="Others">Alarms raised besides.</param>
/// <param name="StateAfter">What the pump was in shortly after the alarm, or at the end.</param>
/// <param name="ExtraUl">The most that ever reached the patient beyond what was permitted.</param>
/// <param name="Silent">An alarm was demanded and nothing at all was raised.</param>
/// <param name="Why">What is wrong; empty when nothing is.</param>
public sealed record FaultResult(
    string Group,
    string Fault,
    string State,
    string Demanded,
    double BoundSeconds,
    string Raised,
    double? AfterSeconds,
    string Others,
    string StateAfter,
    double ExtraUl,
    bool Silent,
    string Why)
{
    public bool Failed => Why.Length > 0;
}
