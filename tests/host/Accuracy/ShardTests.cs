using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Haip.HostTests.Virtual;
using Haip.VirtualBoard.Campaigns;
using Haip.VirtualBoard.Campaigns.Accuracy;
using Haip.VirtualBoard.Campaigns.Occlusion;
using Xunit;

namespace Haip.HostTests.Accuracy;

/// <summary>A campaign in parts, on as many machines as there are, is the campaign.</summary>
[Trait("Category", "Accuracy")]
public sealed class ShardTests : IDisposable
{
    private readonly InputFileFixture _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Two_parts_of_an_accuracy_campaign_make_the_report_of_one_run_to_the_byte()
    {
        var setup = CampaignSetup.Of(AccuracyCampaign.Name, 40, seed: 3, tuning: true, only: "bolus of 0.05");
        var report = new AccuracyReport(setup, AccuracyCampaign.Run(setup, CampaignShard.Whole, _ => { }, () => false)!);

        await AssertJoins(report.ToJson(), report.ToHtml(), setup, shard => AccuracyCampaign.Run(setup, shard, _ => { }, () => false)!);
    }

    [Fact]
    public async Task Two_parts_of_an_occlusion_campaign_make_the_report_of_one_run_to_the_byte()
    {
        var setup = CampaignSetup.Of(OcclusionCampaign.Name, 2, seed: 3, tuning: true, only: "blocked, 3");
        var report = new OcclusionReport(setup, OcclusionCampaign.Run(setup, CampaignShard.Whole, _ => { }, () => false)!);

        await AssertJoins(report.ToJson(), report.ToHtml(), setup, shard => OcclusionCampaign.Run(setup, shard, _ => { }, () => false)!);
    }

    [Fact]
    public void Parts_share_the_long_and_the_short_evenly()
    {
        var setup = CampaignSetup.Of(AccuracyCampaign.Name, 1_000, seed: 1, tuning: false);
        double whole = AccuracyCampaign.PatientDays(setup, CampaignShard.Whole);
        double[] parts = [.. Enumerable.Range(0, 20).Select(i => AccuracyCampaign.PatientDays(setup, new CampaignShard(i, 20)))];

        Assert.Equal(whole, parts.Sum(), tolerance: 1e-6);
        Assert.All(parts, part => Assert.InRange(part, 0.9 * whole / 20, 1.1 * whole / 20));
    }

    [Theory]
    [InlineData(2, 2, 2, "is of")]
    [InlineData(1, 2, 3, "is of")]
    [InlineData(1, 1, 2, "already")]
    public async Task Parts_that_do_not_belong_together_are_refused_in_one_line(int otherSeed, int shard, int shards, string offending)
    {
        Write("a.jsonl", CampaignSetup.Of(AccuracyCampaign.Name, 1, seed: 1, tuning: false), new CampaignShard(0, 2));
        Write("b.jsonl", CampaignSetup.Of(AccuracyCampaign.Name, 1, otherSeed, tuning: false), new CampaignShard(shard - 1, shards));

        await AssertRefused(offending);
    }

    [Fact]
    public async Task A_part_that_is_missing_is_named_with_the_command_that_makes_it()
    {
        Write("a.jsonl", CampaignSetup.Of(AccuracyCampaign.Name, 7, seed: 1, tuning: false), new CampaignShard(0, 2));

        await AssertRefused("bench accuracy --patients 7 --seed 1 --shard 2/2");
    }

    [Fact]
    public async Task A_part_that_was_broken_off_is_refused()
    {
        var setup = CampaignSetup.Of(AccuracyCampaign.Name, 2, seed: 1, tuning: false);
        string path = Path.Combine(_files.FolderPath, "a.jsonl");
        PartFile.Write(path, setup, CampaignShard.Whole, [new AccuracyResult(0, "24 hours", 1, 0.1, 0, 0.2), new AccuracyResult(1, "24 hours", 3, 0.1, 0, 0.2)]);
        File.WriteAllLines(path, File.ReadAllLines(path)[..2]);

        await AssertRefused("holds 1 results and not 2");
    }

    private void Write(string name, CampaignSetup setup, CampaignShard shard) => PartFile.Write<AccuracyResult>(Path.Combine(_files.FolderPath, name), setup, shard, []);

    private async Task AssertRefused(string offending)
    {
        VirtualBoardProcess.Answer answer = await VirtualBoardProcess.Start("bench", "merge", _files.FolderPath);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(offending, Assert.Single(answer.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private async Task AssertJoins<T>(string json, string html, CampaignSetup setup, Func<CampaignShard, IReadOnlyList<T>> run)
    {
        for (int i = 0; i < 2; i++)
        {
            var shard = new CampaignShard(i, 2);
            PartFile.Write(Path.Combine(_files.FolderPath, PartFile.Name(setup.Campaign, shard)), setup, shard, run(shard));
        }

        string folder = Path.Combine(_files.FolderPath, "report");
        VirtualBoardProcess.Answer answer = await VirtualBoardProcess.Start("bench", "merge", _files.FolderPath, "--json", "--out", folder);

        Assert.Equal("", answer.Error);
        Assert.Equal(json, answer.Output.TrimEnd());
        Assert.Equal(html, await File.ReadAllTextAsync(Path.Combine(folder, setup.Campaign + ".html")));
        Assert.Equal(json + "\n", await File.ReadAllTextAsync(Path.Combine(folder, setup.Campaign + ".json")));
    }
}
