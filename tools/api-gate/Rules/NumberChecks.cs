using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Haip.ApiGate.Rules;

/// <summary>Arithmetic that the device does differently.</summary>
internal static class NumberChecks
{
    // Drivers may compare floats at a part's edge; what decides about a dose may not.
    private const string IntegerAssembly = "Haip.Core";

    private static readonly HashSet<Code> s_comparisons =
    [
        Code.Ceq, Code.Cgt, Code.Cgt_Un, Code.Clt, Code.Clt_Un,
        Code.Beq, Code.Beq_S, Code.Bne_Un, Code.Bne_Un_S,
        Code.Bgt, Code.Bgt_S, Code.Bgt_Un, Code.Bgt_Un_S, Code.Bge, Code.Bge_S, Code.Bge_Un, Code.Bge_Un_S,
        Code.Blt, Code.Blt_S, Code.Blt_Un, Code.Blt_Un_S, Code.Ble, Code.Ble_S, Code.Ble_Un, Code.Ble_Un_S,
    ];

    public static IEnumerable<Finding> CheckedArithmetic(Firmware firmware) =>
        from method in Bodies(firmware.Types)
        from instruction in method.Body.Instructions
        where instruction.OpCode.Name.Contains(".ovf", System.StringComparison.Ordinal)
        select new Finding(method, instruction, $"checked arithmetic ({instruction.OpCode.Name})");

    public static IEnumerable<Finding> FloatComparisons(Firmware firmware) =>
        from method in Bodies(firmware.Types.Where(type => type.Module.Assembly.Name.Name == IntegerAssembly))
        from instruction in method.Body.Instructions
        where ComparesByCall(instruction) || (s_comparisons.Contains(instruction.OpCode.Code) && LeavesFloat(method, instruction.Previous))
        select new Finding(method, instruction, "comparison of floating-point numbers");

    private static IEnumerable<MethodDefinition> Bodies(IEnumerable<TypeDefinition> types) =>
        types.SelectMany(type => type.Methods).Where(method => method.HasBody);

    private static bool ComparesByCall(Instruction instruction) =>
        instruction.Operand is MethodReference { Name: "CompareTo" or "Equals" } called && IsFloat(called.DeclaringType);

    // Both operands of a comparison or a sum are of one kind, and the upper one was pushed by the instruction before: also where
    // branches meet, which all bring the same kind. A store right before it kept a copy of what was duplicated.
    private static bool LeavesFloat(MethodDefinition method, Instruction? instruction) => instruction?.OpCode.Code switch
    {
        null => false,
        Code.Ldc_R4 or Code.Ldc_R8 or Code.Conv_R4 or Code.Conv_R8 or Code.Conv_R_Un => true,
        Code.Ldelem_R4 or Code.Ldelem_R8 or Code.Ldind_R4 or Code.Ldind_R8 => true,
        Code.Add or Code.Sub or Code.Mul or Code.Div or Code.Rem or Code.Neg or Code.Dup or Code.Nop => LeavesFloat(method, instruction.Previous),
        Code.Stloc or Code.Stloc_S or (>= Code.Stloc_0 and <= Code.Stloc_3) or Code.Starg or Code.Starg_S or Code.Stsfld => LeavesFloat(method, instruction.Previous),
        Code.Ldobj or Code.Ldelem_Any or Code.Unbox_Any => IsFloat((TypeReference)instruction.Operand),
        Code.Ldfld or Code.Ldsfld => IsFloat(((FieldReference)instruction.Operand).FieldType),
        Code.Call or Code.Callvirt => IsFloat(((MethodReference)instruction.Operand).ReturnType),
        Code.Ldarg or Code.Ldarg_S => IsFloat(((ParameterDefinition)instruction.Operand).ParameterType),
        Code.Ldloc or Code.Ldloc_S => IsFloat(((VariableDefinition)instruction.Operand).VariableType),
        >= Code.Ldloc_0 and <= Code.Ldloc_3 => IsFloat(method.Body.Variables[instruction.OpCode.Code - Code.Ldloc_0].VariableType),
        >= Code.Ldarg_0 and <= Code.Ldarg_3 => IsFloatArgument(method, instruction.OpCode.Code - Code.Ldarg_0),
        _ => false,
    };

    private static bool IsFloatArgument(MethodDefinition method, int index)
    {
        int parameter = method.HasThis ? index - 1 : index;
        return parameter >= 0 && IsFloat(method.Parameters[parameter].ParameterType);
    }

    private static bool IsFloat(TypeReference type) => type.MetadataType is MetadataType.Single or MetadataType.Double;
}
