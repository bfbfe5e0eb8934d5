namespace Haip.ApiGate.Projects;

/// <summary>An item of a project file.</summary>
/// <param name="Include">A path with forward slashes, or an assembly's simple name.</param>
/// <param name="Line">In the project file, from 1.</param>
public sealed record NanoItem(string Include, int Line);
