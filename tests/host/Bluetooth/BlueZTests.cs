using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Haip.VirtualBluetooth;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Bus;
using Haip.VirtualBluetooth.Wire;
using Xunit;

namespace Haip.HostTests.Bluetooth;

/// <summary>The PC's Bluetooth service as its clients find it, with what they rely on.</summary>
[Trait("Category", "Radio")]
public sealed class BlueZTests
{
    private const string Adapter = "/org/bluez/hci0";
    private const string Device = "/org/bluez/hci0/dev_00_00_5E_00_53_02";
    private const string Open = Device + "/service0001/char0002";
    private const string Guarded = Device + "/service0001/char0004";
    private const string Characteristic = "org.bluez.GattCharacteristic1";

    private readonly ShownPeripheral _peripheral = new();

    [Fact]
    public async Task A_client_that_looks_finds_what_advertises_by_name_and_service()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await BusClient.ConnectAsync(adapter.Address);
        Assert.DoesNotContain(Device, await ObjectsAsync(client));

        await client.CallAsync(Adapter, "org.bluez.Adapter1", "StartDiscovery");
        Assert.Contains(Device, await ObjectsAsync(client));
        object[] all = await client.CallAsync(Device, "org.freedesktop.DBus.Properties", "GetAll", "s", ["org.bluez.Device1"]);
        var properties = (Dictionary<object, object>)all[0];

        Assert.Equal(Variant.Of("SHOWN"), properties["Name"]);
        Assert.Equal([ShownPeripheral.ServiceUuid.ToString()], (object[])((Variant)properties["UUIDs"]).Value);
    }

    [Fact]
    public async Task A_connection_is_said_before_it_is_answered_and_services_come_before_they_are_resolved()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await ConnectedAsync(adapter);
        List<Message> said = [.. client.Received];

        int connected = said.FindIndex(message => Changes(message, Device, "Connected", true));
        int answered = said.FindIndex(connected, message => message.Kind == MessageKind.Return);
        int added = said.FindLastIndex(message => message.Member == "InterfacesAdded");
        int resolved = said.FindIndex(message => Changes(message, Device, "ServicesResolved", true));

        Assert.True(connected >= 0 && connected < answered && answered < added && added < resolved, $"{connected} {answered} {added} {resolved}");
    }

    [Fact]
    public async Task What_notifies_has_a_descriptor_to_subscribe_by()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await ConnectedAsync(adapter);

        string[] objects = await ObjectsAsync(client);
        Assert.Contains(objects, path => path.StartsWith(Open + "/desc", StringComparison.Ordinal));
        Assert.DoesNotContain(objects, path => path.StartsWith(Guarded + "/desc", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_read_shows_the_value_before_it_answers()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await ConnectedAsync(adapter);
        int before = client.Received.Count;

        Assert.Equal([1, 2, 3], (byte[])(await ReadAsync(client, Open))[0]);
        Assert.Equal(["PropertiesChanged", ""], client.Received.Skip(before).Select(message => message.Member));
    }

    [Fact]
    public async Task Notifications_arrive_complete_and_in_order_and_two_alike_are_two()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await ConnectedAsync(adapter);
        await client.CallAsync(Open, Characteristic, "StartNotify");
        byte[] values = [.. Enumerable.Range(0, 200).Select(i => (byte)(i / 2))];

        foreach (byte value in values)
        {
            Assert.True(_peripheral.Link!.Notify(ShownPeripheral.Open, [value]));
        }

        await client.ReceiveAsync(message => Value(message) is [99]);
        await WaitAsync(() => client.Received.Count(message => Value(message) is not null) == values.Length);
        Assert.Equal(values, client.Received.Select(Value).OfType<byte[]>().Select(value => value[0]));
    }

    [Fact]
    public async Task Notifications_are_dropped_and_delayed_when_somebody_wants_that()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await ConnectedAsync(adapter);
        await client.CallAsync(Open, Characteristic, "StartNotify");
        adapter.Links[0].Faults.DropNotifications = 1;
        adapter.Links[0].Faults.NotificationDelayMs = 200;

        DateTime sent = DateTime.UtcNow;
        _peripheral.Link!.Notify(ShownPeripheral.Open, [1]);
        _peripheral.Link!.Notify(ShownPeripheral.Open, [2]);
        await client.ReceiveAsync(message => Value(message) is [2]);

        Assert.True(DateTime.UtcNow - sent >= TimeSpan.FromMilliseconds(190));
        Assert.DoesNotContain(client.Received, message => Value(message) is [1]);
        Assert.Contains(adapter.Log.Frames, frame => frame.Kind == FrameKind.DroppedNotification);
    }

    [Fact]
    public async Task A_lost_link_answers_what_waits_before_it_is_told_and_leaves_the_services_where_they_are()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await ConnectedAsync(adapter);
        using var asked = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        _peripheral.OnRead = () =>
        {
            asked.Set();
            release.Wait(TimeSpan.FromSeconds(20));
            return AttAnswer.Done;
        };

        Task<object[]> reading = ReadAsync(client, Open);
        asked.Wait(TimeSpan.FromSeconds(20));
        adapter.Links[0].Drop();

        BusException failed = await Assert.ThrowsAsync<BusException>(() => reading);
        Assert.Equal("org.bluez.Error.Failed", failed.Name);
        await client.ReceiveAsync(message => Changes(message, Device, "Connected", false));
        List<Message> said = [.. client.Received];
        Assert.True(said.FindIndex(message => message.Kind == MessageKind.Error) < said.FindIndex(message => Changes(message, Device, "Connected", false)));
        Assert.Contains(Open, await ObjectsAsync(client));
        Assert.DoesNotContain(said, message => message.Member == "InterfacesRemoved");
        release.Set();
    }

    [Fact]
    public async Task Nobody_can_connect_again_before_the_loss_is_told()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await ConnectedAsync(adapter);
        bool? advertised = null;
        adapter.Links[0].Lost += () => advertised = _peripheral.Advertises;

        adapter.Links[0].Drop();

        Assert.False(advertised);
        Assert.True(_peripheral.Advertises);
    }

    [Fact]
    public async Task The_next_link_renews_subscriptions_by_itself()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await ConnectedAsync(adapter);
        await client.CallAsync(Open, Characteristic, "StartNotify");
        adapter.Links[0].Drop();

        await client.CallAsync(Device, "org.bluez.Device1", "Connect");

        await WaitAsync(() => adapter.Log.Frames.Count(frame => frame.Kind == FrameKind.Subscribed) == 2);
        _peripheral.Link!.Notify(ShownPeripheral.Open, [7]);
        await client.ReceiveAsync(message => Value(message) is [7]);
        Assert.Equal("Not connected", (await LostAsync(adapter, client)).Message);
    }

    [Fact]
    public async Task Services_that_are_others_on_the_next_link_are_shown_instead()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await ConnectedAsync(adapter);
        adapter.Links[0].Drop();
        _peripheral.Services = [new AirService(ShownPeripheral.ServiceUuid, [ShownPeripheral.Open])];

        await client.CallAsync(Device, "org.bluez.Device1", "Connect");

        await client.ReceiveAsync(message => message.Member == "InterfacesRemoved" && message.Argument<ObjectPath>(0).Text == Guarded);
        Assert.Contains(Open, await ObjectsAsync(client));
        Assert.DoesNotContain(Guarded, await ObjectsAsync(client));
    }

    [Theory]
    [InlineData(0x02, "org.bluez.Error.NotPermitted", "Read not permitted")]
    [InlineData(0x05, "org.bluez.Error.NotPermitted", "Not paired")]
    [InlineData(0x06, "org.bluez.Error.NotSupported", "Operation is not supported")]
    [InlineData(0x08, "org.bluez.Error.NotAuthorized", "Operation Not Authorized")]
    [InlineData(0x80, "org.bluez.Error.Failed", "Operation failed with ATT error: 0x80")]
    public async Task An_error_of_the_peripheral_has_the_name_that_bluetoothd_gives_it(int error, string name, string text)
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await ConnectedAsync(adapter);
        _peripheral.OnRead = () => AttAnswer.Refused((AttError)error);

        BusException refused = await Assert.ThrowsAsync<BusException>(() => ReadAsync(client, Open));
        Assert.Equal((name, text), (refused.Name, refused.Message));
    }

    [Fact]
    public async Task A_client_with_a_dialog_of_its_own_is_asked_for_the_passkey()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await ConnectedAsync(adapter);
        client.Answer = call => call.Member == "RequestPasskey"
            ? new Message(MessageKind.Return) { Signature = "u", Body = [(uint)ShownPeripheral.Passkey] }
            : null;
        await client.CallAsync("/org/bluez", "org.bluez.AgentManager1", "RegisterAgent", "os", [new ObjectPath("/mine"), "KeyboardDisplay"]);

        Assert.Equal([1, 2, 3], (byte[])(await ReadAsync(client, Guarded))[0]);
        await client.ReceiveAsync(message => Changes(message, Device, "Paired", true));
    }

    [Fact]
    public async Task Without_one_the_operating_system_asks_and_a_wrong_or_cancelled_passkey_gives_nothing()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await ConnectedAsync(adapter);
        Queue<int?> typed = new([999_999, null, ShownPeripheral.Passkey]);
        adapter.Dialog.Opened += () => _ = typed.Dequeue() is int passkey ? adapter.Dialog.Type(passkey) : adapter.Dialog.Cancel();

        Assert.Equal("Not paired", (await Assert.ThrowsAsync<BusException>(() => ReadAsync(client, Guarded))).Message);
        Assert.Equal("Not paired", (await Assert.ThrowsAsync<BusException>(() => ReadAsync(client, Guarded))).Message);
        Assert.Equal([1, 2, 3], (byte[])(await ReadAsync(client, Guarded))[0]);
        Assert.Equal(LinkSecurity.Authenticated, adapter.Links[0].Security);
    }

    [Fact]
    public async Task A_bond_that_one_side_has_lost_ends_the_link_until_the_other_forgets_it_too()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await ConnectedAsync(adapter);
        adapter.Dialog.Opened += () => adapter.Dialog.Type(ShownPeripheral.Passkey);
        await ReadAsync(client, Guarded);
        adapter.Links[0].Drop();
        _peripheral.LoseBond();

        await Assert.ThrowsAsync<BusException>(() => client.CallAsync(Device, "org.bluez.Device1", "Connect"));
        await client.CallAsync(Adapter, "org.bluez.Adapter1", "RemoveDevice", "o", [new ObjectPath(Device)]);
        await WaitAsync(() => !adapter.Links[0].CentralIsBonded);
        await client.CallAsync(Adapter, "org.bluez.Adapter1", "StartDiscovery");
        await client.CallAsync(Device, "org.bluez.Device1", "Connect");
        Assert.Equal([1, 2, 3], (byte[])(await ReadAsync(client, Guarded))[0]);
    }

    [Fact]
    public async Task What_nobody_offers_is_answered_as_a_bus_does()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await BusClient.ConnectAsync(adapter.Address);

        Assert.Equal(BusException.ServiceUnknown, (await Assert.ThrowsAsync<BusException>(() => client.CallAsync("/", "a.b", "C", to: "org.freedesktop.UPower"))).Name);
        Assert.Equal(BusException.UnknownMethod, (await Assert.ThrowsAsync<BusException>(() => client.CallAsync("/", "a.b", "C"))).Name);
        Assert.Equal(BusException.UnknownObject, (await Assert.ThrowsAsync<BusException>(() => ReadAsync(client, Open))).Name);
        Assert.Equal(BusException.InvalidArguments, (await Assert.ThrowsAsync<BusException>(() => client.CallAsync("/", "org.freedesktop.DBus.Properties", "GetAll"))).Name);
    }

    [Fact]
    public async Task A_client_that_talks_nonsense_is_put_off_and_nobody_else_notices()
    {
        await using var adapter = new VirtualAdapter(_peripheral);
        await using BusClient good = await BusClient.ConnectAsync(adapter.Address);
        var random = new Random(1);

        for (int i = 0; i < 20; i++)
        {
            await using NetworkStream bad = await BusClient.OpenAsync(adapter.Address);
            byte[] nonsense = new byte[600];
            random.NextBytes(nonsense);

            try
            {
                await bad.WriteAsync(i % 2 == 0 ? nonsense : [.. "\0AUTH EXTERNAL\r\nBEGIN\r\n"u8, .. nonsense]);
            }
            catch (IOException)
            {
                // Put off before it had finished.
            }
        }

        Assert.Contains(Adapter, await ObjectsAsync(good));
    }

    [Fact]
    public async Task When_the_radio_ends_its_clients_and_its_socket_are_gone()
    {
        var adapter = new VirtualAdapter(_peripheral);
        await using BusClient client = await ConnectedAsync(adapter);
        string path = adapter.Address["unix:path=".Length..];
        Assert.True(File.Exists(path));

        await adapter.DisposeAsync();

        await client.UntilGoneAsync();
        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
        Assert.Null(_peripheral.Link);
    }

    private static async Task<BusClient> ConnectedAsync(VirtualAdapter adapter)
    {
        BusClient client = await BusClient.ConnectAsync(adapter.Address);
        await client.CallAsync(Adapter, "org.bluez.Adapter1", "StartDiscovery");
        await client.CallAsync(Device, "org.bluez.Device1", "Connect");
        await client.ReceiveAsync(message => Changes(message, Device, "ServicesResolved", true));
        return client;
    }

    private static Task<object[]> ReadAsync(BusClient client, string path) =>
        client.CallAsync(path, Characteristic, "ReadValue", "a{sv}", [new Dictionary<string, Variant>()]);

    // What a client is told that asks while nothing is connected.
    private static async Task<BusException> LostAsync(VirtualAdapter adapter, BusClient client)
    {
        adapter.Links[0].Drop();
        return await Assert.ThrowsAsync<BusException>(() => ReadAsync(client, Open));
    }

    private static async Task<string[]> ObjectsAsync(BusClient client)
    {
        object[] managed = await client.CallAsync("/", "org.freedesktop.DBus.ObjectManager", "GetManagedObjects");
        return [.. ((Dictionary<object, object>)managed[0]).Keys.Cast<ObjectPath>().Select(path => path.Text)];
    }

    private static bool Changes(Message message, string path, string property, bool value) =>
        message.Member == "PropertiesChanged" && message.Path == path
        && message.Argument<Dictionary<object, object>>(1).TryGetValue(property, out object? now) && Equals(now, Variant.Of(value));

    private static byte[]? Value(Message message) =>
        message.Member == "PropertiesChanged" && message.Path == Open && message.Argument<Dictionary<object, object>>(1).TryGetValue("Value", out object? value)
            ? (byte[])((Variant)value).Value
            : null;

    private static async Task WaitAsync(Func<bool> so)
    {
        DateTime end = DateTime.UtcNow.AddSeconds(20);

        while (!so())
        {
            Assert.True(DateTime.UtcNow < end, "it did not come to that");
            await Task.Delay(10);
        }
    }
}
