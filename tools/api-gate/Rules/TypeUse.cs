using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Haip.ApiGate.Rules;

/// <summary>A place where a type is named: in a declaration or by an instruction.</summary>
internal sealed record TypeUse(IMemberDefinition Member, Instruction? At, TypeReference Type)
{
    /// <summary>Every place in every project.</summary>
    public static IEnumerable<TypeUse> All(Firmware firmware) => firmware.Types.SelectMany(Of);

    /// <summary>Whether the type, or one that it is made of, is so.</summary>
    public bool Contains(Predicate<TypeReference> wanted)
    {
        for (TypeReference? type = Type; type is not null; type = (type as TypeSpecification)?.ElementType)
        {
            if (wanted(type))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<TypeUse> Of(TypeDefinition type)
    {
        if (type.BaseType is not null)
        {
            yield return new TypeUse(type, null, type.BaseType);
        }

        foreach (InterfaceImplementation implemented in type.Interfaces)
        {
            yield return new TypeUse(type, null, implemented.InterfaceType);
        }

        foreach (FieldDefinition field in type.Fields)
        {
            yield return new TypeUse(field, null, field.FieldType);
        }

        foreach (TypeUse use in type.Methods.SelectMany(Of))
        {
            yield return use;
        }
    }

    private static IEnumerable<TypeUse> Of(MethodDefinition method)
    {
        foreach (TypeReference named in Signature(method))
        {
            yield return new TypeUse(method, null, named);
        }

        if (!method.HasBody)
        {
            yield break;
        }

        foreach (VariableDefinition variable in method.Body.Variables)
        {
            yield return new TypeUse(method, null, variable.VariableType);
        }

        foreach (Instruction instruction in method.Body.Instructions)
        {
            IEnumerable<TypeReference> named = instruction.Operand switch
            {
                TypeReference operand => [operand],
                FieldReference operand => [operand.DeclaringType, operand.FieldType],
                MethodReference operand => Signature(operand).Append(operand.DeclaringType),
                _ => [],
            };

            foreach (TypeReference operand in named)
            {
                yield return new TypeUse(method, instruction, operand);
            }
        }
    }

    private static IEnumerable<TypeReference> Signature(MethodReference method) =>
        method.Parameters.Select(parameter => parameter.ParameterType).Prepend(method.ReturnType);
}
