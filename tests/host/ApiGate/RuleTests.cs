using System.Linq;
using Haip.ApiGate;
using Haip.ApiGate.Rules;
using Xunit;

namespace Haip.HostTests.ApiGate;

[Trait("Category", "ApiGate")]
public sealed class RuleTests
{
    public static TheoryData<int> Examples => [.. Enumerable.Range(0, RuleExamples.Rows.Count)];

    [Fact]
    public void Every_rule_has_an_example() =>
        Assert.Equal(RuleTable.Ids.Order(), RuleExamples.Rows.Select(row => row.Rule).Distinct().Order());

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_bad_example_is_rejected_with_file_line_and_reason(int index)
    {
        RuleExample example = RuleExamples.Rows[index];
        using var folder = new NanoFolder();

        GateResult result = folder.With(example.Assembly, example.Bad).Check();

        Assert.Single(result.Compiled);
        Assert.NotEmpty(result.Rejections);
        Assert.All(result.Rejections, rejection =>
        {
            Assert.Equal((example.Rule, example.Assembly + "/Source.cs", NanoFolder.MarkedLine(example.Bad)), (rejection.Rule, rejection.File, rejection.Line));
            Assert.EndsWith(".", rejection.Reason, System.StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Its_good_twin_passes(int index)
    {
        RuleExample example = RuleExamples.Rows[index];
        using var folder = new NanoFolder();

        GateResult result = folder.With(example.Assembly, example.Good).Check();

        Assert.Empty(result.Rejections);
        Assert.Single(result.Compiled);
    }
}
