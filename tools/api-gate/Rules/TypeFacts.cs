using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace Haip.ApiGate.Rules;

/// <summary>What a type is.</summary>
internal static class TypeFacts
{
    public static bool IsDelegate(TypeReference type) => HasBase(type, "System.MulticastDelegate");

    public static bool IsException(TypeReference type) => type.FullName == "System.Exception" || HasBase(type, "System.Exception");

    /// <summary>Whether a type is another or is made from it, class or interface.</summary>
    public static bool Derives(TypeDefinition type, TypeDefinition ancestor) =>
        Chain(type).Any(link => link == ancestor || link.Interfaces.Any(implemented => implemented.InterfaceType.FullName == ancestor.FullName));

    private static bool HasBase(TypeReference type, string name) => type.Resolve() is { } definition && Chain(definition).Skip(1).Any(link => link.FullName == name);

    private static IEnumerable<TypeDefinition> Chain(TypeDefinition type)
    {
        for (TypeDefinition? link = type; link is not null; link = link.BaseType?.Resolve())
        {
            yield return link;
        }
    }
}
