using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Ports;

namespace Haip.Core.Protocol
{
    /// <summary>The pump as a programmer sees it over the radio. All of it runs on the pump's thread but <see cref="Mailbox"/>.</summary>
    public sealed class Programmer
    {
        private const long RetryMs = 1_000;

        private readonly Pump _pump;
        private readonly SecretStore _secret;
        private readonly FailureDelay _delay;
        private readonly Session _session;
        private readonly CommandContext _context;
        private readonly CommandDesk _desk;
        private readonly LogExport _export;
        private readonly AlarmFeed _alarms;
        private readonly Publisher _publisher;
        private readonly Outgoing _outgoing;
        private readonly MeasuredRate _measured = new MeasuredRate();
        private readonly byte[] _frame = new byte[GattTable.LongestFrameLength];
        private readonly byte[] _reply = new byte[ChallengeFrame.Length];
        private int _linkCount;
        private bool _authenticated;
        private uint _served;
        private bool _ready;
        private long _nextTryMs;

        /// <param name="memory">Keeps what an order changed before its answer is sent.</param>
        /// <param name="fram">Where the secret, the drug and the count of failures are.</param>
        public Programmer(Pump pump, PumpMemory memory, IMemory fram, IWallClock clock, IKeyedHash hash, IRandomSource random)
        {
            var tag = new FrameTag(hash);
            _pump = pump;
            _secret = new SecretStore(fram);
            _delay = new FailureDelay(fram);
            _session = new Session(hash, random, _secret, _delay, pump.Events);
            _context = new CommandContext(pump, memory, new DrugStore(fram), clock, new EventFlags(pump));
            _outgoing = new Outgoing(Mailbox);
            _export = new LogExport(memory, _session, tag);
            _desk = new CommandDesk(_context, _session, tag, _outgoing, _export, _measured);
            _alarms = new AlarmFeed(pump.Alarms);
            _publisher = new Publisher(_context, Mailbox, _outgoing, _measured);
            DeviceInformation.Publish(Mailbox);
            TryLoad(0);
        }

        /// <summary>What the radio's threads may touch.</summary>
        public Mailbox Mailbox { get; } = new Mailbox();

        /// <summary>Where notifications go; null as long as there is no radio.</summary>
        public IRadioLink Link
        {
            get => _outgoing.Link;
            set => _outgoing.Link = value;
        }

        /// <summary>Somebody with the key has a session: for the display.</summary>
        public bool SessionOpen => _session.Open;

        /// <summary>What the pump is called over the air. Makes text: for the start.</summary>
        public string Name => RadioName.Of(_secret);

        /// <summary>Nothing is delivered, no packet is on its way, and the self-test is over: a card may be installed.</summary>
        public bool AtRest => _context.AtRest && _pump.Status.Phase == PacketPhase.Rest;

        /// <summary>Bring-up, over the wire and never over the air: names the pump and gives it the secret of its card. Not for the tick.</summary>
        /// <returns>False when the memory did not take it: the earlier one holds.</returns>
        public bool Install(SecretCard card)
        {
            if (!_secret.Install(card))
            {
                return false;
            }

            _session.End(EndReason.SecretChanged);
            _delay.Forget();
            _pump.Events.Add(EventId.SecretInstalled, card.KeyId, 0);
            _publisher.PublishIdentity(_secret, _session.Boot);
            return true;
        }

        /// <summary>After every beat, in the time that is left until the next: looks at what came in and says what is new. Bounded, and allocates nothing.</summary>
        /// <param name="readings">Of the beat that is over.</param>
        public void Serve(Readings readings)
        {
            long nowMs = readings.NowMs;
            _context.Readings = readings;
            _measured.Watch(nowMs, _pump.Status.MeteredNl);
            _context.Flags.Watch();
            _alarms.Watch(nowMs, Mailbox.Authenticated);

            if (!_ready && nowMs >= _nextTryMs)
            {
                TryLoad(nowMs);
            }

            FollowLink(nowMs);

            if (Mailbox.Authenticated)
            {
                Converse(nowMs);
                _alarms.Send(_outgoing, nowMs);
            }

            _publisher.Publish(nowMs, _session.Open);

            if (_export.Running)
            {
                _export.Send(_outgoing, _pump.Status);
            }
        }

        // A link that is another, or is no longer what it was, is nobody that the pump knows.
        private void FollowLink(long nowMs)
        {
            if (Mailbox.LinkCount == _linkCount && Mailbox.Authenticated == _authenticated)
            {
                return;
            }

            _linkCount = Mailbox.LinkCount;
            _authenticated = Mailbox.Authenticated;
            _session.End(EndReason.LinkLost);
            _outgoing.Drop();
            _desk.Restart();
            _alarms.Restart(nowMs);
            _publisher.Restart();
        }

        private void Converse(long nowMs)
        {
            if (_session.IsIdle(nowMs))
            {
                _session.End(EndReason.Idle);
                _desk.Tell(EndReason.Idle);
            }

            _outgoing.Deliver();
            _desk.Finish(nowMs);

            // Of frames that need a hash, one a beat.
            bool another = true;

            while (another && !_desk.Busy && Mailbox.TryTake(_linkCount, out GattCharacteristic target, _frame, out int length))
            {
                another = Take(target, length, nowMs);
            }

            FollowSession();
        }

        private bool Take(GattCharacteristic target, int length, long nowMs)
        {
            switch (target)
            {
                case GattCharacteristic.Alarms:
                    _alarms.Take(_frame, length);
                    return true;
                case GattCharacteristic.Session:
                    int replyLength = _ready
                        ? _session.Take(_frame, length, Mailbox.FrameLength, _reply, nowMs)
                        : _session.Refuse(Refusal.NotReady, _reply, nowMs);
                    _outgoing.Post(GattCharacteristic.Session, _reply, replyLength);
                    return false;
                default:
                    _desk.Take(_frame, length, nowMs);
                    return false;
            }
        }

        // Numbers of commands and what is staged belong to one session.
        private void FollowSession()
        {
            uint open = _session.Open ? _session.Number : 0;

            if (open != _served)
            {
                _served = open;
                _desk.Restart();
            }
        }

        private void TryLoad(long nowMs)
        {
            LoadResult secret = _secret.Load();
            LoadResult failures = secret == LoadResult.Unreadable ? secret : _delay.Load(nowMs);
            LoadResult drug = failures == LoadResult.Unreadable ? failures : _context.Drugs.Load(_context.Drug);
            _nextTryMs = nowMs + RetryMs;
            _ready = drug != LoadResult.Unreadable;

            if (_ready)
            {
                Tell(secret == LoadResult.Damaged, MemoryRecord.Secret);
                Tell(failures == LoadResult.Damaged, MemoryRecord.Failures);
                Tell(drug != LoadResult.Whole && drug != LoadResult.New, MemoryRecord.Drug);
                _publisher.PublishIdentity(_secret, _session.Boot);
            }
        }

        private void Tell(bool damaged, MemoryRecord record)
        {
            if (damaged)
            {
                _pump.Events.Add(EventId.RecordDamaged, (int)record, 0);
            }
        }
    }
}
