using Haip.Core.Ports;

namespace Haip.VirtualBoard.Parts;

/// <summary>A digital output that others look at. Low at power-up, as the board's pull-downs make it.</summary>
public sealed class OutputPin : IOutputPin
{
    public bool High { get; private set; }

    /// <summary>Level changes since the start, both ways.</summary>
    public long EdgeCount { get; private set; }

    public void Write(bool high)
    {
        if (high != High)
        {
            High = high;
            EdgeCount++;
        }
    }

    /// <summary>The controller lost its supply or was reset: its pins float and the pull-downs win.</summary>
    public void PowerCycle() => Write(false);
}
