using System;
using System.Threading.Tasks;
using Haip.VirtualBluetooth;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Esp32;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Radio;

/// <summary>The radio of the live view: the pump, a PC's Bluetooth that hears it, the person who types passkeys, and the demonstration's way around both.</summary>
internal sealed class LiveRadio : IAsyncDisposable
{
    private const string Serial = "VIRTUAL-0001";

    private readonly RunRecorder _recorder;
    private readonly RadioChip _chip = new() { KeepsBonds = true };
    private readonly PumpRadio _pump;
    private readonly VirtualAdapter? _adapter;
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _news = new();
    private string? _notice;

    /// <param name="bluetooth">Offers the pump to a browser on this PC.</param>
    /// <param name="demo">Offers it to the demonstration.</param>
    /// <exception cref="PlatformNotSupportedException">Bluetooth, and not on Linux.</exception>
    public LiveRadio(PumpSimulation simulation, bool bluetooth, bool demo)
    {
        _recorder = simulation.Recorder;
        Card = SecretCardText.New(Serial);
        _adapter = bluetooth ? new VirtualAdapter(_chip) : null;
        _pump = new PumpRadio(simulation, _chip, SecretCardText.Read(Card));
        Demo = demo ? new DemoCentral(_pump) : null;

        if (_adapter is not null)
        {
            _adapter.Log.Added += Hear;
            _adapter.Dialog.Opened += () => _news.Enqueue("the PC asks for the passkey; t types what the pump shows");
        }

        if (Demo is not null)
        {
            Demo.Log.Added += Hear;
        }
    }

    /// <summary>Null when nobody asked for one.</summary>
    public DemoCentral? Demo { get; }

    /// <summary>The clinician's card of this pump: with it a programmer opens a session.</summary>
    public string Card { get; }

    /// <summary>One line for a shell. A browser that runs already would take the page without this Bluetooth, so this one has a profile of its own.</summary>
    /// <param name="page">What it opens; null is nothing.</param>
    public string BrowserLine(string? page) =>
        $"DBUS_SYSTEM_BUS_ADDRESS={_adapter?.Address} chromium --enable-features=WebBluetooth --user-data-dir=$(mktemp -d){(Environment.UserName == "root" ? " --no-sandbox" : "")} {page}".TrimEnd();

    /// <summary>After every tick of the simulation, on its thread.</summary>
    public void Serve()
    {
        _pump.Serve();

        if (_pump.Notice != _notice)
        {
            _notice = _pump.Notice;
            _recorder.Note(_notice is null ? "display: nothing about pairing" : $"display: {_notice}");
        }

        while (_news.TryDequeue(out string? news))
        {
            _recorder.Note($"radio: {news}");
        }
    }

    public void HoldButton() => _pump.HoldButton();

    /// <summary>The person at the PC types what the pump's display shows.</summary>
    public void TypePasskey()
    {
        if (_pump.Notice is not { Length: >= 6 } notice || !int.TryParse(notice.AsSpan(notice.Length - 6), out int passkey) || _adapter is null || !_adapter.Dialog.Type(passkey))
        {
            _recorder.Note("radio: nobody asks for a passkey");
        }
    }

    public void LoseLink() => _ = Task.Run(() =>
    {
        Demo?.Link.Drop();
        _adapter?.Links[0].Drop();
    });

    public async ValueTask DisposeAsync()
    {
        Demo?.Dispose();

        if (_adapter is not null)
        {
            await _adapter.DisposeAsync();
        }

        _pump.Dispose();
        _chip.Dispose();
    }

    // Reads, writes and notifications come every second; people want to know the rest.
    private void Hear(Frame frame)
    {
        if (frame.Kind is FrameKind.Connected or FrameKind.Disconnected or FrameKind.Secured or FrameKind.PairingFailed)
        {
            _news.Enqueue(frame.Kind switch
            {
                FrameKind.Connected => "connected",
                FrameKind.Disconnected => "disconnected",
                FrameKind.Secured => "paired",
                _ => "pairing failed",
            });
        }
    }
}
