using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Haip.ApiGate.Rules;

/// <summary>What must not happen many times a second on a heap of a hundred kilobytes.</summary>
internal static class TickChecks
{
    // The device keeps the first two in place. The others are the price of a bus transfer, whose interface cannot be had without them.
    private static readonly HashSet<string> s_allowedStructs =
    [
        "System.TimeSpan",
        "System.DateTime",
        "System.SpanByte",
        "System.Device.I2c.I2cTransferResult",
    ];

    public static IEnumerable<Finding> Text(Firmware firmware) => Find(firmware, instruction => instruction.OpCode.Code switch
    {
        Code.Ldstr => $"text \"{instruction.Operand}\"",
        Code.Call or Code.Callvirt when instruction.Operand is MethodReference { DeclaringType.FullName: "System.String" } called => $"call of string.{called.Name}",
        Code.Call or Code.Callvirt when instruction.Operand is MethodReference { ReturnType.FullName: "System.String" } called && called.Name == "ToString" => "call of ToString",
        _ => null,
    });

    public static IEnumerable<Finding> Enumerators(Firmware firmware) => Find(firmware, instruction =>
        instruction.Operand is MethodReference { Name: "GetEnumerator" } ? "foreach over something that is no array" : null);

    public static IEnumerable<Finding> Allocations(Firmware firmware) => Find(firmware, instruction => instruction.OpCode.Code switch
    {
        Code.Newarr => $"new array of {((TypeReference)instruction.Operand).Name}",
        Code.Box => $"{((TypeReference)instruction.Operand).Name} made an object",
        Code.Newobj => Constructed(((MethodReference)instruction.Operand).DeclaringType),
        Code.Call or Code.Callvirt => Returned(firmware, (MethodReference)instruction.Operand),
        _ => null,
    });

    public static IEnumerable<Finding> Structs(Firmware firmware)
    {
        foreach (MethodDefinition method in firmware.Tick.Methods)
        {
            foreach (ParameterDefinition parameter in method.Parameters.Where(parameter => IsHeapStruct(parameter.ParameterType)))
            {
                yield return new Finding(method, null, $"copied struct {parameter.ParameterType.Name} ({firmware.Tick.Path(method)})");
            }

            foreach (VariableDefinition variable in method.Body.Variables.Where(variable => IsHeapStruct(variable.VariableType)))
            {
                Instruction? first = method.Body.Instructions.FirstOrDefault(instruction => Names(instruction, variable));
                yield return new Finding(method, first, $"local struct {variable.VariableType.Name} ({firmware.Tick.Path(method)})");
            }
        }

        foreach (Finding finding in Find(firmware, instruction =>
            instruction.OpCode.Code == Code.Newobj && IsHeapStruct(((MethodReference)instruction.Operand).DeclaringType)
                ? $"struct {((MethodReference)instruction.Operand).DeclaringType.Name}" : null))
        {
            yield return finding;
        }
    }

    private static bool Names(Instruction instruction, VariableDefinition variable) =>
        instruction.Operand == variable || (instruction.OpCode.Code is >= Code.Stloc_0 and <= Code.Stloc_3 && instruction.OpCode.Code - Code.Stloc_0 == variable.Index);

    private static string? Constructed(TypeReference type) =>
        type.IsValueType || TypeFacts.IsException(type) ? null
        : TypeFacts.IsDelegate(type) ? $"new delegate {type.Name}"
        : $"new {type.Name}";

    // What is not part of the firmware cannot be looked into: an array that it returns is taken for a new one.
    private static string? Returned(Firmware firmware, MethodReference called) =>
        called.ReturnType is ArrayType array && called.Resolve() is { } method && !firmware.Modules.Contains(method.Module) ? $"new array of {array.ElementType.Name} from {called.DeclaringType.Name}.{called.Name}" : null;

    private static bool IsHeapStruct(TypeReference type) =>
        type is not TypeSpecification && type.IsValueType && !type.IsPrimitive && !s_allowedStructs.Contains(type.FullName) && type.Resolve() is { IsEnum: false };

    private static IEnumerable<Finding> Find(Firmware firmware, System.Func<Instruction, string?> judge) =>
        from method in firmware.Tick.Methods
        from instruction in method.Body.Instructions
        let what = judge(instruction)
        where what is not null
        select new Finding(method, instruction, $"{what} ({firmware.Tick.Path(method)})");
}
