using System;
using System.Linq;
using Haip.Flash;
using Haip.Flash.Nanoff;
using Haip.Flash.Processes;
using Xunit;

namespace Haip.HostTests.Flash;

[Trait("Category", "Flash")]
public sealed class NanoffFailuresTests
{
    [Fact]
    public void No_code_of_nanoff_looks_like_success_where_only_a_byte_of_it_arrives() =>
        Assert.DoesNotContain(NanoffFailures.Rows, row => row.Code % 256 == 0);

    [Fact]
    public void Rows_are_unique_and_in_order() => Assert.Equal(NanoffFailures.Rows.Select(row => row.Code).Distinct().Order(), NanoffFailures.Rows.Select(row => row.Code));

    [Fact]
    public void Every_row_is_a_sentence_without_its_full_stop_and_a_next_step_with_it() => Assert.All(NanoffFailures.Rows, row =>
    {
        Assert.False(row.Sentence.EndsWith('.'));
        Assert.True(row.NextStep.EndsWith('.'));
    });

    [Theory]
    [InlineData(6002, "")] // Windows: the whole code
    [InlineData(6002 % 256, "Error E6002: Couldn't access serial device.\n")]
    [InlineData(6002 % 256, "\nE6002\n")]
    [InlineData(6002 % 256, "")] // no other row ends in this byte
    [InlineData(6002 % 256, "E4003\nE6002\n")]
    public void The_code_is_found_whole_as_text_or_by_its_byte(int exitCode, string output) =>
        Assert.Equal(6002, NanoffFailures.Of(new ProcessResult(ProcessEnd.Exited, exitCode, output)).Code);

    [Fact]
    public void Text_that_contradicts_the_exit_code_is_not_believed() =>
        Assert.Equal(6002, NanoffFailures.Of(new ProcessResult(ProcessEnd.Exited, 6002, "E4003")).Code);

    [Fact]
    public void A_code_that_nobody_knows_is_shown()
    {
        NanoffFailure failure = NanoffFailures.Of(new ProcessResult(ProcessEnd.Exited, 5003 % 256, "E5003"));

        Assert.Contains("5003", failure.Sentence, StringComparison.Ordinal);
        Assert.NotEmpty(failure.NextStep);
        Assert.False(failure.SlowerMayHelp);
    }

    [Fact]
    public void Every_exit_code_of_this_tool_has_its_meaning_in_the_help() =>
        Assert.Equal(Enum.GetValues<Outcome>(), Outcomes.Rows.Select(row => row.Outcome));
}
