using System.Collections.Generic;
using System.Linq;

namespace Haip.ApiGate.Facts;

/// <summary>A public or protected member of a type.</summary>
/// <param name="Name">Metadata name; "this" for an indexer, ".ctor" for a constructor.</param>
/// <param name="Type">Of the value, or what is returned; full CLR name.</param>
/// <param name="Value">A constant's value, or a property's accessors, as written; else empty.</param>
public sealed record ApiMember(
    ApiMemberKind Kind,
    IReadOnlyList<string> Modifiers,
    string Type,
    string Name,
    IReadOnlyList<ApiParameter> Parameters,
    string Value,
    IReadOnlyList<string> Tags)
{
    public bool Has(string modifier) => Modifiers.Contains(modifier);

    /// <summary>Whether a call of the one is spelled as a call of the other.</summary>
    public bool SameSignature(ApiMember other) =>
        Kind == other.Kind && Name == other.Name && Type == other.Type
        && Parameters.Select(parameter => parameter.Type).SequenceEqual(other.Parameters.Select(parameter => parameter.Type));
}
