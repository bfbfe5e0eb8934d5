using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Haip.ApiGate.Rules;

/// <summary>What the language has and the device's runtime does not.</summary>
internal static class LanguageChecks
{
    public static IEnumerable<Finding> Generics(Firmware firmware)
    {
        foreach (TypeDefinition type in firmware.Types.Where(type => type.HasGenericParameters))
        {
            yield return new Finding(type, null, $"generic type {type.Name}");
        }

        foreach (MethodDefinition method in firmware.Types.SelectMany(type => type.Methods).Where(method => method.HasGenericParameters))
        {
            yield return new Finding(method, null, $"generic method {method.Name}");
        }

        foreach (TypeUse use in TypeUse.All(firmware).Where(use => use.Contains(type => type.IsGenericInstance)))
        {
            yield return new Finding(use.Member, use.At, $"generic type {use.Type.Name}");
        }

        foreach (MethodDefinition method in firmware.Types.SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            foreach (Instruction call in method.Body.Instructions.Where(instruction => instruction.Operand is GenericInstanceMethod))
            {
                yield return new Finding(method, call, $"generic method {((MethodReference)call.Operand).Name}");
            }
        }
    }

    public static IEnumerable<Finding> MultiDimensionalArrays(Firmware firmware) =>
        from use in TypeUse.All(firmware)
        where use.Contains(type => type is ArrayType { Rank: > 1 })
        select new Finding(use.Member, use.At, $"array {use.Type.Name}");

    public static IEnumerable<Finding> DefaultInterfaceMethods(Firmware firmware) =>
        from type in firmware.Types
        where type.IsInterface
        from method in type.Methods
        where method.HasBody
        select new Finding(method, null, $"body of {type.Name}.{method.Name}");
}
