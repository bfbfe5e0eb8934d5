using System;

namespace Haip.Core.Protocol
{
    /// <summary>Between the radio's threads and the pump's: bytes that came in, values that may be read, and what the link is.</summary>
    /// <remarks>
    /// The radio's threads only copy: they have two seconds to answer, and the pump's thread must never wait for them for longer than
    /// a copy takes. All room is made at the start. A frame belongs to the link that it came over: when that is gone, so is the frame.
    /// </remarks>
    public sealed class Mailbox
    {
        /// <summary>Frames that may wait. A pump that is busy for some beats loses none of an honest programmer's.</summary>
        public const int Capacity = 8;

        private readonly object _gate = new object();
        private readonly byte[][] _frames = new byte[Capacity][];
        private readonly int[] _lengths = new int[Capacity];
        private readonly GattCharacteristic[] _targets = new GattCharacteristic[Capacity];
        private readonly byte[][] _values;
        private readonly int[] _valueLengths;
        private int _oldest;

        public Mailbox()
        {
            for (int i = 0; i < Capacity; i++)
            {
                _frames[i] = new byte[GattTable.LongestFrameLength];
            }

            _values = new byte[GattTable.Rows.Length][];
            _valueLengths = new int[GattTable.Rows.Length];

            for (int i = 0; i < GattTable.Rows.Length; i++)
            {
                _values[i] = new byte[GattTable.Rows[i].Length];
            }
        }

        /// <summary>Frames that wait for the pump.</summary>
        public int WaitingCount { get; private set; }

        /// <summary>Somebody is connected.</summary>
        public bool Linked { get; private set; }

        /// <summary>The link is encrypted, and was paired with the pump's passkey. Nothing is notified before.</summary>
        public bool Authenticated { get; private set; }

        /// <summary>Moves on with every connection and its end: what belonged to another number is over.</summary>
        public int LinkCount { get; private set; }

        /// <summary>What one notification carries.</summary>
        public int FrameLength { get; private set; } = GattTable.ShortestFrameLength;

        /// <summary>Radio: a central connected. It is nobody yet.</summary>
        public void Connected() => Begin(true);

        /// <summary>Radio: the link is gone.</summary>
        public void Disconnected() => Begin(false);

        /// <summary>Radio: the link's security changed.</summary>
        /// <param name="authenticated">Encrypted and authenticated now; false also when a pairing failed.</param>
        public void SecurityChanged(bool authenticated)
        {
            lock (_gate)
            {
                Authenticated = authenticated && Linked;
            }
        }

        /// <summary>Radio: the two sides agreed on another packet size.</summary>
        /// <param name="length">What one notification carries: the MTU less <see cref="GattTable.AttHeaderLength"/>.</param>
        public void FrameLengthChanged(int length)
        {
            lock (_gate)
            {
                FrameLength = (int)Units.Clamp(length, GattTable.ShortestFrameLength, GattTable.LongestFrameLength);
            }
        }

        /// <summary>Radio: somebody writes. Copies and returns; any thread.</summary>
        public WriteAnswer Write(GattCharacteristic characteristic, byte[] data, int length)
        {
            GattRow row = GattTable.Find(characteristic);

            if (row == null || !row.CanWrite)
            {
                return WriteAnswer.NotWritable;
            }

            if (length <= 0 || length > row.Length || length > data.Length)
            {
                return WriteAnswer.BadLength;
            }

            lock (_gate)
            {
                if (!Authenticated)
                {
                    return WriteAnswer.NotAuthenticated;
                }

                if (WaitingCount == Capacity)
                {
                    return WriteAnswer.Busy;
                }

                int free = (_oldest + WaitingCount) % Capacity;
                Array.Copy(data, 0, _frames[free], 0, length);
                _lengths[free] = length;
                _targets[free] = characteristic;
                WaitingCount++;
                return WriteAnswer.Taken;
            }
        }

        /// <summary>Radio: somebody reads. Copies what the pump last published; any thread.</summary>
        /// <param name="buffer">At least as long as the row says.</param>
        /// <returns>Bytes copied; 0 when this may not be read, or not over this link, or is not known yet.</returns>
        public int Read(GattCharacteristic characteristic, byte[] buffer)
        {
            GattRow row = GattTable.Find(characteristic);

            if (row == null || !row.CanRead || buffer.Length < row.Length)
            {
                return 0;
            }

            lock (_gate)
            {
                if (row.Protection != GattProtection.Open && !Authenticated)
                {
                    return 0;
                }

                int place = (int)characteristic - 1;
                Array.Copy(_values[place], 0, buffer, 0, _valueLengths[place]);
                return _valueLengths[place];
            }
        }

        /// <summary>Pump: takes the oldest frame of a link.</summary>
        /// <param name="linkCount">The link that the pump knows of; frames of a newer one stay.</param>
        /// <returns>False when none waits.</returns>
        public bool TryTake(int linkCount, out GattCharacteristic target, byte[] frame, out int length)
        {
            lock (_gate)
            {
                bool any = WaitingCount > 0 && linkCount == LinkCount;
                target = any ? _targets[_oldest] : GattCharacteristic.None;
                length = any ? _lengths[_oldest] : 0;

                if (any)
                {
                    Array.Copy(_frames[_oldest], 0, frame, 0, length);
                    _oldest = (_oldest + 1) % Capacity;
                    WaitingCount--;
                }

                return any;
            }
        }

        /// <summary>Pump: this is read from now on.</summary>
        public void Publish(GattCharacteristic characteristic, byte[] value, int length)
        {
            lock (_gate)
            {
                int place = (int)characteristic - 1;
                Array.Copy(value, 0, _values[place], 0, length);
                _valueLengths[place] = length;
            }
        }

        private void Begin(bool linked)
        {
            lock (_gate)
            {
                Linked = linked;
                Authenticated = false;
                FrameLength = GattTable.ShortestFrameLength;
                WaitingCount = 0;
                LinkCount++;
            }
        }
    }
}
