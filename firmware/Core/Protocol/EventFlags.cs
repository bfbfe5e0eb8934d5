using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>What has changed since a programmer last said that it knew: a flag stays until it is cleared, so that nobody misses one for a lost notification.</summary>
    /// <code>
    /// byte  0      2        4                5     8
    ///       flags  changes  alarms standing  seal  (end)
    ///       u16    u16      u8
    /// changes: moves on with every change, also of a flag that is up already
    /// </code>
    public sealed class EventFlags
    {
        public const int Length = 8;

        public const ushort State = 0x0001;
        public const ushort Order = 0x0002;
        public const ushort Bolus = 0x0004;
        public const ushort Reservoir = 0x0008;
        public const ushort Drug = 0x0010;
        public const ushort Clock = 0x0020;
        public const ushort Alarms = 0x0040;

        /// <summary>The pump has started.</summary>
        public const ushort Started = 0x0080;

        private readonly Pump _pump;
        private PumpState _state;
        private int _orderCount;
        private int _alarmCount;
        private bool _bolus;

        public EventFlags(Pump pump)
        {
            _pump = pump;
            Up = Started;
        }

        /// <summary>All flags that are up.</summary>
        public ushort Up { get; private set; }

        /// <summary>Moves on with every change.</summary>
        public ushort Changes { get; private set; }

        /// <summary>Something changed.</summary>
        public void Raise(ushort flags)
        {
            Up |= flags;
            Changes++;
        }

        /// <summary>A programmer knows.</summary>
        public void Clear(ushort flags) => Up &= (ushort)~flags;

        /// <summary>Looks for what changes by itself. After every beat.</summary>
        public void Watch()
        {
            DeliveryStatus status = _pump.Status;
            int orderCount = _pump.Records.OrderChangedCount;
            int alarmCount = _pump.Alarms.Announcer.ChangedCount;
            bool bolus = status.BolusLeftNl > 0;

            if (status.State == _state && orderCount == _orderCount && alarmCount == _alarmCount && bolus == _bolus)
            {
                return;
            }

            int flags = (status.State != _state ? State : 0)
                | (orderCount != _orderCount ? Order : 0)
                | (alarmCount != _alarmCount ? Alarms : 0)
                | (bolus != _bolus ? Bolus : 0);
            _state = status.State;
            _orderCount = orderCount;
            _alarmCount = alarmCount;
            _bolus = bolus;
            Raise((ushort)flags);
        }

        /// <summary>Writes the message.</summary>
        /// <returns>Its length.</returns>
        public int Write(byte[] frame, FrameSeal seal)
        {
            LittleEndian.Write16(frame, 0, Up);
            LittleEndian.Write16(frame, 2, Changes);
            frame[4] = (byte)_pump.Alarms.StandingCount;
            return seal.Close(frame, Length - FrameSeal.Length);
        }
    }
}
