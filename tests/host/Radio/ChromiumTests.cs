using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Haip.Core.Safety;
using Haip.VirtualBoard.Files;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>An unmodified Chromium and the virtual pump, over the browser's own Bluetooth.</summary>
[Trait("Category", "Radio")]
public sealed class ChromiumTests
{
    private const int Done = 0x0F;
    private const int HighPriority = 0x55;
    private const int Events = 0x0F;
    private const int Faults = 0x33;

    private static readonly string[] s_subscriptions = ["session", "command", "alarms", "data"];

    [Fact]
    public async Task A_clinician_pairs_changes_the_rate_sees_an_occlusion_acknowledges_it_and_takes_the_log_home()
    {
        await using var bench = new RadioBench(infuses: false);
        await using Browser browser = await Browser.StartAsync(bench.Adapter.Address);
        await bench.PairByPersonAsync();

        browser.CancelChoosers = 1;
        Assert.StartsWith("NotFoundError", await browser.ConnectAsync(), StringComparison.Ordinal);
        Assert.Equal(RadioBench.Name, await browser.ConnectAsync());

        // Whoever is near may know which pump this is.
        byte[] identity = Bytes(await browser.AskAsync("read('identity')"));
        Assert.Equal(RadioBench.Serial, Encoding.ASCII.GetString(identity, 4, 12));

        // Everything else needs the passkey: the first read of it opens the dialog.
        byte[] status = Bytes(await browser.AskAsync("read('status')"));
        Assert.Equal(StatusMessage.Length, status.Length);

        foreach (string name in s_subscriptions)
        {
            await browser.AskAsync($"listen('{name}')");
        }

        JsonElement opened = await browser.AskAsync("open(argument)", bench.Secret.Select(b => (int)b).ToArray());
        Assert.True(opened.TryGetProperty("opened", out _), opened.ToString());

        JsonElement filled = await browser.AskAsync("fillSaline()");
        Assert.True(IsDone(filled), filled.ToString());

        JsonElement started = await browser.AskAsync("order(0x3c33, programmer.therapy(54167, 336, 8333))");
        Assert.True(IsDone(started), started.ToString());
        await bench.UntilAsync(() => bench.Simulation.Pump.Status.PacketCount >= 3);

        JsonElement changed = await browser.AskAsync("order(0x3c33, programmer.therapy(62500, 240, 8333))");
        Assert.True(IsDone(changed), changed.ToString());
        Assert.Equal(62_500, await bench.AskAsync(() => bench.Simulation.Pump.Status.BasalNlPerHour));

        await bench.DoAsync(() => bench.Simulation.Do(new ScenarioStep(bench.Simulation.Rig.Clock.NowMs, ScenarioVerb.Occlude, 1e6, 0, ScenarioPart.None)));
        JsonElement alarm = await browser.AskAsync($"awaitAlarm({(int)AlarmId.CatheterOccluded})");
        Assert.Equal(HighPriority, alarm.GetProperty("priority").GetInt32());

        await bench.DoAsync(() => bench.Simulation.Do(new ScenarioStep(bench.Simulation.Rig.Clock.NowMs, ScenarioVerb.Occlude, 1, 0, ScenarioPart.None)));
        int instance = alarm.GetProperty("instance").GetInt32();
        JsonElement acknowledged = await browser.AskAsync($"command(0x3355, [{instance & 255}, {instance >> 8}])");
        Assert.Equal(Done, acknowledged.GetProperty("code").GetInt32());

        Assert.Contains((int)EventId.SessionOpened, await LogAsync(browser, Events));
        Assert.Contains((int)EventId.AlarmRaised, await LogAsync(browser, Faults));
    }

    [Fact]
    public async Task A_link_that_is_lost_takes_the_session_with_it_and_a_paired_browser_comes_back_without_a_passkey()
    {
        await using var bench = new RadioBench(infuses: true);
        await using Browser browser = await Browser.StartAsync(bench.Adapter.Address);
        await bench.PairByPersonAsync();

        Assert.Equal(RadioBench.Name, await browser.ConnectAsync());
        await browser.AskAsync("read('status')");
        await browser.AskAsync("listen('session')");
        Assert.True((await browser.AskAsync("open(argument)", bench.Secret.Select(b => (int)b).ToArray())).TryGetProperty("opened", out _));
        Assert.True(await bench.AskAsync(() => bench.Simulation.Processor.Programmer.SessionOpen));

        bench.Link.Drop();
        await browser.Page.WaitForFunctionAsync("() => programmer.disconnections === 1");
        await bench.UntilAsync(() => !bench.Simulation.Processor.Programmer.SessionOpen);

        // Nobody is asked again: the pump's display says nothing.
        await browser.AskAsync("reconnect()");
        Assert.Null(await bench.AskAsync(() => bench.Radio.Notice));
        Assert.Equal(54_167, BitConverter.ToInt32(Bytes(await browser.AskAsync("read('status')")), 8));
    }

    // The events of a whole log, none missing.
    private static async Task<int[]> LogAsync(Browser browser, int which)
    {
        JsonElement log = await browser.AskAsync($"exportLog({which})");
        int[] events = [.. log.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("event").GetInt32())];
        Assert.Equal((log.GetProperty("promised").GetInt32(), 0), (events.Length, log.GetProperty("missing").GetInt32()));
        return events;
    }

    private static bool IsDone(JsonElement order) =>
        order.TryGetProperty("commit", out JsonElement commit) && commit.GetProperty("code").GetInt32() == Done;

    private static byte[] Bytes(JsonElement numbers) => [.. numbers.EnumerateArray().Select(number => number.GetByte())];
}
