using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck.Fluent;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.Core.Supervision;
using Haip.HostTests.Core;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>What makes a second opinion one: no code in common, nothing but taking away, and nothing that stops the world.</summary>
[Trait("Category", "Safety")]
public class SupervisorNatureTests
{
    private static readonly string[] s_shared = ["Haip.Core.Readings", "Haip.Core.Outputs", "Haip.Core.BoardProfile", "Haip.Core.Safety.SupervisorFinding", "Haip.Core.Delivery.TherapyOrder"];
    private static readonly int[] s_absurd = [int.MinValue, -1, 0, 1, 12_400, 250_000, 200_000_000, int.MaxValue];

    [Fact]
    [Trait("Requirement", "SR-301")]
    public void It_refers_to_nothing_of_the_controller_but_readings_outputs_and_the_orders_numbers()
    {
        using AssemblyDefinition core = AssemblyDefinition.ReadAssembly(typeof(Supervisor).Assembly.Location);
        TypeDefinition[] own = [.. core.MainModule.GetTypes().Where(type => type.Namespace == "Haip.Core.Supervision")];
        Assert.Contains(own, type => type.Name == nameof(Supervisor));

        string[] foreign = [.. own.SelectMany(References).Where(name => name.StartsWith("Haip.", StringComparison.Ordinal) && !name.StartsWith("Haip.Core.Supervision.", StringComparison.Ordinal)).Distinct().Except(s_shared)];
        Assert.Equal([], foreign);
    }

    [Fact]
    [Trait("Requirement", "SR-301")]
    public void It_calls_no_code_outside_itself_but_the_release_of_outputs()
    {
        using AssemblyDefinition core = AssemblyDefinition.ReadAssembly(typeof(Supervisor).Assembly.Location);
        IEnumerable<string> calls =
            from type in core.MainModule.GetTypes()
            where type.Namespace == "Haip.Core.Supervision"
            from method in type.Methods.Where(method => method.HasBody)
            from instruction in method.Body.Instructions
            let called = instruction.Operand as MethodReference
            where called is not null && called.DeclaringType.Namespace != "Haip.Core.Supervision"
            select called.FullName;

        Assert.Equal(["System.Void Haip.Core.Outputs::Release()", "System.Void System.Object::.ctor()"], calls.Distinct().Order());
    }

    [Fact]
    [Trait("Requirement", "SR-310")]
    public void Whatever_it_reads_it_only_takes_away()
    {
        Law.Holds(Gen.Choose(0, int.MaxValue - 1), seed =>
        {
            var random = new Random(seed);
            var feed = new Supervisor(new BoardProfile());
            var readings = new Readings();
            var outputs = new Outputs();

            for (int i = 0; i < 400; i++)
            {
                Interfere(feed, random);
                Garble(readings, random);
                outputs.InletOpen = random.Next(3) == 0;
                outputs.OutletOpen = random.Next(3) == 0;
                outputs.PumpRun = random.Next(2) == 0;
                outputs.PumpMilliVolts = random.Next(0, 150_000);
                outputs.PumpCycles = random.Next(0, 200);
                outputs.KickWatchdog = random.Next(2) == 0;
                (bool, bool, bool, bool) before = (outputs.InletOpen, outputs.OutletOpen, outputs.PumpRun, outputs.KickWatchdog);
                (int milliVolts, int cycles, int nextMs) = (outputs.PumpMilliVolts, outputs.PumpCycles, outputs.NextTickMs);

                feed.Judge(readings, outputs);

                bool released = !outputs.InletOpen && !outputs.OutletOpen && !outputs.PumpRun && outputs.PumpMilliVolts == 0 && outputs.PumpCycles == 0;
                bool untouched = (outputs.InletOpen, outputs.OutletOpen, outputs.PumpRun) == (before.Item1, before.Item2, before.Item3) && outputs.PumpMilliVolts == milliVolts && outputs.PumpCycles == cycles;
                Assert.True(feed.Finding == SupervisorFinding.None ? untouched : released);
                Assert.True(before.Item4 || !outputs.KickWatchdog);
                Assert.Equal((AlarmPriority.None, nextMs, AlarmPriority.None), (outputs.Shown, outputs.NextTickMs, outputs.Sounding));
                Assert.False(outputs.InletOpen && outputs.OutletOpen);
            }
        }, times: 60);
    }

    [Fact]
    [Trait("Requirement", "SR-710")]
    public void Judging_allocates_nothing()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(54_000);
        feed.Deliver(54_000, 200, 120);
        long before = GC.GetAllocatedBytesForCurrentThread();

        feed.Deliver(54_000, 200, 7_200);
        feed.Tick(5_000);

        Assert.Equal((0, SupervisorFinding.TicksLate), (GC.GetAllocatedBytesForCurrentThread() - before, feed.Finding));
    }

    [Fact]
    [Trait("Requirement", "SR-603")]
    public void An_order_changed_after_it_was_given_changes_nothing()
    {
        var feed = new SupervisorFeed();
        TherapyOrder order = TherapyOrder.Constant(20_000, 24, 8_330);
        feed.Rest(10);
        feed.Supervisor.AllowTherapy(order, 86_400_000, 0, feed.Readings.NowMs);
        order.RateNlPerHour[0] = 125_000;

        feed.Deliver(100_000, 300, 1_200);

        Assert.Equal(SupervisorFinding.OverInfusion, feed.Finding);
    }

    private static IEnumerable<string> References(TypeDefinition type)
    {
        IEnumerable<TypeReference> fields = type.Fields.Where(field => !field.HasConstant).Select(field => field.FieldType);
        IEnumerable<TypeReference> signatures = type.Methods.SelectMany(method => method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType));
        IEnumerable<TypeReference> locals = type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Variables.Select(variable => variable.VariableType));
        IEnumerable<TypeReference> operands = type.Methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions).SelectMany(Operands);
        return fields.Concat(signatures).Concat(locals).Concat(operands).Append(type.BaseType).Where(found => found is not null).Select(found => found.GetElementType().FullName);
    }

    private static IEnumerable<TypeReference> Operands(Instruction instruction) => instruction.Operand switch
    {
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        TypeReference type => [type],
        _ => [],
    };

    private static void Interfere(Supervisor supervisor, Random random)
    {
        switch (random.Next(40))
        {
            case 0:
                supervisor.AllowTherapy(TherapyOrder.Constant(random.Next(4_000, 126_000), 24, 8_330), random.NextInt64(), random.Next(0, 86_400_000), random.NextInt64(long.MinValue, long.MaxValue));
                break;
            case 1:
                supervisor.AllowBolus(random.Next(int.MinValue, int.MaxValue), random.Next(int.MinValue, int.MaxValue));
                break;
            case 2:
                supervisor.Halt();
                break;
            case 3:
                supervisor.Resume();
                break;
            case 4:
                supervisor.KeepPatency();
                break;
            case 5:
                supervisor.AllowTest();
                break;
            case 6:
                supervisor.End();
                break;
            case < 30:
                supervisor.Acknowledge();
                break;
            default:
                break;
        }
    }

    private static void Garble(Readings readings, Random random)
    {
        readings.NowMs = random.Next(50) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : readings.NowMs + random.Next(1, 120);
        readings.UtcSeconds = random.Next(10) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : readings.UtcSeconds;
        readings.ClockValid = random.Next(10) != 0;
        readings.FlowValid = random.Next(5) != 0;
        readings.FlowSmoothed = random.Next(5) == 0;
        readings.FlowNlPerHour = random.Next(2) == 0 ? 0 : s_absurd[random.Next(s_absurd.Length)];
        readings.ChamberValid = random.Next(5) != 0;
        readings.ChamberPa = s_absurd[random.Next(s_absurd.Length)];
        readings.CatheterValid = random.Next(5) != 0;
        readings.CatheterPa = s_absurd[random.Next(s_absurd.Length)];
    }
}
