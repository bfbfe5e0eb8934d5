using Haip.Core.Delivery;

namespace Haip.Core.Log
{
    /// <summary>Judges at the start what the memory kept of totals and order, and decides what of it the pump may go by.</summary>
    /// <remarks>
    /// Volumes are taken over whenever a whole record is there. An order only when there is no doubt that it is the last that a
    /// person gave: the totals quote its number, so that one of the two alone is an order that was never kept in full.
    /// </remarks>
    public sealed class PumpRecovery
    {
        private readonly PendingEvents _events;

        /// <param name="events">Where damage is told.</param>
        public PumpRecovery(PendingEvents events)
        {
            _events = events;
        }

        /// <summary>A record is damaged.</summary>
        public bool Damaged { get; private set; }

        /// <summary>Tells of a damaged record.</summary>
        public void Report(MemoryRecord record)
        {
            Damaged = true;
            _events.Add(EventId.RecordDamaged, (int)record, 0);
        }

        /// <summary>Judges both records, and clears what must not be gone by: all volumes, the state, or the order.</summary>
        /// <returns>True when all is as it was kept.</returns>
        public bool Judge(LoadResult totalsResult, Totals totals, LoadResult orderResult, OrderRecord order)
        {
            bool trusted = JudgeTotals(totalsResult, totals, orderResult == LoadResult.New);
            trusted = JudgeOrder(orderResult, order, totals, trusted);

            if (!trusted)
            {
                // Nothing goes on by itself, and no order in the memory belongs to these totals.
                order.HasTherapy = false;
                totals.State = (int)PumpState.Standby;
                totals.OrderNumber = 0;
            }

            return trusted;
        }

        private bool JudgeTotals(LoadResult result, Totals totals, bool noOrder)
        {
            if (result == LoadResult.New && noOrder)
            {
                totals.Clear();
                return true; // a new memory
            }

            if (result == LoadResult.New || result == LoadResult.Damaged || !totals.IsPlausible)
            {
                totals.Clear();
                Report(MemoryRecord.Totals);
                return false;
            }

            if (result == LoadResult.Doubtful)
            {
                // What is missing is one save. It may have announced a packet.
                totals.InFlightNl = totals.InFlightNl > 0 ? totals.InFlightNl : PacketPlanner.MaxPacketNl;
                Report(MemoryRecord.Totals);
                return false;
            }

            return true;
        }

        // A torn order is a person's last wish that was never kept: the one before it is not what anybody wants now.
        private bool JudgeOrder(LoadResult result, OrderRecord order, Totals totals, bool totalsTrusted)
        {
            bool good = result == LoadResult.New
                ? totals.OrderNumber == 0
                : result == LoadResult.Whole && order.IsPlausible && (!totalsTrusted || order.Number == totals.OrderNumber);

            if (!good)
            {
                Report(MemoryRecord.Order);
            }

            order.HasTherapy &= good && result == LoadResult.Whole;
            return good && totalsTrusted;
        }
    }
}
