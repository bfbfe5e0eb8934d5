namespace Haip.Flash.Images;

/// <summary>An assembly inside a deployment image.</summary>
/// <param name="Name">Null when the name is one that every device knows by number; the application's never is.</param>
/// <param name="Version">Four numbers with dots.</param>
public sealed record ImageAssembly(string? Name, string Version);
