using Haip.Core.Delivery;

namespace Haip.Core.Protocol
{
    /// <summary>Keeps what may be read up to date, and notifies it over a link that is authenticated.</summary>
    public sealed class Publisher
    {
        public const long LinkedPeriodMs = 1_000;

        // What the first read of a new link may find is at most so old.
        public const long UnlinkedPeriodMs = 10_000;

        private const long LongestWaitMs = 300;

        private readonly CommandContext _context;
        private readonly Mailbox _mailbox;
        private readonly Outgoing _outgoing;
        private readonly MeasuredRate _measured;
        private readonly FrameSeal _identitySeal = new FrameSeal();
        private readonly FrameSeal _statusSeal = new FrameSeal();
        private readonly FrameSeal _measurementsSeal = new FrameSeal();
        private readonly FrameSeal _eventSeal = new FrameSeal();
        private readonly FrameSeal _alarmSeal = new FrameSeal();
        private readonly byte[] _frame = new byte[GattTable.LongestFrameLength];
        private readonly byte[] _event = new byte[EventFlags.Length];
        private int _keptCount;
        private long _quietMs;
        private long _nextMs;
        private long _nextMeasurementsMs;
        private int _alarmCount = -1;
        private ushort _changes;
        private bool _eventWaits;
        private int _eventLength;

        public Publisher(CommandContext context, Mailbox mailbox, Outgoing outgoing, MeasuredRate measured)
        {
            _context = context;
            _mailbox = mailbox;
            _outgoing = outgoing;
            _measured = measured;
            PublishEvent();
        }

        /// <summary>Says which pump this is. At the start, and when it got another name.</summary>
        public void PublishIdentity(SecretStore secret, uint boot) =>
            _mailbox.Publish(GattCharacteristic.Identity, _frame, IdentityMessage.Write(_frame, secret, boot, _identitySeal));

        /// <summary>Somebody else is there: everything is due.</summary>
        public void Restart()
        {
            _nextMs = 0;
            _nextMeasurementsMs = 0;
            _eventWaits = true;
        }

        /// <summary>Publishes one value that is due. After every beat; it waits for one in which nothing was kept, but not for long.</summary>
        public void Publish(long nowMs, bool sessionOpen)
        {
            int keptCount = _context.Pump.Records.TotalsChangedCount;
            bool quiet = keptCount == _keptCount && _context.Pump.Events.Count == 0 && _context.Pump.Status.Phase == PacketPhase.Rest;
            _keptCount = keptCount;

            if (quiet || nowMs - _quietMs > LongestWaitMs)
            {
                _quietMs = nowMs;
                PublishOne(nowMs, sessionOpen);
            }

            if (_eventWaits && _mailbox.Authenticated)
            {
                _eventWaits = !_outgoing.TryNotify(GattCharacteristic.Event, _event, _eventLength);
            }
        }

        private void PublishOne(long nowMs, bool sessionOpen)
        {
            if (_context.Flags.Changes != _changes)
            {
                PublishEvent();
            }
            else if (_context.Pump.Alarms.Announcer.ChangedCount != _alarmCount)
            {
                _alarmCount = _context.Pump.Alarms.Announcer.ChangedCount;
                _mailbox.Publish(GattCharacteristic.Alarms, _frame, AlarmList.Write(_frame, _context.Pump.Alarms, _alarmSeal));
            }
            else if (nowMs >= _nextMs)
            {
                _nextMs = nowMs + PeriodMs();
                PublishStatus(sessionOpen);
            }
            else if (nowMs >= _nextMeasurementsMs)
            {
                _nextMeasurementsMs = nowMs + PeriodMs();
                int length = MeasurementsMessage.Write(_frame, _context, _measurementsSeal);
                _mailbox.Publish(GattCharacteristic.Measurements, _frame, length);
                _outgoing.TryNotify(GattCharacteristic.Measurements, _frame, length); // as the status
            }
        }

        private long PeriodMs() => _mailbox.Linked ? LinkedPeriodMs : UnlinkedPeriodMs;

        private void PublishEvent()
        {
            _changes = _context.Flags.Changes;
            _eventLength = _context.Flags.Write(_event, _eventSeal);
            _eventWaits = true;
            _mailbox.Publish(GattCharacteristic.Event, _event, _eventLength);
        }

        private void PublishStatus(bool sessionOpen)
        {
            int length = _statusSeal.Close(_frame, StatusMessage.Write(_frame, 0, _context, _measured, sessionOpen));
            _mailbox.Publish(GattCharacteristic.Status, _frame, length);
            _outgoing.TryNotify(GattCharacteristic.Status, _frame, length); // the next one comes in a second

            _frame[0] = (byte)(_context.Readings.BatteryValid ? (_context.Readings.BatteryPermille + 5) / 10 : 0);
            _mailbox.Publish(GattCharacteristic.BatteryLevel, _frame, _context.Readings.BatteryValid ? 1 : 0);
        }
    }
}
