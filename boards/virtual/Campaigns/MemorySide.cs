using System;
using Haip.Board;
using Haip.Core;
using Haip.Core.Log;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>The firmware's memory side on a memory of our making: what a pump that wakes takes over from it.</summary>
/// <remarks>The one place that knows what the firmware keeps. To judge more of it, restore more here.</remarks>
internal sealed class MemorySide
{
    private static readonly BoardProfile s_profile = new();

    private readonly VirtualI2cBus _bus = new();
    private readonly Mb85rc256vPart _part = new();
    private readonly Totals _totals = new();
    private readonly BoardPins _pins = new()
    {
        PumpEnable = new OutputPin(),
        InletValve = new OutputPin(),
        OutletValve = new OutputPin(),
        WatchdogKick = new OutputPin(),
        AlarmLight = new OutputPin(),
        OkLight = new OutputPin(),
        Sounder = new ToneRecorder(),
    };

    public MemorySide()
    {
        _bus.Attach(0x50, _part);
        _bus.Attach(0x7C, _part.Identity);
    }

    /// <summary>The memory that the next start finds.</summary>
    public Span<byte> Contents => _part.Contents;

    /// <summary>Starts a pump on it.</summary>
    /// <returns>What its books say was metered, a packet in flight included.</returns>
    public long MeteredNl()
    {
        var loop = new ControlLoop(new ReferenceBoard(_bus, _bus, _pins, s_profile), new Pump(s_profile));
        loop.Pump.Records.CopyTotals(_totals, 0);
        return _totals.MeteredFl / Units.FlPerNl;
    }
}
