using Haip.Core.Delivery;

namespace Haip.Core.Log
{
    /// <summary>Says once an hour what was ordered and what was metered in it.</summary>
    public sealed class HourCount
    {
        private long _endMs;
        private long _orderedNl;
        private long _meteredNl;

        /// <summary>Adds the event when the hour is over.</summary>
        public void Take(DeliveryStatus status, PendingEvents events)
        {
            if (status.NowMs < _endMs)
            {
                return;
            }

            if (_endMs > 0)
            {
                events.Add(EventId.HourPassed, (int)(status.OrderedNl - _orderedNl), (int)(status.MeteredNl - _meteredNl));
            }

            _orderedNl = status.OrderedNl;
            _meteredNl = status.MeteredNl;
            _endMs = status.NowMs + Units.MsPerHour;
        }
    }
}
