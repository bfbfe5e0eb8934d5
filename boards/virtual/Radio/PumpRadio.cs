using System;
using Haip.Board;
using Haip.Core.Ports;
using Haip.Core.Protocol;
using Haip.Firmware.Platform;
using Haip.VirtualBluetooth.Esp32;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Radio;

/// <summary>The radio of a simulated pump: the device's own server on a modelled chip, joined to the firmware at each of its starts as firmware/Program.cs does.</summary>
/// <remarks>It lives in the time of people: the chip waits for answers in real seconds, however fast the simulation runs.</remarks>
public sealed class PumpRadio : IDisposable
{
    private readonly PumpSimulation _simulation;
    private readonly IRandomSource _random = new RandomSource();
    private ControlLoop? _loop;

    /// <param name="card">What goes into the pump at bring-up; null leaves it without a secret.</param>
    public PumpRadio(PumpSimulation simulation, RadioChip chip, SecretCard? card)
    {
        _simulation = simulation;
        Chip = chip;

        if (card is not null && !simulation.Processor.Programmer.Install(card))
        {
            throw new InvalidOperationException("the pump's memory did not take the secret");
        }

        Server = Start();
    }

    public RadioChip Chip { get; }

    /// <summary>New with the firmware.</summary>
    public RadioServer Server { get; private set; }

    /// <summary>What the pump's display says about pairing; null when nothing.</summary>
    public string? Notice => _loop is null ? null : Server.Notice;

    /// <summary>A person holds the button for two seconds.</summary>
    public void HoldButton()
    {
        if (_loop is not null)
        {
            Server.OpenPairing(_loop.Readings.NowMs);
        }
    }

    /// <summary>After every tick of the simulation, on its thread.</summary>
    public void Serve()
    {
        if (!_simulation.Rig.Powered)
        {
            Stop();
            return;
        }

        if (Chip.Failure == ChipFailure.CancelledPairings)
        {
            // Bluetooth took the processor down with it; it starts again by itself.
            _simulation.Rig.FloatPins();
            _simulation.Processor.Restart();
        }

        if (!ReferenceEquals(_loop, _simulation.Loop))
        {
            Stop();
            Server = Start();
        }

        if (_simulation.Processor.Runs)
        {
            Server.Beat(_simulation.Loop.Readings.NowMs);
        }
    }

    public void Dispose() => Stop();

    private RadioServer Start()
    {
        _loop = _simulation.Loop;
        Programmer programmer = _simulation.Processor.Programmer;
        var server = new RadioServer(programmer.Mailbox, _random);
        Chip.Select();
        programmer.Link = server.TryStart(programmer.Name) ? server : null;
        return server;
    }

    private void Stop()
    {
        if (_loop is not null)
        {
            _loop = null;
            Chip.Restart();
        }
    }
}
