using System.Collections.Generic;

namespace Haip.HostTests.Device;

/// <summary>One package of the matrix.</summary>
/// <param name="Needs">The packages it depends on directly.</param>
public sealed record PinnedPackage(string Id, string Version, IReadOnlyList<PinnedAssembly> Assemblies, IReadOnlyList<string> Needs);
