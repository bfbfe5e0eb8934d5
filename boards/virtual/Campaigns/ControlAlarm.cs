namespace Haip.VirtualBoard.Campaigns;

/// <summary>An alarm of a pump without a fault.</summary>
/// <param name="Lately">What happened to the patient last.</param>
public sealed record ControlAlarm(int Patient, string Alarm, double AtHours, string Lately);
