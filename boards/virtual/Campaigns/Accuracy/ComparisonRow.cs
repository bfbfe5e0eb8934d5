namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>Another pump in the patients of one course. Property names are fields of <c>bench accuracy --json</c>.</summary>
public sealed record ComparisonRow(string Pump, string Course, int Patients, double? MedianErrorPercent, double? MedianAbsErrorPercent, double? P95AbsErrorPercent, double? MaxAbsErrorPercent);
