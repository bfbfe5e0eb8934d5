namespace Haip.Core.Delivery
{
    /// <summary>Why a volume is given at once. Each kind has its own limits.</summary>
    public enum BolusKind
    {
        /// <summary>Drug or flush on top of the therapy.</summary>
        Flush = 0,

        /// <summary>Tracer through the catheter to see where the infusate goes, before any therapy.</summary>
        PerfusionTest = 1,
    }
}
