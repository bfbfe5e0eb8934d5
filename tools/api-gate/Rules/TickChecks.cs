using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Haip.ApiGate.Rules;

/// <summary>What must not happen many times a second on a heap of a hundred kilobytes.</summary>
internal static class TickChecks
{
    // The device keeps the first two in place. The others are the price of a bus transfer and of a pin, which cannot be had without
    // them; the memory budget counts them.
    private static readonly HashSet<string> s_allowedStructs =
    [
        "System.TimeSpan",
        "System.DateTime",
        "System.SpanByte",
        "System.Device.I2c.I2cTransferResult",
        "System.Device.Gpio.PinValue",
    ];

    // What is not part of the firmware cannot be looked into. Read in the sources of nanoFramework: these make nothing but the structs above.
    private static readonly HashSet<string> s_allowedCalls =
    [
        "System.Array.Copy", // in native code; arrays of one primitive type are moved as they are
        "System.BitConverter.ToInt32", // in native code, byte by byte: no array, and no alignment asked for
        "System.Object..ctor",
        "System.Exception..ctor",
        "System.SpanByte..ctor",
        "System.Device.I2c.I2cDevice.Read",
        "System.Device.I2c.I2cDevice.Write",
        "System.Device.I2c.I2cDevice.WriteRead",
        "System.Device.I2c.I2cTransferResult.get_Status",
        "System.Device.Gpio.GpioPin.Write",
        "System.Device.Pwm.PwmChannel.set_Frequency",
        "System.Device.Pwm.PwmChannel.Start",
        "System.Device.Pwm.PwmChannel.Stop",
        "nanoFramework.Hardware.Esp32.HighResTimer.GetCurrent",
    ];

    private static readonly string[] s_enumeration = ["System.Collections.IEnumerator", "System.IDisposable"];

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
        Code.Newobj => Constructed(instruction, ((MethodReference)instruction.Operand).DeclaringType),
        Code.Call or Code.Callvirt => Foreign(firmware, (MethodReference)instruction.Operand),
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

        foreach (Finding finding in Find(firmware, instruction => Pushed(instruction) is { } type && IsHeapStruct(type) ? $"struct {type.Name}" : null))
        {
            yield return finding;
        }
    }

    // An instruction that puts a whole struct on the stack; one that takes its address does not copy it.
    private static TypeReference? Pushed(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Newobj => ((MethodReference)instruction.Operand).DeclaringType,
        Code.Call or Code.Callvirt => ((MethodReference)instruction.Operand).ReturnType,
        Code.Ldfld or Code.Ldsfld => ((FieldReference)instruction.Operand).FieldType,
        Code.Ldelem_Any or Code.Ldobj or Code.Unbox_Any => (TypeReference)instruction.Operand,
        _ => null,
    };

    private static bool Names(Instruction instruction, VariableDefinition variable) =>
        instruction.Operand == variable || (instruction.OpCode.Code is >= Code.Stloc_0 and <= Code.Stloc_3 && instruction.OpCode.Code - Code.Stloc_0 == variable.Index);

    // An exception ends the tick, so what it costs does not add up; one that is only made is garbage like any other.
    private static string? Constructed(Instruction instruction, TypeReference type) =>
        type.IsValueType || (TypeFacts.IsException(type) && instruction.Next?.OpCode.Code == Code.Throw) ? null
        : TypeFacts.IsDelegate(type) ? $"new delegate {type.Name}"
        : $"new {type.Name}";

    // Text and enumerators have rules of their own.
    private static string? Foreign(Firmware firmware, MethodReference called)
    {
        string type = called.DeclaringType.FullName;

        bool judged = type == "System.String" || called.Name is "ToString" or "GetEnumerator" || s_enumeration.Contains(type)
            || s_allowedCalls.Contains($"{type}.{called.Name}") || called.DeclaringType is ArrayType;

        return !judged && called.Resolve() is { } method && !firmware.Modules.Contains(method.Module) && !(method.Name == "Invoke" && TypeFacts.IsDelegate(method.DeclaringType))
            ? $"call of {called.DeclaringType.Name}.{called.Name}, which nobody has looked into"
            : null;
    }

    private static bool IsHeapStruct(TypeReference type) =>
        type is not TypeSpecification && type.IsValueType && !type.IsPrimitive && !s_allowedStructs.Contains(type.FullName) && type.Resolve() is { IsEnum: false };

    private static IEnumerable<Finding> Find(Firmware firmware, System.Func<Instruction, string?> judge) =>
        from method in firmware.Tick.Methods
        from instruction in method.Body.Instructions
        let what = judge(instruction)
        where what is not null
        select new Finding(method, instruction, $"{what} ({firmware.Tick.Path(method)})");
}
