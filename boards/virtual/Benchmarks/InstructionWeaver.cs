using System.Collections.Generic;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Haip.VirtualBoard.Benchmarks;

/// <summary>Adds to every basic block of a module: "so many instructions more have been executed".</summary>
/// <remarks>
/// A block is counted in full when it is entered, also when something in it throws. What counts is the compiler's IL, one for each
/// instruction and one for each prefix; a debug build therefore counts more than a release build of the same source.
/// </remarks>
internal static class InstructionWeaver
{
    public const string CounterTypeName = CounterNamespace + "." + CounterType;
    public const string CounterFieldName = "Value";

    private const string CounterNamespace = "Haip.Core";
    private const string CounterType = "ExecutedInstructions";

    /// <summary>Adds the class that holds the count. One module has it; the others refer to that module.</summary>
    public static FieldDefinition AddCounter(ModuleDefinition module)
    {
        const TypeAttributes StaticClass = TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed;

        var type = new TypeDefinition(CounterNamespace, CounterType, StaticClass, module.TypeSystem.Object);
        var field = new FieldDefinition(CounterFieldName, FieldAttributes.Public | FieldAttributes.Static, module.TypeSystem.Int64);
        type.Fields.Add(field);
        module.Types.Add(type);
        return field;
    }

    public static void Weave(ModuleDefinition module, FieldDefinition counter)
    {
        FieldReference field = module.ImportReference(counter);

        foreach (TypeDefinition type in module.GetTypes())
        {
            foreach (MethodDefinition method in type.Methods)
            {
                if (method.HasBody)
                {
                    Weave(method.Body, field);
                }
            }
        }
    }

    private static void Weave(MethodBody body, FieldReference field)
    {
        // Short branches may not reach over what is inserted: make all of them long, and short again where they fit.
        body.SimplifyMacros();

        HashSet<Instruction> leaders = Leaders(body);
        var original = new List<Instruction>(body.Instructions);
        int end = original.Count;

        for (int i = original.Count - 1; i >= 0; i--)
        {
            if (leaders.Contains(original[i]))
            {
                InsertBefore(body.GetILProcessor(), original[i], field, end - i);
                end = i;
            }
        }

        body.OptimizeMacros();
    }

    // The object that branches and handlers point at becomes the first of the four inserted instructions, and a copy behind them
    // takes over its work. So whatever led here, or ended here, still does.
    private static void InsertBefore(ILProcessor il, Instruction leader, FieldReference field, int blockLength)
    {
        Instruction work = il.Create(OpCodes.Nop);
        work.OpCode = leader.OpCode;
        work.Operand = leader.Operand;
        leader.OpCode = OpCodes.Ldsfld;
        leader.Operand = field;

        Instruction at = leader;
        Instruction[] rest = [il.Create(OpCodes.Ldc_I8, (long)blockLength), il.Create(OpCodes.Add), il.Create(OpCodes.Stsfld, field), work];

        foreach (Instruction next in rest)
        {
            il.InsertAfter(at, next);
            at = next;
        }
    }

    private static HashSet<Instruction> Leaders(MethodBody body)
    {
        var leaders = new HashSet<Instruction> { body.Instructions[0] };

        foreach (Instruction instruction in body.Instructions)
        {
            if (instruction.Operand is Instruction target)
            {
                leaders.Add(target);
            }
            else if (instruction.Operand is Instruction[] targets)
            {
                leaders.UnionWith(targets);
            }

            bool leaves = instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw;

            if (leaves && instruction.Next is not null)
            {
                leaders.Add(instruction.Next);
            }
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            leaders.Add(handler.TryStart);
            leaders.Add(handler.HandlerStart);

            if (handler.FilterStart is not null)
            {
                leaders.Add(handler.FilterStart);
            }
        }

        return leaders;
    }
}
