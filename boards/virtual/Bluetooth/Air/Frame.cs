using System;

namespace Haip.VirtualBluetooth.Air;

/// <summary>One thing that went over the air.</summary>
/// <param name="AtMs">Since the log began.</param>
/// <param name="Characteristic">Empty when it concerns the link.</param>
/// <param name="Value">Of a read, a write or a notification.</param>
/// <param name="Error">How a request ended.</param>
public sealed record Frame(long AtMs, FrameKind Kind, Guid Characteristic, byte[] Value, AttError Error)
{
    public override string ToString() =>
        $"{AtMs,8} {Kind}{(Characteristic == Guid.Empty ? "" : $" {Characteristic.ToString()[..8]}")}"
        + $"{(Value.Length == 0 ? "" : " " + Convert.ToHexString(Value))}{(Error == AttError.None ? "" : $" {Error}")}";
}
