using Haip.Core.Delivery;

namespace Haip.Core.Log
{
    /// <summary>The therapy that a reset must not lose. How far it has come is in <see cref="Totals"/>.</summary>
    public sealed class OrderRecord
    {
        /// <summary>False when no therapy was ordered, or a person ended it.</summary>
        public bool HasTherapy;

        public readonly TherapyOrder Therapy = new TherapyOrder();
    }
}
