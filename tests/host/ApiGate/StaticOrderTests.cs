using Haip.ApiGate;
using Xunit;

namespace Haip.HostTests.ApiGate;

/// <summary>What a static initialiser may count on.</summary>
[Trait("Category", "ApiGate")]
public sealed class StaticOrderTests
{
    private const string Core = "public static class Table { public static readonly int[] Rows = { 1 }; public const int Count = 1; public static int First() => Rows[0]; }";

    [Theory]
    [InlineData("Table.Rows.Length")]
    [InlineData("Table.First()")]
    public void Statics_of_another_project_may_not_be_read(string value)
    {
        Rejection rejection = Assert.Single(Check(value).Rejections);
        Assert.Equal("static-order", rejection.Rule);
        Assert.Contains("Table.Rows read while Copy is initialised", rejection.Reason, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Table.Count")]
    [InlineData("string.Empty.Length")]
    [InlineData("Own.Length")]
    public void Constants_the_class_libraries_and_the_own_type_may_be_read(string value) => Assert.Empty(Check(value).Rejections);

    private static GateResult Check(string value)
    {
        using var folder = new NanoFolder();
        string source = $"static class Copy {{ static readonly byte[] Own = {{ 1 }}; public static readonly int Value = {value}; }}";
        GateResult result = folder.With("Below", Core).With("Above", source, items: NanoFolder.ProjectReference("Below")).Check();
        Assert.Equal(2, result.Compiled.Count);
        return result;
    }
}
