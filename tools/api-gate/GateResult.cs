using System.Collections.Generic;
using Haip.ApiGate.Projects;

namespace Haip.ApiGate;

/// <summary>What came of a check.</summary>
/// <param name="Compiled">In dependency order.</param>
/// <param name="Rejections">Empty when everything passes.</param>
public sealed record GateResult(IReadOnlyList<CompiledProject> Compiled, IReadOnlyList<Rejection> Rejections);
