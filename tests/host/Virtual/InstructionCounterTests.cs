using System;
using System.IO;
using Haip.VirtualBoard.Benchmarks;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Xunit;

namespace Haip.HostTests.Virtual;

[Trait("Category", "Virtual")]
public class InstructionCounterTests
{
    [Fact]
    public void The_same_situation_counts_the_same_however_often_and_in_whichever_copy()
    {
        long first;
        long again;

        using (InstructionCounter counter = InstructionCounter.Load())
        {
            first = CountReads(counter, 200);
            again = CountReads(counter, 200);
        }

        using InstructionCounter fresh = InstructionCounter.Load();

        Assert.Equal(first, again);
        Assert.Equal(first, CountReads(fresh, 200));
    }

    [Fact]
    public void More_readings_are_more_instructions()
    {
        using InstructionCounter counter = InstructionCounter.Load();

        long few = CountReads(counter, 100);
        long many = CountReads(counter, 200);

        // A reading is about a hundred instructions; the first differs from the rest.
        Assert.InRange(few, 5000, 20_000);
        Assert.InRange(many, (2 * few) - 200, (2 * few) + 200);
    }

    [Fact]
    public void The_program_itself_runs_on_as_it_was()
    {
        using InstructionCounter counter = InstructionCounter.Load();

        _ = new Haip.Drivers.ExternalWatchdog(new Haip.VirtualBoard.Parts.OutputPin());

        Assert.Equal(0, counter.Value);
        Assert.NotEqual(typeof(Haip.Drivers.ExternalWatchdog), counter.Find("Haip.Drivers.ExternalWatchdog"));
        Assert.NotEqual(typeof(InstructionCounter).Assembly, counter.BoardAssembly);
    }

    [Fact]
    public void A_getter_that_returns_a_constant_is_two_instructions()
    {
        using InstructionCounter counter = InstructionCounter.Load();
        dynamic sensor = Activator.CreateInstance(counter.Find("Haip.Drivers.Abp2PressureSensor"), [null, (byte)0x28])!;
        counter.Value = 0;

        Assert.True((bool)sensor.TryReset()); // ldc.i4.1, ret

        Assert.Equal(2, counter.Value);
    }

    // 3 to begin; 4 a round and 3 for each test of the condition, one more than rounds; 2 to end.
    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 15)]
    [InlineData(10, 78)]
    [InlineData(1000, 7008)]
    public void A_loop_counts_what_a_hand_counts(int rounds, long expected) => Assert.Equal(expected, CountHandmade("Loop", rounds));

    // 5 in the try block, in full also when it throws; 2 in the handler; 1 in the finally block; 2 at the end.
    [Theory]
    [InlineData(5, 8)]
    [InlineData(0, 10)]
    public void Handlers_count_when_they_run(int divisor, long expected) => Assert.Equal(expected, CountHandmade("Guarded", divisor));

    // 2 to choose; 2 for a case; 1 branch and 2 for the default.
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 4)]
    [InlineData(2, 5)]
    public void A_switch_counts_the_case_taken(int choice, long expected) => Assert.Equal(expected, CountHandmade("Choose", choice));

    private static long CountReads(InstructionCounter counter, int reads)
    {
        dynamic clock = Activator.CreateInstance(counter.Find("Haip.VirtualBoard.Bus.VirtualClock"))!;
        dynamic bus = Activator.CreateInstance(counter.Find("Haip.VirtualBoard.Bus.VirtualI2cBus"))!;
        dynamic noise = Activator.CreateInstance(counter.Find("Haip.VirtualBoard.Bus.Noise"), 1UL)!;
        dynamic error = Activator.CreateInstance(counter.Find("Haip.VirtualBoard.Parts.SensorError"), [noise])!;
        double truePa = 12_000;
        dynamic part = Activator.CreateInstance(counter.Find("Haip.VirtualBoard.Parts.Abp2Part"), [clock, () => truePa, error])!;
        bus.Attach((byte)0x28, part);
        dynamic sensor = Activator.CreateInstance(counter.Find("Haip.Drivers.Abp2PressureSensor"), [bus, (byte)0x28])!;
        int good = 0;
        counter.Value = 0;

        for (int i = 0; i < reads; i++)
        {
            good += sensor.TryRead((long)clock.NowMs, out int _) ? 1 : 0;
            clock.Advance(50_000L);
        }

        Assert.Equal(reads - 1, good); // the first call only starts a conversion
        return counter.Value;
    }

    private static long CountHandmade(string method, int argument)
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".dll");

        try
        {
            WriteHandmade(path);
            using InstructionCounter counter = InstructionCounter.Load(path);
            var call = counter.Find("Handmade").GetMethod(method)!.CreateDelegate<Action<int>>();
            call(argument);
            return counter.Value;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void WriteHandmade(string path)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.CreateAssembly(new AssemblyNameDefinition("Handmade", new Version(1, 0)), "Handmade", ModuleKind.Dll);
        ModuleDefinition module = assembly.MainModule;
        var type = new TypeDefinition("", "Handmade", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed, module.TypeSystem.Object);
        module.Types.Add(type);
        Loop(Add(type, "Loop"));
        Guarded(Add(type, "Guarded"));
        Choose(Add(type, "Choose"));
        assembly.Write(path);
    }

    private static MethodBody Add(TypeDefinition type, string name)
    {
        var method = new MethodDefinition(name, MethodAttributes.Public | MethodAttributes.Static, type.Module.TypeSystem.Void);
        method.Parameters.Add(new ParameterDefinition(type.Module.TypeSystem.Int32));
        method.Body.Variables.Add(new VariableDefinition(type.Module.TypeSystem.Int32));
        method.Body.InitLocals = true;
        type.Methods.Add(method);
        return method.Body;
    }

    // for (int i = 0; i < argument; i++) { }
    private static void Loop(MethodBody body)
    {
        ILProcessor il = body.GetILProcessor();
        Instruction condition = il.Create(OpCodes.Ldloc_0);
        Instruction round = il.Create(OpCodes.Ldloc_0);
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Stloc_0);
        il.Emit(OpCodes.Br_S, condition);
        il.Append(round);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc_0);
        il.Append(condition);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Blt_S, round);
        il.Emit(OpCodes.Nop);
        il.Emit(OpCodes.Ret);
    }

    // try { try { 1 / argument; } catch { } } finally { }
    private static void Guarded(MethodBody body)
    {
        ILProcessor il = body.GetILProcessor();
        Instruction tryStart = il.Create(OpCodes.Ldc_I4_1);
        Instruction catchStart = il.Create(OpCodes.Pop);
        Instruction finallyStart = il.Create(OpCodes.Endfinally);
        Instruction end = il.Create(OpCodes.Nop);
        il.Append(tryStart);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Div);
        il.Emit(OpCodes.Pop);
        il.Emit(OpCodes.Leave_S, end);
        il.Append(catchStart);
        il.Emit(OpCodes.Leave_S, end);
        il.Append(finallyStart);
        il.Append(end);
        il.Emit(OpCodes.Ret);

        body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Catch)
        {
            TryStart = tryStart,
            TryEnd = catchStart,
            HandlerStart = catchStart,
            HandlerEnd = finallyStart,
            CatchType = body.Method.Module.TypeSystem.Object,
        });
        body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Finally)
        {
            TryStart = tryStart,
            TryEnd = finallyStart,
            HandlerStart = finallyStart,
            HandlerEnd = end,
        });
    }

    // switch (argument) { case 0: case 1: return; default: return; }
    private static void Choose(MethodBody body)
    {
        ILProcessor il = body.GetILProcessor();
        Instruction zero = il.Create(OpCodes.Nop);
        Instruction one = il.Create(OpCodes.Nop);
        Instruction other = il.Create(OpCodes.Nop);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Switch, [zero, one]);
        il.Emit(OpCodes.Br_S, other);
        il.Append(zero);
        il.Emit(OpCodes.Ret);
        il.Append(one);
        il.Emit(OpCodes.Ret);
        il.Append(other);
        il.Emit(OpCodes.Ret);
    }
}
