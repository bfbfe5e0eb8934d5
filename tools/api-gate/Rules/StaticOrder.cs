using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Haip.ApiGate.Rules;

/// <summary>Static initialisers that count on another one having run.</summary>
/// <remarks>
/// The device runs the static constructors of one assembly after the other, and within an assembly in the order of its type table.
/// The metadata processor sorts that table by name and by use, and nothing waits for the assemblies that one refers to: no order in
/// the source means anything. An initialiser may read its own type and the class libraries, and no other type of the firmware.
/// </remarks>
internal static class StaticOrder
{
    public static IEnumerable<Finding> Reads(Firmware firmware)
    {
        var calls = new Calls(firmware.Types);

        foreach (TypeDefinition type in firmware.Types)
        {
            if (type.Methods.FirstOrDefault(method => method.IsConstructor && method.IsStatic) is { } initialiser)
            {
                foreach (Finding finding in Reads(firmware, type, initialiser, calls))
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<Finding> Reads(Firmware firmware, TypeDefinition type, MethodDefinition initialiser, Calls calls)
    {
        var seen = new HashSet<MethodDefinition> { initialiser };
        var waiting = new Queue<MethodDefinition>(seen);

        while (waiting.TryDequeue(out MethodDefinition? method))
        {
            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (instruction.OpCode.Code is Code.Ldsfld or Code.Ldsflda && IsOfAnother(firmware, type, (FieldReference)instruction.Operand))
                {
                    var field = (FieldReference)instruction.Operand;
                    yield return new Finding(method, instruction, $"{field.DeclaringType.Name}.{field.Name} read while {type.Name} is initialised");
                }

                foreach (MethodDefinition called in calls.Targets(instruction).Where(seen.Add))
                {
                    waiting.Enqueue(called);
                }
            }
        }
    }

    // The compiler keeps an object for lambdas that capture nothing in a class of its own: they never look at it, so it may be missing.
    private static bool IsOfAnother(Firmware firmware, TypeDefinition type, FieldReference field) =>
        field.Resolve() is { } definition && definition.DeclaringType != type && firmware.Modules.Contains(definition.Module) && !definition.DeclaringType.Name.StartsWith('<');
}
