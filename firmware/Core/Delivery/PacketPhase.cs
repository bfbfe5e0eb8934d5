namespace Haip.Core.Delivery
{
    /// <summary>Where a packet is between reservoir and catheter.</summary>
    public enum PacketPhase
    {
        /// <summary>Both valves closed, nothing in flight.</summary>
        Rest = 0,

        /// <summary>Both valves closed: the chamber's pressure before the packet is taken.</summary>
        Baseline = 1,

        /// <summary>V1 open, pump running: the chamber rises towards the pressure at which the pump stalls.</summary>
        Fill = 2,

        /// <summary>V1 closing against the pump that still pushes: an idle mp6 would let the packet run back.</summary>
        CloseInlet = 3,

        /// <summary>Sealed: the full pressure is taken.</summary>
        SettleFull = 4,

        /// <summary>V2 open: the chamber empties through the restrictor.</summary>
        Empty = 5,

        CloseOutlet = 6,

        /// <summary>Sealed again: the pressure left is taken, and the packet is metered.</summary>
        SettleEmpty = 7,
    }
}
