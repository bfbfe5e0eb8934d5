using System;
using Haip.Core.Log;
using Haip.Core.Ports;

namespace Haip.Core.Protocol
{
    /// <summary>Keeps this pump's name and the secret that it shares with the clinician's card.</summary>
    /// <remarks>It comes over the wire when a pump is brought up, and never over the air. The memory is not protected: who holds the board can read it.</remarks>
    /// <code>
    /// byte  0       2          14    16        48
    ///       key id  serial     zero  secret    (end)
    ///       u16     12 ASCII         32 bytes
    /// </code>
    public sealed class SecretStore
    {
        public const int PayloadLength = 48;
        public const int SerialLength = 12;
        public const int SecretLength = 32;

        private const int SerialOffset = 2;
        private const int SecretOffset = 16;

        private readonly TwoSlotRecord _record;
        private readonly byte[] _payload = new byte[PayloadLength];

        public SecretStore(IMemory memory)
        {
            _record = new TwoSlotRecord(memory, MemoryMap.SecretAddress, PayloadLength);
        }

        /// <summary>There is a secret. Without one no session can be opened.</summary>
        public bool Installed { get; private set; }

        /// <summary>Which of the keys that this pump ever had.</summary>
        public ushort KeyId { get; private set; }

        /// <summary>ASCII; zeros when nobody named this pump.</summary>
        public byte[] Serial { get; } = new byte[SerialLength];

        /// <summary>Shared with the clinician's card, and with nothing else.</summary>
        public byte[] Secret { get; } = new byte[SecretLength];

        /// <summary>Takes over what the memory holds. A damaged record is no secret: one has to be installed again.</summary>
        public LoadResult Load()
        {
            LoadResult result = _record.Load(_payload);
            bool found = result == LoadResult.Whole || result == LoadResult.Torn || result == LoadResult.Doubtful;

            if (found)
            {
                TakeOver();
            }

            return result;
        }

        /// <summary>Bring-up, over the wire: names the pump and gives it a secret, in place of any earlier one.</summary>
        /// <returns>False when the secret is all zeros, or the memory did not take it: the earlier one holds.</returns>
        public bool Install(SecretCard card)
        {
            int any = 0;

            for (int i = 0; i < SecretLength; i++)
            {
                any |= card.Secret[i];
            }

            if (any == 0)
            {
                return false;
            }

            Array.Clear(_payload, 0, PayloadLength);
            LittleEndian.Write16(_payload, 0, card.KeyId);
            Array.Copy(card.Serial, 0, _payload, SerialOffset, SerialLength);
            Array.Copy(card.Secret, 0, _payload, SecretOffset, SecretLength);
            bool kept = _record.TrySave(_payload);

            if (kept)
            {
                TakeOver();
            }

            return kept;
        }

        private void TakeOver()
        {
            KeyId = (ushort)LittleEndian.Read16(_payload, 0);
            Array.Copy(_payload, SerialOffset, Serial, 0, SerialLength);
            Array.Copy(_payload, SecretOffset, Secret, 0, SecretLength);
            Installed = true;
        }
    }
}
