using System;
using System.IO;
using System.Linq;
using Haip.ApiGate;
using Xunit;

namespace Haip.HostTests.ApiGate;

/// <summary>What of a project file is believed, and what the device's API lacks.</summary>
[Trait("Category", "ApiGate")]
public sealed class ProjectTests : IDisposable
{
    private const string UsesGpio = "class Lamp { public void On(System.Device.Gpio.GpioPin pin) { pin.Write(System.Device.Gpio.PinValue.High); } }";

    private readonly NanoFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("System.Collections.Generic.List<int> Items;")]
    [InlineData("int? Maybe;")]
    [InlineData("decimal Price;")]
    [InlineData("(int, int) Pair() => (1, 2);")]
    [InlineData("volatile bool _flag;")]
    [InlineData("async void Wait() { }")]
    [InlineData("System.Action<int> Done;")]
    [InlineData("string Text(string[] a) => string.Join(a[0], a);")]
    [InlineData("int Order(int a) => a.CompareTo(1);")]
    [InlineData("System.Collections.IEnumerable Walk() { yield return this; }")]
    [InlineData("record Row(int A);")]
    [InlineData("unsafe int* Where;")]
    [InlineData("double Root(double a) => System.Math.Sqrt(a);")]
    [InlineData("int Name(int a) => a switch { 1 => 2, 3 => 4 };")]
    [InlineData("System.DateTimeKind Kind = System.DateTimeKind.Local;")]
    [InlineData("bool Same(string a) => a is { Length: > 1 and < 3 } or [];")]
    public void What_the_device_lacks_is_rejected_with_file_and_line(string member)
    {
        GateResult result = _folder.With("Sample", "class Sample\n{\n" + member + "\n}").Check();

        Assert.Empty(result.Compiled);
        Assert.Contains(result.Rejections, rejection =>
            rejection.File == "Sample/Source.cs" && rejection.Line == 3 && rejection.Rule.StartsWith("CS", StringComparison.Ordinal) && rejection.Reason.Length > 0);
    }

    [Theory]
    [InlineData("int Name(int a) => a switch { 1 => 2, 3 => 4, _ => 0 };")]
    [InlineData("System.DateTimeKind Kind = System.DateTimeKind.Utc;")]
    [InlineData("event System.EventHandler Changed; void Raise() => Changed?.Invoke(this, System.EventArgs.Empty);")]
    [InlineData("System.Collections.ArrayList Map = new(); object this[int i] { get => Map[i]; set => Map[i] = value; }")]
    [InlineData("void Guard() { lock (this) { try { Guard(); } catch (System.Exception e) when (e.Message != null) { throw; } finally { } } }")]
    [InlineData("readonly int[] Table = { 1, 2, 3, 4, 5 }; byte[] Bytes = { 1, 2, 3 }; ~Sample() { }")]
    [InlineData("void Read(ref int a, out int b, in int c, params object[] d) { b = a + c; System.SpanByte s = new byte[2]; s[0] = 1; }")]
    [InlineData("#if NANOFRAMEWORK_1_0\nint a;\n#else\nint? a;\n#endif")]
    public void What_the_device_has_passes(string member)
    {
        GateResult result = _folder.With("Sample", "class Sample\n{\n" + member + "\n}").Check();

        Assert.Empty(result.Rejections);
        Assert.Single(result.Compiled);
    }

    [Fact]
    public void A_package_that_is_not_referred_to_is_not_there() =>
        Assert.Contains(_folder.With("Sample", UsesGpio).Check().Rejections, rejection => rejection.Rule == "CS0234");

    [Fact]
    public void A_referenced_package_is_there() =>
        Assert.Empty(_folder.With("Sample", UsesGpio, items: NanoFolder.Reference("System.Device.Gpio") + NanoFolder.Reference("nanoFramework.Runtime.Events")).Check().Rejections);

    [Fact]
    public void A_package_that_a_package_needs_has_to_be_listed_too()
    {
        const string UsesEvent = "class Handler { public object Args(System.Device.Gpio.PinValueChangedEventArgs e) => e.Source(); }";

        GateResult result = _folder.With("Sample", UsesEvent, items: NanoFolder.Reference("System.Device.Gpio")).Check();

        Assert.Contains(result.Rejections, rejection => rejection.Rule == "CS0012");
    }

    [Fact]
    public void A_project_refers_to_nothing_but_what_it_lists()
    {
        _folder.With("Sample", "class Sample { }").WithProject("Bare", "", """<Compile Include="..\Sample\Source.cs" />""");

        Assert.Contains(_folder.Check().Rejections, rejection => rejection.Rule == "CS0518");
    }

    [Fact]
    public void Only_listed_sources_are_compiled()
    {
        _folder.With("Sample", "class Sample { }");
        File.WriteAllText(Path.Combine(_folder.Root, "Sample", "Other.cs"), "not C#");

        Assert.Empty(_folder.Check().Rejections);
    }

    [Fact]
    public void Projects_are_compiled_after_those_they_refer_to()
    {
        _folder.With("A", "class A : B { }", items: NanoFolder.ProjectReference("B")).With("B", "public class B { }");

        GateResult result = _folder.Check();

        Assert.Empty(result.Rejections);
        Assert.Equal(["B", "A"], result.Compiled.Select(project => project.AssemblyName));
    }

    [Fact]
    public void A_program_needs_a_Main()
    {
        _folder.With("Program", "class Program { }", "<OutputType>Exe</OutputType>");

        Assert.Equal("CS5001", Assert.Single(_folder.Check().Rejections).Rule);
    }

    [Theory]
    [InlineData("", """<Compile Include="Lost.cs" />""", "Lost.cs does not exist.")]
    [InlineData("", """<Compile Include="*.cs" />""", "*.cs does not exist.")]
    [InlineData("", """<Reference Include="System.Runtime" />""", "there are no API facts for the assembly System.Runtime.")]
    [InlineData("", """<ProjectReference Include="..\Lost.nfproj" />""", "../Lost.nfproj does not exist.")]
    [InlineData("", """<ProjectReference Include="Sample.nfproj" />""", "Sample.nfproj does not compile, or refers back to this project.")]
    [InlineData("<LangVersion>10.0</LangVersion>", "", "LangVersion is 10.0; nanoFramework 1.x projects are C# 9.0.")]
    public void A_project_that_cannot_be_compiled_as_it_stands_is_rejected(string properties, string items, string reason)
    {
        Rejection rejection = Assert.Single(_folder.With("Sample", "class Sample { }", properties, items).Check().Rejections);

        Assert.Equal(("project", "Sample/Sample.nfproj", reason), (rejection.Rule, rejection.File, rejection.Reason));
        Assert.Equal(items == "" ? 0 : 3, rejection.Line);
    }

    [Fact]
    public void A_file_that_is_no_project_is_rejected()
    {
        File.WriteAllText(Path.Combine(_folder.Root, "Broken.nfproj"), "<Project>\n<ItemGroup>\n</Project>");

        Rejection rejection = Assert.Single(_folder.Check().Rejections);

        Assert.Equal(("Broken.nfproj", 3), (rejection.File, rejection.Line));
    }

    [Fact]
    public void Two_projects_of_one_assembly_are_rejected()
    {
        _folder.With("First", "class A { }").With("Second", "class B { }", "<AssemblyName>First</AssemblyName>");

        Assert.Equal("another project makes the assembly First too.", Assert.Single(_folder.Check().Rejections).Reason);
    }

    [Fact]
    public void Projects_in_a_ring_are_rejected()
    {
        _folder.With("A", "class A { }", items: NanoFolder.ProjectReference("B")).With("B", "class B { }", items: NanoFolder.ProjectReference("A"));

        GateResult result = _folder.Check();

        Assert.Empty(result.Compiled);
        Assert.Equal(["B/B.nfproj", "A/A.nfproj"], result.Rejections.Select(rejection => rejection.File));
    }

    [Fact]
    public void What_a_build_or_a_restore_left_behind_is_not_looked_at()
    {
        _folder.With("Sample", "class Sample { }").With("obj", "").With("packages", "").With(".hidden", "");

        Assert.Equal([Path.Combine(_folder.Root, "Sample", "Sample.nfproj")], Gate.FindProjects(_folder.Root));
    }

    [Fact]
    public void The_size_estimate_grows_with_code_names_and_data()
    {
        _folder.With("Small", "class A { }").With("Large", "class A { int[] Data = { 1, 2, 3, 4, 5, 6, 7, 8 }; int LongEnoughToBeSeen(int a) => a * a + 1; }");

        SizeEstimate[] sizes = [.. _folder.Check().Compiled.OrderBy(project => project.AssemblyName).Select(project => SizeEstimate.Of(project.Image))];

        Assert.True(sizes[0].CodeBytes > sizes[1].CodeBytes);
        Assert.True(sizes[0].MetadataBytes > sizes[1].MetadataBytes);
        Assert.Equal((32, 0), (sizes[0].DataBytes, sizes[1].DataBytes));
        Assert.Equal(sizes[0].CodeBytes + sizes[0].MetadataBytes + sizes[0].DataBytes, sizes[0].TotalBytes);
    }
}
