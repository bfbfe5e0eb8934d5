namespace Haip.Core.Catheter
{
    /// <summary>What the catheter's pressure says about the way to the artery. Stable numbers: they travel over the air.</summary>
    public enum CatheterPatency
    {
        /// <summary>Too little seen yet, or no reading.</summary>
        Unknown = 0,

        /// <summary>The pulse comes through and packets leave nothing behind.</summary>
        Open = 1,

        /// <summary>Packets stand a little above the artery, on average over a quarter of an hour: about ten times the resistance.</summary>
        Narrowed10 = 2,

        /// <summary>Proven by packets, and by a faded pulse where the catheter is compliant: some thirty times the resistance.</summary>
        Narrowed30 = 3,

        /// <summary>Proven, and a hundred times the resistance or more by the size of the rise or by how little of the pulse is left.</summary>
        Narrowed100 = 4,

        /// <summary>No pulse, and packets that stay.</summary>
        Occluded = 5,

        /// <summary>Hardly any pressure and hardly any pulse: the catheter ends elsewhere, or has a hole as wide as itself.</summary>
        Disconnected = 6,

        /// <summary>No pulse, but packets leave: a failing circulation, or a way so compliant and narrow that it damps everything.</summary>
        PulseLost = 7,

        /// <summary>The chamber takes more fluid for the same pressure than it did: there is air in it.</summary>
        AirInLine = 8,
    }
}
