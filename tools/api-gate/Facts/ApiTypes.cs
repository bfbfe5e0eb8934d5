using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Haip.ApiGate.Facts;

/// <summary>Finds types by name, those of one library before those of the others.</summary>
internal sealed partial class ApiTypes
{
    private readonly Dictionary<string, (ApiAssembly Assembly, ApiType Type)> _byName = [];

    public ApiTypes(ApiAssembly own, IEnumerable<ApiAssembly> all)
    {
        foreach (ApiAssembly assembly in all.Prepend(own))
        {
            foreach (ApiType type in assembly.Types)
            {
                _byName.TryAdd(type.FullName, (assembly, type));
            }
        }

        Uses = [.. Mentioned(own).Where(name => _byName.ContainsKey(name)).Select(name => _byName[name].Assembly).Where(assembly => assembly != own).Distinct()];
    }

    /// <summary>The libraries whose types the own library mentions.</summary>
    public IReadOnlyList<ApiAssembly> Uses { get; }

    public ApiType? Find(string fullName) => _byName.TryGetValue(fullName, out (ApiAssembly, ApiType Type) found) ? found.Type : null;

    /// <summary>Interface members that a type has no public member for: it implements them explicitly, and the facts list public members only.</summary>
    public IEnumerable<(string Interface, ApiMember Member)> ExplicitMembers(ApiType type)
    {
        if (type.Kind is "interface" or "static class")
        {
            yield break;
        }

        List<ApiType> chain = [.. Chain(type)];

        foreach (ApiType implemented in type.Bases.Select(Find).OfType<ApiType>().Where(found => found.Kind == "interface"))
        {
            if (chain.Skip(1).Any(ancestor => ancestor.Bases.Contains(implemented.FullName)))
            {
                continue;
            }

            foreach (ApiMember member in implemented.Members)
            {
                if (!chain.Any(ancestor => ancestor.Members.Any(other => other.SameSignature(member) && !other.Has("protected") && !other.Has("static"))))
                {
                    yield return (implemented.FullName, member);
                }
            }
        }
    }

    private IEnumerable<ApiType> Chain(ApiType type)
    {
        for (ApiType? next = type; next is not null; next = next.Bases.Select(Find).FirstOrDefault(found => found is not null && found.Kind.EndsWith("class", System.StringComparison.Ordinal)))
        {
            yield return next;
        }
    }

    private static IEnumerable<string> Mentioned(ApiAssembly assembly)
    {
        foreach (ApiType type in assembly.Types)
        {
            IEnumerable<ApiMember> members = type.Signature is null ? type.Members : type.Members.Prepend(type.Signature);
            IEnumerable<string> names = members.SelectMany(member => member.Parameters.Select(parameter => parameter.Type).Prepend(member.Type)).Concat(type.Bases);

            foreach (string name in names)
            {
                yield return ArraySuffix().Replace(name, "");
            }
        }

        yield return "System.Object";
    }

    [GeneratedRegex(@"(\[\])+$")]
    private static partial Regex ArraySuffix();
}
