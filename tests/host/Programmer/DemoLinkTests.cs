using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Tasks;
using Haip.Core.Protocol;
using Haip.HostTests.Radio;
using Haip.VirtualBoard.Files;
using Xunit;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>The demonstration's link: the pump's own radio server, reached over a socket.</summary>
[Trait("Category", "Programmer")]
public sealed class DemoLinkTests
{
    private const int Busy = 4001;
    private const int OutOfRange = 4002;
    private const int Lost = 4003;
    private const int UpSecondsOffset = 64;

    private static readonly Comparer<byte[]> s_byTime = Comparer<byte[]>.Create((a, b) => UpSeconds(a).CompareTo(UpSeconds(b)));

    [Fact]
    public async Task What_is_read_written_and_heard_is_the_pumps()
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);
        await using LinkClient link = await LinkClient.ConnectAsync(bench.Address, bench.Address);

        byte[] identity = await link.AskAsync(LinkClient.Read, GattCharacteristic.Identity);
        Assert.Equal([0x81, (byte)GattCharacteristic.Identity], identity[..2]);
        Assert.Equal(RadioBench.Serial, Encoding.ASCII.GetString(identity, 2 + 4, 12));

        // Only a paired link may read it.
        byte[] status = await link.AskAsync(LinkClient.Read, GattCharacteristic.Status);
        Assert.Equal(2 + StatusMessage.Length, status.Length);
        Assert.Equal(54_167, BitConverter.ToInt32(status, 2 + 8));

        Assert.Equal([0x83, (byte)GattCharacteristic.Session], await link.AskAsync(LinkClient.Subscribe, GattCharacteristic.Session));
        byte[] hello = [(byte)SessionCode.Hello, .. new byte[HelloFrame.Length - 1]];
        Assert.Equal([0x82, (byte)GattCharacteristic.Session], await link.AskAsync(LinkClient.Write, GattCharacteristic.Session, hello));
        await bench.Pump.UntilAsync(() => !link.Heard.IsEmpty);
        Assert.True(link.Heard.TryDequeue(out byte[]? heard));
        Assert.Equal([0x84, (byte)GattCharacteristic.Session], heard[..2]);
    }

    [Fact]
    public async Task Refusals_carry_the_attribute_protocols_own_code()
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);
        await using LinkClient link = await LinkClient.ConnectAsync(bench.Address, bench.Address);

        Assert.Equal([0x85, 99, 0x0A], await link.AskAsync(LinkClient.Read, (GattCharacteristic)99));
        Assert.Equal([0x85, (byte)GattCharacteristic.Command, 0x02], await link.AskAsync(LinkClient.Read, GattCharacteristic.Command));
        Assert.Equal([0x85, (byte)GattCharacteristic.Identity, 0x03], await link.AskAsync(LinkClient.Write, GattCharacteristic.Identity, 1));
        Assert.Equal([0x85, (byte)GattCharacteristic.Identity, 0x06], await link.AskAsync(LinkClient.Subscribe, GattCharacteristic.Identity));
        Assert.Equal([0x85, (byte)GattCharacteristic.Identity, 0x06], await link.AskAsync(9, GattCharacteristic.Identity));
    }

    [Fact]
    public async Task Answers_come_in_the_order_of_the_requests()
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);
        await using LinkClient link = await LinkClient.ConnectAsync(bench.Address, bench.Address);
        byte[] asked = [1, 8, 9, 10, 2, 1, 8];

        foreach (byte number in asked)
        {
            await link.SendAsync([LinkClient.Read, number]);
        }

        foreach (byte number in asked)
        {
            Assert.Equal([0x81, number], (await link.NextAnswerAsync())[..2]);
        }
    }

    [Fact]
    public async Task A_second_page_is_told_that_the_pump_is_taken_and_has_it_when_the_first_is_gone()
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);
        await using LinkClient first = await LinkClient.ConnectAsync(bench.Address, bench.Address);
        await first.AskAsync(LinkClient.Read, GattCharacteristic.Identity);
        await using LinkClient second = await LinkClient.ConnectAsync(bench.Address, bench.Address);

        Assert.Equal((Busy, "another page is connected to the pump"), await second.Closed);

        // As a page that is loaded again: the new one comes before the old one has quite gone.
        await using LinkClient third = await LinkClient.ConnectAsync(bench.Address, bench.Address);
        await first.DisposeAsync();
        Assert.Equal(0x81, (await third.AskAsync(LinkClient.Read, GattCharacteristic.Status))[0]);
    }

    [Fact]
    public async Task A_pump_that_loses_its_power_ends_the_link_and_answers_nobody_until_it_is_back()
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);
        await using LinkClient link = await LinkClient.ConnectAsync(bench.Address, bench.Address);
        await link.AskAsync(LinkClient.Read, GattCharacteristic.Identity);

        await bench.DoAsync(ScenarioVerb.PowerOff);
        Assert.Equal(Lost, (await link.Closed).Status);

        await using LinkClient unheard = await LinkClient.ConnectAsync(bench.Address, bench.Address);
        Assert.Equal(OutOfRange, (await unheard.Closed).Status);
    }

    [Fact]
    public async Task What_is_no_frame_ends_the_link()
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);

        foreach ((byte[] frame, WebSocketMessageType type) in new[]
        {
            (new byte[] { 1 }, WebSocketMessageType.Binary),
            (new byte[200], WebSocketMessageType.Binary),
            ("read"u8.ToArray(), WebSocketMessageType.Text),
        })
        {
            await using LinkClient link = await LinkClient.ConnectAsync(bench.Address, bench.Address);
            await link.SendAsync(frame, type);
            Assert.Equal((int)WebSocketCloseStatus.InvalidPayloadData, (await link.Closed).Status);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://elsewhere.test")]
    [InlineData("http://127.0.0.1:1")]
    public async Task Nobody_but_the_servers_own_page_gets_a_link(string? origin)
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);

        await Assert.ThrowsAsync<WebSocketException>(() => LinkClient.ConnectAsync(bench.Address, origin));
    }

    [Fact]
    public async Task A_pump_whose_time_is_sped_up_does_not_flood_the_page()
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);
        bench.Pump.Speed = 100;
        await using LinkClient link = await LinkClient.ConnectAsync(bench.Address, bench.Address);
        await link.AskAsync(LinkClient.Subscribe, GattCharacteristic.Status);
        int up = UpSeconds(await link.AskAsync(LinkClient.Read, GattCharacteristic.Status));
        await Task.Delay(1_000);

        byte[][] heard = [.. link.Heard];
        Assert.InRange(heard.Length, 1, 13);
        Assert.Equal(heard.Order(s_byTime), heard);
        Assert.InRange(UpSeconds(heard[^1]) - up, 10, 1_000);
    }

    private static int UpSeconds(byte[] frame) => BitConverter.ToInt32(frame, 2 + UpSecondsOffset);
}
