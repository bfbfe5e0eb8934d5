using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Haip.VirtualBoard.Files;
using Xunit;

namespace Haip.HostTests.Virtual;

/// <summary>The program as people start it: another process, told by its arguments, judged by what it prints and returns.</summary>
[Trait("Category", "Virtual")]
public sealed class CommandLineTests : IDisposable
{
    private readonly InputFileFixture _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Run_prints_one_JSON_object_with_every_field_that_is_promised()
    {
        JsonObject summary = await Json("run", "--days", "0.02", "--json");

        string[] promised =
        [
            "orderedNl", "deliveredNl", "meteredNl", "errorPercent", "trumpetPercent", "alarms", "events", "simulatedSeconds", "wallSeconds",
            "allocatedBytesPerTick",
        ];
        Assert.All(promised, name => Assert.True(summary.ContainsKey(name), name));
        Assert.Equal(1728, (double)summary["simulatedSeconds"]!, tolerance: 0.2);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_run_and_another_seed_another()
    {
        string[] run = ["run", "--scenario", "occlusion", "--days", "0.02", "--json"];
        string first = WithoutWallTime(await Json([.. run, "--seed", "7"]));

        Assert.Equal(first, WithoutWallTime(await Json([.. run, "--seed", "7"])));
        Assert.NotEqual(first, WithoutWallTime(await Json([.. run, "--seed", "8"])));
    }

    [Fact]
    public async Task A_rate_given_is_the_rate_of_the_therapy()
    {
        JsonObject summary = await Json("run", "--days", "0.02", "--rate-ml-per-day", "2", "--json");

        // 2 mL/day from the sixtieth second on.
        Assert.Equal(2e6 * (1728 - 60) / 86_400, (double)summary["orderedNl"]!, tolerance: 10);
    }

    [Fact]
    public async Task A_run_leaves_its_summary_and_its_minutes_in_a_folder_that_need_not_exist()
    {
        string folder = Path.Combine(_files.FolderPath, "new");
        VirtualBoardProcess.Answer answer = await Start("run", "--days", "0.02", "--out", folder);

        Assert.Equal(0, answer.ExitCode);
        Assert.True(JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "summary.json"))) is JsonObject);

        // The header, the start, 28 whole minutes and the rest.
        string[] minutes = await File.ReadAllLinesAsync(Path.Combine(folder, "minutes.csv"));
        Assert.Equal(1 + 1 + 28 + 1, minutes.Length);
        Assert.All(minutes, line => Assert.Equal(minutes[0].Count(c => c == ','), line.Count(c => c == ',')));
    }

    [Theory]
    [InlineData("fly", "fly")]
    [InlineData("--warp 9", "--warp")]
    [InlineData("--speed 30000", "30000")]
    [InlineData("--seed 7 run", "--seed")]
    [InlineData("run extra", "extra")]
    [InlineData("run --days", "--days")]
    [InlineData("run --days 0", "--days")]
    [InlineData("run --days NaN", "NaN")]
    [InlineData("run --days 0,5", "0,5")]
    [InlineData("run --days 1 --days 2", "--days")]
    [InlineData("run --seed 1.5", "1.5")]
    [InlineData("run --rate-ml-per-day 3.1", "3.1")]
    [InlineData("run --scenario oclusion", "oclusion")]
    [InlineData("run --scenario missing.json", "missing.json")]
    [InlineData("run --plant FOLDER/bad.json", "bad.json")]
    [InlineData("run --plant FOLDER", "directory")]
    [InlineData("run --days 0.02 --out FOLDER/bad.json", "--out")]
    [InlineData("docs FOLDER/bad.json", "bad.json")]
    [InlineData("bench", "bench")]
    [InlineData("bench run", "run")]
    [InlineData("bench faults --shard 3/2", "3/2")]
    [InlineData("bench accuracy --shard 0/2", "0/2")]
    [InlineData("bench accuracy --patients 0", "--patients")]
    [InlineData("bench accuracy --patient-days 5", "--patient-days")]
    [InlineData("bench accuracy --out FOLDER/bad.json", "--out")]
    [InlineData("bench accuracy --shard 1/2 --out FOLDER/bad.json", "--out")]
    [InlineData("bench occlusion --patient-days -1", "--patient-days")]
    [InlineData("bench merge", "merge")]
    [InlineData("bench merge FOLDER", "no part")]
    [InlineData("bench merge FOLDER/bad.json", "bad.json")]
    [InlineData("bench merge FOLDER/missing.jsonl", "missing.jsonl")]
    [InlineData("bench faults --out FOLDER/bad.json", "--out")]
    public async Task A_bad_argument_is_answered_with_one_line_and_exit_code_2(string line, string offending)
    {
        _files.Write("bad.json", "{ \"patient\": ");
        VirtualBoardProcess.Answer answer = await Start(line.Replace("FOLDER", _files.FolderPath, StringComparison.Ordinal).Split(' '));

        Assert.Equal(2, answer.ExitCode);
        Assert.Empty(answer.Output);
        Assert.Contains(offending, Assert.Single(Lines(answer.Error)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run --help")]
    [InlineData("scenarios --help")]
    [InlineData("bench tick --help")]
    [InlineData("bench faults --help")]
    [InlineData("bench power-loss --help")]
    [InlineData("bench accuracy --help")]
    [InlineData("bench occlusion --help")]
    [InlineData("bench merge --help")]
    [InlineData("docs --help")]
    public async Task Help_is_there_for_everything(string line)
    {
        VirtualBoardProcess.Answer answer = await Start(line.Split(' '));

        Assert.Equal(0, answer.ExitCode);
        Assert.StartsWith("Description:", answer.Output, StringComparison.Ordinal);
        Assert.Empty(answer.Error);
    }

    [Fact]
    public async Task Every_built_in_scenario_is_listed()
    {
        VirtualBoardProcess.Answer answer = await Start("scenarios");

        Assert.Equal(0, answer.ExitCode);
        string[] firstWords = [.. Lines(answer.Output).Where(line => line[0] != ' ').Select(line => line.Split(' ')[0])];
        Assert.Equal(BuiltInScenarios.All.Select(scenario => scenario.Name), firstWords);
    }

    [Fact]
    public async Task Without_a_terminal_the_live_view_is_a_plain_line_every_ten_simulated_seconds()
    {
        VirtualBoardProcess.Answer answer = await Start("--speed", "20000", "--days", "0.02", "--port", "0");
        string[] lines = Lines(answer.Output);

        Assert.Equal(0, answer.ExitCode);
        Assert.Equal(1 + 1 + (1728 / 10), lines.Length);
        Assert.StartsWith("The programmer page: http://127.0.0.1:", lines[0], StringComparison.Ordinal);
        Assert.Contains("SelfTest", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("0d 00:28:40  Infusing  ordered 1.300 mL/day", lines[^1], StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', answer.Output);
    }

    [Fact]
    public async Task The_picture_of_the_live_view_is_the_same_every_time()
    {
        string[] pictures = [Path.Combine(_files.FolderPath, "a"), Path.Combine(_files.FolderPath, "b")];
        VirtualBoardProcess.Answer[] answers = await Task.WhenAll(pictures.Select(folder => Start("docs", folder)));
        string[] svg = [.. pictures.Select(folder => File.ReadAllText(Path.Combine(folder, "images", "live.svg")))];

        Assert.All(answers, answer => Assert.Equal(0, answer.ExitCode));
        Assert.Contains(">Infusing<", svg[0], StringComparison.Ordinal);
        Assert.Equal(svg[0], svg[1]);
    }

    private static string[] Lines(string text) => text.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private static string WithoutWallTime(JsonObject summary)
    {
        summary.Remove("wallSeconds");
        summary.Remove("speedFactor");
        return summary.ToJsonString();
    }

    private static async Task<JsonObject> Json(params string[] args)
    {
        VirtualBoardProcess.Answer answer = await Start(args);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        return Assert.IsType<JsonObject>(JsonNode.Parse(answer.Output));
    }

    private static Task<VirtualBoardProcess.Answer> Start(params string[] args) => VirtualBoardProcess.Start(args);
}
