using System;

namespace Haip.VirtualBoard.Bus;

/// <summary>A part on the virtual I²C bus: it sees bytes and answers bytes, as its datasheet says.</summary>
/// <remarks>Returning false is "no acknowledge". A read-only span is what the master sent; the span to fill is what it clocks in.</remarks>
public abstract class I2cPart
{
    /// <summary>The master wrote these bytes after the address byte.</summary>
    public abstract bool Write(ReadOnlySpan<byte> data);

    /// <summary>The master clocks in this many bytes.</summary>
    public abstract bool Read(Span<byte> buffer);

    /// <summary>Supply lost and restored: registers go back to their power-up values.</summary>
    public abstract void PowerCycle();
}
