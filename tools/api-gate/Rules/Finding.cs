using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Haip.ApiGate.Rules;

/// <summary>A place that a rule objects to.</summary>
/// <param name="Member">The method, field or type.</param>
/// <param name="At">In the method; null when it is the member as such.</param>
/// <param name="What">What was found there, in a few words.</param>
internal sealed record Finding(IMemberDefinition Member, Instruction? At, string What);
