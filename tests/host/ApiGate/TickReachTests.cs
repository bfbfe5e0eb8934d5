using System;
using System.Linq;
using Haip.ApiGate;
using Xunit;

namespace Haip.HostTests.ApiGate;

/// <summary>Which methods count as called in the tick.</summary>
[Trait("Category", "ApiGate")]
public sealed class TickReachTests
{
    private const string Core = """
        namespace Haip.Core
        {
            public delegate int Judge(int readings);
            public interface IBus { bool TryRead(byte[] data); }
            public abstract class Sensor { public abstract int Read(); }
            public static class Table { public static readonly Judge[] Rows = { r => r, Second }; static int Second(int r) => r; }

            public class Pump
            {
                private readonly byte[] _data = new byte[2];
                private readonly IBus _bus;
                private readonly Sensor _sensor;
                public Pump(IBus bus, Sensor sensor) { _bus = bus; _sensor = sensor; }
                public bool Tick(int readings) => _bus.TryRead(_data) && _sensor.Read() == Table.Rows[0](readings);
                public string Name() => "not in the tick";
            }
        }
        """;

    [Fact]
    public void What_the_tick_does_not_call_may_allocate()
    {
        Assert.Empty(Check(Core, "").Rejections);
    }

    [Fact]
    public void An_interface_call_reaches_every_implementation_in_every_assembly()
    {
        GateResult result = Check(Core, """
            class Bus : Haip.Core.IBus
            {
                public bool TryRead(byte[] data) => new object() == null; // bad
            }
            """);

        Rejection rejection = Assert.Single(result.Rejections);
        Assert.Equal(("tick-allocation", "Haip.Drivers/Source.cs", 3), (rejection.Rule, rejection.File, rejection.Line));
        Assert.Contains("Pump.Tick > Bus.TryRead", rejection.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explicit_implementation_and_one_inherited_from_a_base_are_reached()
    {
        GateResult result = Check(Core, """
            class Hidden : Haip.Core.IBus { bool Haip.Core.IBus.TryRead(byte[] data) => new object() == null; }
            class Below { public bool TryRead(byte[] data) => new object() == null; }
            class Above : Below, Haip.Core.IBus { }
            """);

        Assert.Equal([1, 2], result.Rejections.Select(rejection => rejection.Line));
    }

    [Fact]
    public void A_virtual_call_reaches_every_override()
    {
        GateResult result = Check(Core, """
            class Thermometer : Haip.Core.Sensor { public override int Read() => Part(); int Part() => new byte[1].Length; }
            """);

        Assert.Contains("Pump.Tick > Thermometer.Read > Thermometer.Part", Assert.Single(result.Rejections).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r => r", "r => new byte[r].Length")]
    [InlineData("static int Second(int r) => r;", "static int Second(int r) => new byte[r].Length;")]
    public void The_functions_of_a_table_are_reached(string before, string after)
    {
        Rejection rejection = Assert.Single(Check(Core.Replace(before, after, StringComparison.Ordinal), "").Rejections);
        Assert.Equal(("tick-allocation", 6), (rejection.Rule, rejection.Line));
    }

    [Fact]
    public void The_stand_ins_of_a_test_project_do_not_count()
    {
        const string StandIn = "class Bus : Haip.Core.IBus { public bool TryRead(byte[] data) => new object() == null; }";
        using var folder = new NanoFolder();

        folder.With("Haip.Core", Core).With("NFUnitTest", StandIn, "<IsTestProject>true</IsTestProject>", NanoFolder.ProjectReference("Haip.Core"));

        Assert.Empty(folder.Check().Rejections);
    }

    [Theory]
    [InlineData("Haip.Board", "ReferenceBoard", "Read", "Drive")]
    [InlineData("Haip.Board", "ControlLoop", "Beat", "ReferenceBoard")]
    public void The_boards_roots_are_followed(string assembly, string type, string root, string missing)
    {
        using var folder = new NanoFolder();
        folder.With(assembly, $"namespace Haip.Board {{ class {type} {{ object _last; void {root}() {{ _last = new object(); }} }} }}");

        GateResult result = folder.Check();

        Assert.Contains(result.Rejections, rejection => rejection.Rule == "tick-allocation" && rejection.Reason.Contains($"{type}.{root}", StringComparison.Ordinal));
        Assert.Contains(result.Rejections, rejection => rejection.Rule == "tick-root" && rejection.Reason.Contains(missing, StringComparison.Ordinal));
    }

    private static GateResult Check(string core, string drivers)
    {
        using var folder = new NanoFolder();
        folder.With("Haip.Core", core).With("Haip.Drivers", drivers, items: NanoFolder.ProjectReference("Haip.Core"));
        GateResult result = folder.Check();
        Assert.Equal(2, result.Compiled.Count);
        return result;
    }
}
