using System;

namespace Haip.Core.Protocol
{
    /// <summary>What can be done with a characteristic. Numbers are those of the Bluetooth Core Specification, volume 3, part G, 3.3.1.1.</summary>
    [Flags]
    public enum GattProperties
    {
        None = 0,
        Read = 0x02,
        Write = 0x08,
        Notify = 0x10,
    }
}
