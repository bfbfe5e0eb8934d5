using System;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.VirtualBoard.Campaigns.PowerLoss;

/// <summary>The firmware's memory side on a memory of our making: what a pump that wakes takes over from it.</summary>
/// <remarks>The one place that knows what the firmware keeps. To judge more of it, restore more here.</remarks>
internal sealed class MemorySide
{
    private static readonly BoardProfile s_profile = new();

    private readonly byte[] _contents = new byte[MemoryMap.SizeBytes];
    private readonly MemoryImage _image;
    private readonly Totals _totals = new();
    private readonly OrderRecord _order = new();

    public MemorySide() => _image = new MemoryImage(_contents);

    /// <summary>The memory that the next start finds.</summary>
    public Span<byte> Contents => _contents;

    /// <summary>What its books say was metered, a packet in flight included.</summary>
    public long MeteredFl => _totals.MeteredFl;

    /// <summary>Something was found damaged: the pump stops with an alarm.</summary>
    public bool Damaged { get; private set; }

    /// <summary>The first rate of the therapy that it knows; 0 for none.</summary>
    public int TherapyNlPerHour => _order.HasTherapy ? _order.Therapy.RateNlPerHour[0] : 0;

    /// <summary>What it believes it was doing.</summary>
    public PumpState StateBefore { get; private set; }

    /// <summary>Its logs; null when they were not looked at.</summary>
    public EventLog? Log { get; private set; }

    /// <summary>Starts a pump on the contents.</summary>
    /// <param name="logs">Looks at the logs too, which takes many times as long.</param>
    /// <returns>False when the memory side did not start.</returns>
    public bool Start(bool logs)
    {
        _image.AnswersBelow = logs ? int.MaxValue : MemoryMap.EventsAddress;
        var pump = new Pump(s_profile);
        var memory = new PumpMemory(_image, pump);
        bool started = memory.Restore();

        pump.Records.CopyTotals(_totals, 0);
        pump.Records.CopyOrder(_order);
        Damaged = memory.RecordsDamaged;
        StateBefore = pump.Records.StateBefore;
        Log = logs ? memory.Log : null;
        return started || (!logs && memory.Kept);
    }
}
