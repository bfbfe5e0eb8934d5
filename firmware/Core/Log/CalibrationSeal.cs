using System;
using Haip.Core.Ports;

namespace Haip.Core.Log
{
    /// <summary>Binds a calibration to this pump: a keyed hash over the pump's serial number and the record, made with the pump's own secret.</summary>
    /// <remarks>
    /// A check sum finds damage; it does not find a record that somebody else wrote whole, or that came with the memory of another pump. The tag is
    /// HMAC-SHA-256 cut to 16 bytes (FIPS 198-1 and SP 800-107 allow that). The label keeps it apart from whatever else the secret signs.
    /// </remarks>
    public sealed class CalibrationSeal
    {
        public const int TagLength = 16;

        private const int LabelLength = 4;
        private const int HashLength = 32;

        private readonly IKeyedHash _hash;
        private readonly byte[] _key;
        private readonly byte[] _message;
        private readonly int _serialLength;
        private readonly byte[] _bytes = new byte[CalibrationRecord.Length];
        private readonly byte[] _tag = new byte[HashLength];

        private CalibrationSeal(IKeyedHash hash, byte[] key, uint keyId, byte[] serial)
        {
            _hash = hash;
            _key = key;
            KeyId = keyId;
            _serialLength = serial.Length;
            _message = new byte[LabelLength + CalibrationRecord.SignedLength + serial.Length];
            _message[0] = (byte)'C';
            _message[1] = (byte)'A';
            _message[2] = (byte)'L';
            _message[3] = (byte)'1'; // another layout of the record is another label
            Array.Copy(serial, 0, _message, LabelLength + CalibrationRecord.SignedLength, serial.Length);
        }

        /// <summary>Which of the pump's secrets this is; never 0.</summary>
        public uint KeyId { get; }

        /// <summary>The seal of a pump, or null when no secret was installed.</summary>
        /// <param name="key">32 bytes, or null.</param>
        /// <param name="keyId">From 1.</param>
        /// <param name="serial">The pump's serial number, of any length.</param>
        public static CalibrationSeal Of(IKeyedHash hash, byte[] key, uint keyId, byte[] serial) =>
            key == null ? null : new CalibrationSeal(hash, key, keyId, serial);

        /// <summary>Signs a record as this pump's. Not for the tick.</summary>
        public void Sign(CalibrationRecord record)
        {
            record.KeyId = KeyId;
            Hash(record);
            Array.Copy(_tag, 0, record.Tag, 0, TagLength);
        }

        /// <summary>Whether whoever knows the secret made this record for this pump. Looks at every byte, whatever it finds.</summary>
        public bool Holds(CalibrationRecord record)
        {
            Hash(record);
            int different = record.KeyId == KeyId ? 0 : 1;

            for (int i = 0; i < TagLength; i++)
            {
                different |= _tag[i] ^ record.Tag[i];
            }

            return different == 0;
        }

        private void Hash(CalibrationRecord record)
        {
            record.Write(_bytes);
            Array.Copy(_bytes, 0, _message, LabelLength, CalibrationRecord.SignedLength);
            _hash.Sign(_key, _message, LabelLength + CalibrationRecord.SignedLength + _serialLength, _tag);
        }
    }
}
