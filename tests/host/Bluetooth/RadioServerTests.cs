using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Haip.Core.Protocol;
using Haip.Firmware.Platform;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Esp32;
using Haip.VirtualBoard.Radio;
using Xunit;

namespace Haip.HostTests.Bluetooth;

/// <summary>The device's own server file, on a chip with the platform's limits.</summary>
[Trait("Category", "Radio")]
public sealed class RadioServerTests : IAsyncDisposable
{
    private readonly RadioChip _chip = new() { AnswerTime = TimeSpan.FromMilliseconds(500) };
    private readonly SystemDialog _dialog = new();
    private readonly FrameLog _log = new();
    private readonly Mailbox _mailbox = new();
    private readonly RadioServer _server;
    private readonly AirLink _link;
    private readonly Timer _beat;
    private bool _stalled;

    public RadioServerTests()
    {
        _server = new RadioServer(_mailbox, new RandomSource());
        _chip.Select();
        Assert.True(_server.TryStart("HAIP"));
        _link = new AirLink(_chip, new AirFaults(), _log, _dialog);
        _beat = new Timer(_ => Beat(), null, 0, 20);
    }

    public async ValueTask DisposeAsync()
    {
        await _beat.DisposeAsync();
        _link.Dispose();
        _chip.Dispose();
    }

    [Fact]
    public void What_is_on_the_air_is_the_table()
    {
        string[] offered = [.. _chip.Services.SelectMany(service => service.Characteristics.Select(one => $"{service.Uuid} {one.Uuid} {one.Properties} {one.ReadProtection} {one.WriteProtection}"))];
        string[] table =
        [
            .. GattTable.Rows.Select(row =>
            {
                AirProtection protection = row.Protection == GattProtection.Open ? AirProtection.Plain : AirProtection.Authenticated;
                return $"{row.ServiceUuid} {row.Uuid} {(AirProperties)row.Properties} {protection} {protection}";
            }),
        ];

        Assert.Equal(table, offered);
        Assert.Equal([new Guid(GattTable.ServiceUuid)], _chip.AdvertisedServices);
    }

    [Fact]
    public async Task Whoever_subscribed_is_told_nothing_before_the_link_is_authenticated()
    {
        await _link.ConnectAsync();

        foreach (GattRow row in GattTable.Rows.Where(row => row.CanNotify))
        {
            Assert.True((await _link.SubscribeAsync(Find(row.Characteristic), on: true)).Ok);
        }

        await Settled();

        Assert.All(GattTable.Rows.Where(row => row.CanNotify), row => Assert.False(_server.Notify(row.Characteristic, new byte[100], row.Length)));
        Assert.DoesNotContain(_log.Frames, frame => frame.Kind == FrameKind.Notification);
    }

    [Fact]
    public async Task A_person_at_the_pump_pairs_and_then_it_is_read_written_and_notified()
    {
        _mailbox.Publish(GattCharacteristic.Status, new byte[StatusMessage.Length], StatusMessage.Length);
        TypeWhatIsShown();
        _server.OpenPairing(0);
        await _link.ConnectAsync();

        Assert.Equal(StatusMessage.Length, (await _link.ReadAsync(Find(GattCharacteristic.Status))).Value.Length);
        Assert.True((await _link.WriteAsync(Find(GattCharacteristic.Command), [1, 2, 3])).Ok);
        await _link.SubscribeAsync(Find(GattCharacteristic.Command), on: true);
        await Settled();

        Assert.True(_mailbox.Authenticated);
        Assert.Equal(1, _mailbox.WaitingCount);
        Assert.Equal(GattTable.LongestFrameLength, _mailbox.FrameLength);
        Assert.True(_server.Notify(GattCharacteristic.Command, [9, 8, 7, 6], 3));
        Assert.Equal([9, 8, 7], _log.Frames.Last(frame => frame.Kind == FrameKind.Notification).Value);
        Assert.Null(_server.Notice);
    }

    [Fact]
    public async Task Outside_the_window_nobody_pairs_and_in_it_each_attempt_has_its_own_passkey()
    {
        var shown = new List<string?>();
        _dialog.Opened += () =>
        {
            shown.Add(_server.Notice);
            _dialog.Cancel();
        };
        await _link.ConnectAsync();
        Assert.Equal(AttError.NotPaired, (await _link.PairAsync()).Error);
        Assert.Empty(shown);

        _server.OpenPairing(0);
        Assert.Equal("Pairing open", _server.Notice);

        for (int i = 0; i < PairingWindow.MostFailureCount; i++)
        {
            Assert.Equal(AttError.NotPaired, (await _link.PairAsync()).Error);
            await Settled();
        }

        // Three attempts failed: the window is closed again.
        Assert.Null(_server.Notice);
        Assert.Equal(AttError.NotPaired, (await _link.PairAsync()).Error);
        Assert.Equal(PairingWindow.MostFailureCount, shown.Distinct().Count());
        Assert.All(shown, notice => Assert.Matches("^Passkey [0-9]{6}$", notice));
        Assert.False(_mailbox.Authenticated);
    }

    [Fact]
    public void The_window_closes_after_two_minutes()
    {
        var window = new PairingWindow(new RandomSource());
        window.Open(1_000);
        window.Tick(1_000 + PairingWindow.OpenMs - 1);
        Assert.True(window.TryBegin(out _));
        window.Tick(1_000 + PairingWindow.OpenMs); // the attempt that runs is let run
        Assert.StartsWith("Passkey", window.Notice, StringComparison.Ordinal);
        window.End(paired: false);
        window.Tick(1_000 + PairingWindow.OpenMs);

        Assert.False(window.TryBegin(out _));
        Assert.Null(window.Notice);
    }

    [Fact]
    public async Task The_next_central_is_nobody_whatever_the_platform_says_of_the_last()
    {
        TypeWhatIsShown();
        _server.OpenPairing(0);
        await _link.ConnectAsync();
        Assert.True((await _link.PairAsync()).Ok);
        await Settled();
        Assert.True(_mailbox.Authenticated);

        _link.Drop();
        using var other = new AirLink(_chip, new AirFaults(), _log, _dialog);
        await other.ConnectAsync();
        await Settled(other);

        Assert.True(_mailbox.Linked);
        Assert.False(_mailbox.Authenticated);
    }

    [Fact]
    public async Task A_central_that_comes_back_with_its_key_is_authenticated_without_a_window()
    {
        TypeWhatIsShown();
        _server.OpenPairing(0);
        await _link.ConnectAsync();
        Assert.True((await _link.PairAsync()).Ok);
        _link.Drop();

        await _link.ConnectAsync();
        await Settled();

        Assert.True(_mailbox.Authenticated);
        Assert.Null(_server.Notice);
    }

    [Fact]
    public async Task A_program_that_stood_still_leaves_a_request_without_an_answer_and_answers_the_next()
    {
        _mailbox.Publish(GattCharacteristic.Identity, [1], 1);
        await _link.ConnectAsync();
        await AnswersAgain();

        Volatile.Write(ref _stalled, true);
        await Task.Delay(1_200);
        Assert.Equal(AttError.Unlikely, (await _link.ReadAsync(Find(GattCharacteristic.Identity))).Error);
        Volatile.Write(ref _stalled, false);

        await AnswersAgain();
        Assert.Equal(ChipFailure.None, _chip.Failure);
    }

    [Fact]
    public async Task A_flood_of_writes_fills_the_mailbox_and_nothing_else()
    {
        TypeWhatIsShown();
        _server.OpenPairing(0);
        await _link.ConnectAsync();
        Assert.True((await _link.PairAsync()).Ok);

        AttAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => _link.WriteAsync(Find(GattCharacteristic.Command), new byte[60])));

        // No room, or, on a PC that is too busy, no answer in time.
        int taken = answers.Count(answer => answer.Ok);
        Assert.InRange(taken, 1, Mailbox.Capacity);
        Assert.All(answers.Where(answer => !answer.Ok), answer => Assert.True((int)answer.Error is 0x80 or (int)AttError.Unlikely, answer.ToString()));
        Assert.Equal(taken, _mailbox.WaitingCount);
        Assert.Equal(ChipFailure.None, _chip.Failure);
    }

    [Fact]
    public async Task A_thousand_cancelled_pairings_change_nothing()
    {
        _dialog.Opened += () => _dialog.Cancel();
        await _link.ConnectAsync();

        for (int i = 0; i < 1_000; i++)
        {
            if (i % PairingWindow.MostFailureCount == 0)
            {
                await Settled();
                _server.OpenPairing(0);
            }

            await _link.PairAsync();
        }

        await Settled();
        Assert.Equal(ChipFailure.None, _chip.Failure);
        Assert.False(_mailbox.Authenticated);
        Assert.True(_mailbox.Linked);
    }

    [Fact]
    public void Device_and_PC_sign_alike()
    {
        // RFC 4231, test case 2, with its key filled up with zeros to 32 bytes: HMAC fills up with zeros by itself.
        byte[] key = [.. "Jefe"u8, .. new byte[28]];
        byte[] text = [.. "what do ya want for nothing?"u8, 0xFF];
        byte[] device = new byte[32];
        byte[] pc = new byte[32];
        new NanoKeyedHash().Sign(key, text, text.Length - 1, device);
        new KeyedHash().Sign(key, text, text.Length - 1, pc);

        Assert.Equal("5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843", Convert.ToHexString(device));
        Assert.Equal(device, pc);
    }

    private void Beat()
    {
        if (!Volatile.Read(ref _stalled))
        {
            _server.Beat(0);
        }
    }

    private void TypeWhatIsShown() =>
        _dialog.Opened += () => _dialog.Type(int.Parse(_server.Notice!["Passkey ".Length..], CultureInfo.InvariantCulture));

    // Everything that was posted to the program before has been delivered.
    private async Task Settled(AirLink? link = null)
    {
        _mailbox.Publish(GattCharacteristic.Manufacturer, [1], 1);
        Assert.True((await (link ?? _link).ReadAsync(Find(GattCharacteristic.Manufacturer))).Ok);
    }

    // Half a second after the program goes on; a busy PC takes longer.
    private async Task AnswersAgain()
    {
        for (int i = 0; i < 100; i++)
        {
            if ((await _link.ReadAsync(Find(GattCharacteristic.Identity))).Ok)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("a program that goes on answers");
    }

    private AirCharacteristic Find(GattCharacteristic characteristic)
    {
        var uuid = new Guid(GattTable.Find(characteristic).Uuid);
        return _chip.Services.SelectMany(service => service.Characteristics).First(one => one.Uuid == uuid);
    }
}
