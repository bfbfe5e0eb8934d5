using System;
using System.Linq;
using System.Threading.Tasks;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Esp32;
using nanoFramework.Device.Bluetooth;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;
using Xunit;
using Buffer = nanoFramework.Device.Bluetooth.Buffer;

namespace Haip.HostTests.Bluetooth;

/// <summary>The limits of nanoFramework's Bluetooth server, which the PC's stand-in must have too.</summary>
[Trait("Category", "Radio")]
public sealed class ChipTests : IDisposable
{
    private static readonly Guid s_service = new("48414900-6b1e-4d2a-9c11-0242ac120002");

    private readonly SystemDialog _dialog = new();
    private readonly FrameLog _log = new();
    private RadioChip _chip = new() { AnswerTime = TimeSpan.FromMilliseconds(200) };
    private AirLink _link = null!;
    private GattLocalCharacteristic _characteristic = null!;

    private AirCharacteristic OnAir => _chip.Services[0].Characteristics[0];

    public void Dispose()
    {
        _link.Dispose();
        _chip.Dispose();
    }

    [Fact]
    public async Task A_request_without_an_answer_fails_after_its_time_and_the_next_one_is_asked_again()
    {
        bool answers = false;
        Start(read: request => (answers ? request : null)?.RespondWithValue(new Buffer([7])));
        await _link.ConnectAsync();

        Assert.Equal(AttError.Unlikely, (await _link.ReadAsync(OnAir)).Error);
        answers = true;
        Assert.Equal([7], (await _link.ReadAsync(OnAir)).Value);
    }

    [Fact]
    public async Task One_late_answer_spoils_every_later_request_until_a_restart()
    {
        GattReadRequest? late = null;
        Start(read: request =>
        {
            late ??= request;
            (late == request ? null : request)?.RespondWithValue(new Buffer([7]));
        });
        await _link.ConnectAsync();
        Assert.Equal(AttError.Unlikely, (await _link.ReadAsync(OnAir)).Error);

        late!.RespondWithValue(new Buffer([7]));

        Assert.Equal(AttError.Unlikely, (await _link.ReadAsync(OnAir)).Error);
        Assert.Equal(ChipFailure.LateAnswer, _chip.Failure);
        _chip.Restart();
        Offer(request => request.RespondWithValue(new Buffer([8])));
        await _link.ConnectAsync();
        Assert.Equal([8], (await _link.ReadAsync(OnAir)).Value);
    }

    [Fact]
    public async Task A_handler_that_throws_ends_all_events()
    {
        Start(read: _ => throw new InvalidOperationException());
        await _link.ConnectAsync();

        Assert.Equal(AttError.Unlikely, (await _link.ReadAsync(OnAir)).Error);
        Assert.Equal(AttError.Unlikely, (await _link.ReadAsync(OnAir)).Error);
        Assert.Equal(ChipFailure.EventHandler, _chip.Failure);
    }

    [Fact]
    public async Task Anybody_may_subscribe_and_is_sent_to_whatever_the_protection()
    {
        Start(read: _ => { }, GattProtectionLevel.EncryptionAndAuthenticationRequired);
        await _link.ConnectAsync();
        Assert.True((await _link.SubscribeAsync(OnAir, on: true)).Ok);
        await Until(() => _characteristic.SubscribedClients.Length == 1);

        Assert.Equal(GattCommunicationStatus.Success, _characteristic.NotifyValue(new Buffer([1]))[0].Status);
        Assert.Contains(_log.Frames, frame => frame.Kind == FrameKind.Notification);
    }

    [Fact]
    public async Task Who_paired_last_counts_as_paired_when_another_one_connects()
    {
        Start(read: request => request.RespondWithValue(new Buffer([7])), GattProtectionLevel.EncryptionAndAuthenticationRequired);
        BluetoothLEServer.Instance.Pairing.PairingRequested += (_, args) => args.Accept(123_456);
        _dialog.Opened += () => _dialog.Type(123_456);
        await _link.ConnectAsync();
        Assert.True((await _link.ReadAsync(OnAir)).Ok);

        _link.Drop();
        using var other = new AirLink(_chip, new AirFaults(), _log, _dialog);
        await other.ConnectAsync();

        Assert.Equal(LinkSecurity.None, other.Security);
        Assert.True(BluetoothLEServer.Instance.Pairing.IsPaired && BluetoothLEServer.Instance.Pairing.IsAuthenticated);
    }

    [Fact]
    public async Task A_pairing_that_nobody_answers_fails()
    {
        Start(read: _ => { }, GattProtectionLevel.EncryptionAndAuthenticationRequired);
        await _link.ConnectAsync();

        Assert.Equal(AttError.NotPaired, (await _link.PairAsync()).Error);
        Assert.False(_dialog.IsOpen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_cancelled_pairings_bring_the_server_down_when_that_is_wanted(bool dies)
    {
        _chip = new RadioChip { DiesOfCancelledPairings = dies };
        Start(read: request => request.RespondWithValue(new Buffer([7])));
        BluetoothLEServer.Instance.Pairing.PairingRequested += (_, args) => args.Accept(123_456);
        _dialog.Opened += () => _dialog.Cancel();
        await _link.ConnectAsync();

        await _link.PairAsync();
        Assert.Equal(ChipFailure.None, _chip.Failure);
        await _link.PairAsync();

        Assert.Equal(dies ? ChipFailure.CancelledPairings : ChipFailure.None, _chip.Failure);
        Assert.Equal(!dies, _link.IsConnected);
        Assert.Equal(!dies, await _link.ConnectAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bonds_outlive_a_restart_only_on_an_image_that_keeps_them(bool keeps)
    {
        _chip = new RadioChip { KeepsBonds = keeps };
        Start(read: request => request.RespondWithValue(new Buffer([7])));
        BluetoothLEServer.Instance.Pairing.PairingRequested += (_, args) => args.Accept(123_456);
        _dialog.Opened += () => _dialog.Type(123_456);
        await _link.ConnectAsync();
        Assert.True((await _link.PairAsync()).Ok);

        _chip.Restart();
        Offer(_ => { });

        Assert.Equal(keeps, await _link.ConnectAsync());
        Assert.Equal(keeps ? LinkSecurity.Authenticated : LinkSecurity.None, _link.Security);
    }

    [Fact]
    public async Task One_central_at_a_time_and_what_is_longer_than_a_frame_is_cut()
    {
        Start(read: _ => { });
        _link.Faults.CentralMtu = AirLink.DefaultMtu;
        await _link.ConnectAsync();
        using var other = new AirLink(_chip, new AirFaults(), _log, _dialog);
        Assert.False(await other.ConnectAsync());

        await _link.SubscribeAsync(OnAir, on: true);
        await Until(() => _characteristic.SubscribedClients.Length == 1);
        _characteristic.NotifyValue(new Buffer(new byte[100]));
        Assert.Equal(20, _log.Frames.Last(frame => frame.Kind == FrameKind.Notification).Value.Length);
    }

    [Fact]
    public void The_first_service_brings_the_librarys_own_device_information_with_it()
    {
        Start(read: _ => { });
        Assert.Equal([s_service, new Guid("0000180a-0000-1000-8000-00805f9b34fb")], _chip.Services.Select(service => service.Uuid));
    }

    private static async Task Until(Func<bool> so)
    {
        for (int i = 0; i < 500 && !so(); i++)
        {
            await Task.Delay(10);
        }

        Assert.True(so());
    }

    private void Start(Action<GattReadRequest> read, GattProtectionLevel protection = GattProtectionLevel.Plain)
    {
        Offer(read, protection);
        _link = new AirLink(_chip, new AirFaults(), _log, _dialog);
    }

    private void Offer(Action<GattReadRequest> read, GattProtectionLevel protection = GattProtectionLevel.Plain)
    {
        _chip.Select();
        BluetoothLEServer.Instance.Pairing.IOCapabilities = DevicePairingIOCapabilities.DisplayOnly;
        BluetoothLEServer.Instance.Start();
        GattServiceProvider provider = GattServiceProvider.Create(s_service).ServiceProvider;
        _characteristic = provider.Service.CreateCharacteristic(new Guid("48414901-6b1e-4d2a-9c11-0242ac120002"), new GattLocalCharacteristicParameters
        {
            CharacteristicProperties = GattCharacteristicProperties.Read | GattCharacteristicProperties.Notify,
            ReadProtectionLevel = protection,
        }).Characteristic;
        _characteristic.ReadRequested += (_, args) => read(args.GetRequest());
        provider.StartAdvertising(new GattServiceProviderAdvertisingParameters());
    }
}
