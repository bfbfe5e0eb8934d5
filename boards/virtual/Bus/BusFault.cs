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

    /// <summary>The part is alive and measures on, but acknowledges nothing that is said to it.</summary>
    Nack = 8,

    /// <summary>The part stretches the clock for as long as the controller bears it, in every transaction.</summary>
    Stall = 16,

    /// <summary>The part holds the data line low: nobody on its bus can be spoken to.</summary>
    HoldsBus = 32,
}
