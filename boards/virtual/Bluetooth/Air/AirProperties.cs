using System;

namespace Haip.VirtualBluetooth.Air;

/// <summary>What a characteristic offers; bits of the Core Specification, volume 3, part G, 3.3.1.1.</summary>
[Flags]
public enum AirProperties
{
    None = 0,
    Read = 0x02,
    WriteWithoutResponse = 0x04,
    Write = 0x08,
    Notify = 0x10,
    Indicate = 0x20,
}
