namespace Haip.ApiGate;

/// <summary>One thing that nanoFramework 1.x does not take.</summary>
/// <param name="File">Relative to the folder that was checked, with forward slashes.</param>
/// <param name="Line">From 1; 0 when it concerns the whole file.</param>
/// <param name="Rule">A compiler message's number, or the id of a row of <see cref="Rules.RuleTable"/>, or "project".</param>
/// <param name="Reason">One sentence.</param>
public sealed record Rejection(string File, int Line, string Rule, string Reason)
{
    public override string ToString() => $"{File}({Line}): {Rule}: {Reason}";
}
