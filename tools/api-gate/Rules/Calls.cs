using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Haip.ApiGate.Rules;

/// <summary>Which methods an instruction may run.</summary>
internal sealed class Calls
{
    private readonly HashSet<TypeDefinition> _types;
    private readonly ILookup<string, MethodDefinition> _delegateTargets;
    private readonly Dictionary<string, List<MethodDefinition>> _overrides = [];

    /// <param name="types">Whose methods may be run; what lies outside is not followed.</param>
    public Calls(IEnumerable<TypeDefinition> types)
    {
        _types = [.. types];
        _delegateTargets = DelegateTargets().ToLookup(target => target.Delegate, target => target.Method);
    }

    /// <summary>The methods that a call, a construction or the invocation of a delegate may run: of an overridden method all overrides, of a delegate all that its type was ever made of.</summary>
    public IEnumerable<MethodDefinition> Targets(Instruction instruction)
    {
        if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt or Code.Newobj) || instruction.Operand is not MethodReference reference || reference.DeclaringType is ArrayType)
        {
            return [];
        }

        MethodDefinition? method = reference.Resolve();

        if (method is null)
        {
            return [];
        }

        if (method.Name == "Invoke" && TypeFacts.IsDelegate(method.DeclaringType))
        {
            return _delegateTargets[method.DeclaringType.FullName];
        }

        IEnumerable<MethodDefinition> all = instruction.OpCode.Code == Code.Callvirt && method.IsVirtual ? Overrides(method).Prepend(method) : [method];
        return all.Where(target => target.HasBody && _types.Contains(target.DeclaringType));
    }

    private List<MethodDefinition> Overrides(MethodDefinition method)
    {
        if (!_overrides.TryGetValue(method.FullName, out List<MethodDefinition>? found))
        {
            found = [.. _types.Where(type => TypeFacts.Derives(type, method.DeclaringType)).Select(type => Implementation(type, method)).OfType<MethodDefinition>().Distinct()];
            _overrides.Add(method.FullName, found);
        }

        return found;
    }

    // In the type or in a base of it: a base may implement an interface that it does not know of.
    private static MethodDefinition? Implementation(TypeDefinition type, MethodDefinition method)
    {
        for (TypeDefinition? holder = type; holder is not null; holder = holder.BaseType?.Resolve())
        {
            MethodDefinition? found = holder.Methods.FirstOrDefault(candidate => candidate.Overrides.Any(overridden => overridden.FullName == method.FullName))
                ?? holder.Methods.FirstOrDefault(candidate => candidate.Name == method.Name && SameParameters(candidate, method));

            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static bool SameParameters(MethodDefinition one, MethodDefinition other) =>
        one.Parameters.Select(parameter => parameter.ParameterType.FullName).SequenceEqual(other.Parameters.Select(parameter => parameter.ParameterType.FullName));

    private IEnumerable<(string Delegate, MethodDefinition Method)> DelegateTargets() =>
        from type in _types
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where instruction.OpCode.Code is Code.Ldftn or Code.Ldvirtftn && instruction.Next.OpCode.Code == Code.Newobj
        let named = ((MethodReference)instruction.Operand).Resolve()
        where named is not null
        from target in instruction.OpCode.Code == Code.Ldvirtftn ? Overrides(named).Prepend(named) : [named]
        where target.HasBody && _types.Contains(target.DeclaringType)
        select (((MethodReference)instruction.Next.Operand).DeclaringType.FullName, target);
}
