namespace Haip.Flash.Therapy;

/// <summary>What a device said, and what it means.</summary>
/// <param name="Said">For the log and for people.</param>
public sealed record TherapyAnswer(TherapyState State, string Said);
