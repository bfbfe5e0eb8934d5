namespace Haip.Flash.Nanoff;

/// <summary>One exit code of nanoff, in plain words.</summary>
/// <param name="Code">As nanoff prints it, without the E.</param>
/// <param name="Sentence">What happened, without a full stop.</param>
/// <param name="NextStep">What to do about it.</param>
/// <param name="Stage">What the board may be left in.</param>
/// <param name="SlowerMayHelp">A lower baud rate is worth a try.</param>
public sealed record NanoffFailure(int Code, string Sentence, string NextStep, NanoffStage Stage = NanoffStage.Writing, bool SlowerMayHelp = false);
