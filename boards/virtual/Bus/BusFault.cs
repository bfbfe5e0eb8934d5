using System;

namespace Haip.VirtualBoard.Bus;

/// <summary>What can be wrong between a part and the bus. Faults combine.</summary>
[Flags]
public enum BusFault
{
    None = 0,

    /// <summary>Unplugged: the address is never acknowledged.</summary>
    Absent = 1,

    /// <summary>Every byte read has one bit turned over, so that check bytes do not match.</summary>
    CorruptReads = 2,

    /// <summary>The part answers with what it answered last, whatever it measures.</summary>
    StuckReads = 4,
}
