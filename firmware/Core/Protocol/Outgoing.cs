using Haip.Core.Ports;

namespace Haip.Core.Protocol
{
    /// <summary>The only way out: nothing is notified over a link that is not authenticated, and nothing longer than it carries.</summary>
    /// <remarks>Answers wait for a radio without room for some beats. After that whoever asked has to ask again.</remarks>
    public sealed class Outgoing
    {
        private const int MostTriesCount = 10;
        private const int SessionSlot = 0;
        private const int CommandSlot = 1;
        private const int SlotCount = 2;

        private readonly Mailbox _mailbox;
        private readonly byte[][] _frames = new byte[SlotCount][];
        private readonly int[] _lengths = new int[SlotCount];
        private readonly int[] _triesLeftCount = new int[SlotCount];

        public Outgoing(Mailbox mailbox)
        {
            _mailbox = mailbox;
        }

        /// <summary>Where notifications go; null as long as there is no radio.</summary>
        public IRadioLink Link { get; set; }

        /// <summary>An answer waits for the radio.</summary>
        public bool Waits => _triesLeftCount[SessionSlot] > 0 || _triesLeftCount[CommandSlot] > 0;

        /// <summary>Sends one notification now or not at all.</summary>
        /// <returns>False when it was not sent.</returns>
        public bool TryNotify(GattCharacteristic characteristic, byte[] frame, int length) =>
            Link != null && _mailbox.Authenticated && length <= _mailbox.FrameLength && Link.Notify(characteristic, frame, length);

        /// <summary>Sends an answer, now or in one of the next beats.</summary>
        /// <param name="characteristic">Session or Command.</param>
        /// <param name="frame">Stays as it is until then.</param>
        public void Post(GattCharacteristic characteristic, byte[] frame, int length)
        {
            int slot = characteristic == GattCharacteristic.Session ? SessionSlot : CommandSlot;
            _frames[slot] = frame;
            _lengths[slot] = length;
            _triesLeftCount[slot] = MostTriesCount;
            Deliver();
        }

        /// <summary>Offers what waits to the radio.</summary>
        public void Deliver()
        {
            for (int slot = 0; slot < SlotCount; slot++)
            {
                if (_triesLeftCount[slot] > 0)
                {
                    GattCharacteristic target = slot == SessionSlot ? GattCharacteristic.Session : GattCharacteristic.Command;
                    bool sent = TryNotify(target, _frames[slot], _lengths[slot]);
                    _triesLeftCount[slot] = sent ? 0 : _triesLeftCount[slot] - 1;
                }
            }
        }

        /// <summary>Whoever asked is gone.</summary>
        public void Drop()
        {
            _triesLeftCount[SessionSlot] = 0;
            _triesLeftCount[CommandSlot] = 0;
        }
    }
}
