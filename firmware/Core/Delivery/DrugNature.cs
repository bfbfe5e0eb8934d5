namespace Haip.Core.Delivery
{
    /// <summary>What sort of fluid is in the reservoir. Numbers travel over the air and live in the memory: never reuse one.</summary>
    public enum DrugNature
    {
        /// <summary>Nobody has said.</summary>
        Unknown = 0,

        /// <summary>Saline, heparinised saline, tracer: its dose has no limit.</summary>
        Carrier = 1,

        /// <summary>Its dose is limited, and it needs a perfusion scan first.</summary>
        Cytotoxic = 2,
    }
}
