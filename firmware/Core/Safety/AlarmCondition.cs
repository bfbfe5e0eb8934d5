using Haip.Core.Delivery;

namespace Haip.Core.Safety
{
    /// <summary>Decides, from one tick's facts alone, whether a hazard exists now.</summary>
    public delegate bool AlarmCondition(Readings readings, DeliveryStatus status);
}
