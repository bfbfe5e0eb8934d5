namespace Haip.Core.SelfTest
{
    /// <summary>What the self-test tries, in this order. Numbers live in the log: never reuse one.</summary>
    public enum SelfTestStep
    {
        None = 0,

        /// <summary>Every part that dosing needs answers as itself, the memory takes records, and the catheter shows a pressure to aim at.</summary>
        Parts = 1,

        /// <summary>The pump takes the chamber above the artery: pump, V1 and P1 work together.</summary>
        Raise = 2,

        /// <summary>The sealed chamber holds its pressure: neither valve leaks.</summary>
        Leak = 3,

        /// <summary>The chamber comes down to the artery's mean: V1 opens and closes again.</summary>
        Lower = 4,

        /// <summary>V2 opens: the artery's pulse comes through to the chamber, and nearly nothing else moves.</summary>
        Outlet = 5,

        /// <summary>Chamber and flow sensor agree about what a fill held, and the two pressure sensors about the artery's mean.</summary>
        Agreement = 6,
    }
}
