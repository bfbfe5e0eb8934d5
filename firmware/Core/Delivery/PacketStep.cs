namespace Haip.Core.Delivery
{
    /// <summary>What the sequencer finished in this tick.</summary>
    public enum PacketStep
    {
        None = 0,

        /// <summary>The resting chamber's pressure is taken; the fill begins.</summary>
        Measured = 1,

        /// <summary>The chamber is full and sealed. Waits for <see cref="PacketSequencer.Release"/> or <see cref="PacketSequencer.Abort"/>.</summary>
        Filled = 2,

        /// <summary>The packet has left, or an abort cut it short: either way it is metered now.</summary>
        Emptied = 3,
    }
}
