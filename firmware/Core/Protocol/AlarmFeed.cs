using Haip.Core.Safety;

namespace Haip.Core.Protocol
{
    /// <summary>Tells every alarm over the air until the programmer says that it has got it: the platform sends notifications, which nobody acknowledges.</summary>
    /// <remarks>One place a row of the table, so it cannot overflow. A new link is told everything that stands.</remarks>
    public sealed class AlarmFeed
    {
        public const int RepeatMs = 2_000;

        /// <summary>A beat has time for so many.</summary>
        public const int PerBeatCount = 8;

        private const int UnheardCount = 4;

        private readonly AlarmMonitor _alarms;
        private readonly FrameSeal _seal = new FrameSeal();
        private readonly byte[] _frame = new byte[AlarmFrame.Length];
        private readonly ushort[] _instances;   // what was told last, or is to be told
        private readonly ushort[] _tellings;
        private readonly AlarmPriority[] _priorities;
        private readonly bool[] _silent;
        private readonly byte[] _what;          // 0: nothing to tell
        private readonly long[] _raisedAtMs;
        private readonly long[] _nextMs;
        private ushort _telling;
        private int _seenCount = -1;
        private int _waitingCount;
        private int _next;
        private int _leftCount;

        public AlarmFeed(AlarmMonitor alarms)
        {
            int count = AlarmTable.Rows.Length;
            _alarms = alarms;
            _instances = new ushort[count];
            _tellings = new ushort[count];
            _priorities = new AlarmPriority[count];
            _silent = new bool[count];
            _what = new byte[count];
            _raisedAtMs = new long[count];
            _nextMs = new long[count];
        }

        /// <summary>Somebody else is there, who knows nothing.</summary>
        public void Restart(long nowMs)
        {
            _waitingCount = 0;

            for (int i = 0; i < _what.Length; i++)
            {
                _what[i] = 0;

                if (_priorities[i] != AlarmPriority.None)
                {
                    Tell(i, AlarmFrame.Raised, nowMs);
                }
            }
        }

        /// <summary>Looks for changes. After every beat: at all rows when somebody listens, at a few a beat when it is only to know later how old an alarm is.</summary>
        public void Watch(long nowMs, bool listened)
        {
            int count = _alarms.Announcer.ChangedCount;

            if (count != _seenCount)
            {
                _seenCount = count;
                _leftCount = _what.Length;
            }

            for (int i = listened ? _leftCount : UnheardCount; i > 0 && _leftCount > 0; i--)
            {
                Compare(_next, nowMs);
                _next = _next + 1 == _what.Length ? 0 : _next + 1;
                _leftCount--;
            }
        }

        /// <summary>Sends what waits and is due, the most urgent first.</summary>
        public void Send(Outgoing link, long nowMs)
        {
            int left = PerBeatCount;

            for (int i = 0; i < _what.Length && left > 0 && _waitingCount > 0; i++)
            {
                if (_what[i] != 0 && nowMs >= _nextMs[i])
                {
                    int ageSeconds = (int)((nowMs - _raisedAtMs[i]) / 1_000);
                    int length = AlarmFrame.Write(_frame, _what[i], _alarms, i, _instances[i], _tellings[i], ageSeconds, _seal);

                    if (!link.TryNotify(GattCharacteristic.Alarms, _frame, length))
                    {
                        return; // no room, or nobody listens: the next beat tries again
                    }

                    _nextMs[i] = nowMs + RepeatMs;
                    left--;
                }
            }
        }

        /// <summary>A receipt came. One that fits nothing is nothing.</summary>
        public void Take(byte[] frame, int length)
        {
            if (!AlarmFrame.IsReceipt(frame, length))
            {
                return;
            }

            for (int i = 0; i < _what.Length; i++)
            {
                if (_what[i] != 0 && _instances[i] == AlarmFrame.InstanceOf(frame) && _tellings[i] == AlarmFrame.TellingOf(frame))
                {
                    _what[i] = 0;
                    _waitingCount--;
                }
            }
        }

        private void Compare(int row, long nowMs)
        {
            AlarmPriority priority = _alarms.Announcer.PriorityOf(row);
            bool silent = _alarms.Announcer.IsSilent(row);
            ushort instance = _alarms.Announcer.InstanceOf(row);
            bool stood = _priorities[row] != AlarmPriority.None;
            bool stands = priority != AlarmPriority.None;
            bool another = stands && (!stood || instance != _instances[row]);
            bool changed = priority != _priorities[row] || silent != _silent[row];
            _priorities[row] = priority;
            _silent[row] = silent;
            _instances[row] = instance;

            if (another)
            {
                _raisedAtMs[row] = nowMs;
                Tell(row, AlarmFrame.Raised, nowMs);
            }
            else if (changed)
            {
                Tell(row, stands ? AlarmFrame.Changed : AlarmFrame.Cleared, nowMs);
            }
        }

        private void Tell(int row, byte what, long nowMs)
        {
            _waitingCount += _what[row] == 0 ? 1 : 0;
            _what[row] = what == AlarmFrame.Changed && _what[row] == AlarmFrame.Raised ? AlarmFrame.Raised : what;
            _telling++;
            _tellings[row] = _telling;
            _nextMs[row] = nowMs;
        }
    }
}
