using System.Collections.Generic;

namespace Haip.ApiGate.Facts;

/// <summary>A public or protected type.</summary>
/// <param name="Kind">"class", "sealed class", "abstract class", "static class", "struct", "readonly struct", "readonly ref struct", "interface", "enum" or "delegate".</param>
/// <param name="FullName">Nested types use a dot.</param>
/// <param name="Bases">Base class, if any but the default, then interfaces; an enum's underlying type.</param>
/// <param name="Signature">Of a delegate, null for any other type.</param>
public sealed record ApiType(
    string Kind,
    bool IsProtected,
    string FullName,
    IReadOnlyList<string> Bases,
    ApiMember? Signature,
    IReadOnlyList<string> Tags)
{
    public List<ApiMember> Members { get; } = [];

    public bool IsStruct => Kind.EndsWith("struct", System.StringComparison.Ordinal);
}
