using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Ports;

namespace Haip.Core.Protocol
{
    /// <summary>What commands work on, and what the last verdict was about.</summary>
    public sealed class CommandContext
    {
        public readonly Pump Pump;
        public readonly PumpMemory Memory;
        public readonly DrugStore Drugs;
        public readonly IWallClock Clock;
        public readonly EventFlags Flags;

        /// <summary>Of the beat that is over.</summary>
        public Readings Readings;

        /// <summary>How long ago the order was staged that is judged or committed.</summary>
        public long StagedAgoMs;

        public CommandContext(Pump pump, PumpMemory memory, DrugStore drugs, IWallClock clock, EventFlags flags)
        {
            Pump = pump;
            Memory = memory;
            Drugs = drugs;
            Clock = clock;
            Flags = flags;
            Readings = new Readings();
        }

        public Drug Drug => Pump.Orders.Drug;

        public OrderCheck Check => Pump.Orders.Check;

        /// <summary>Nothing is delivered, and the self-test is over: what deliveries are judged by may change.</summary>
        public bool AtRest => !Pump.Status.Delivers && Pump.Status.State != PumpState.SelfTest;

        /// <summary>UTC, or 0 when the clock is not trusted.</summary>
        public long UtcSeconds => Readings.ClockValid ? Readings.UtcSeconds : 0;

        /// <summary>Begins a judgement for a reason that is no limit.</summary>
        public Verdict Refuse(Verdict why)
        {
            Check.Begin();
            return Check.Refuse(why);
        }

        /// <summary>A number has changed: the log keeps both.</summary>
        public void Note(OrderField field, int before, int after)
        {
            if (before != after)
            {
                Pump.Events.Add(EventId.ChangedFrom, (int)field, before);
                Pump.Events.Add(EventId.ChangedTo, (int)field, after);
            }
        }
    }
}
