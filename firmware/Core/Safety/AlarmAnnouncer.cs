using Haip.Core.Log;

namespace Haip.Core.Safety
{
    /// <summary>How urgently the standing alarms are shown and sounded: silence by a person's wish, its end, and what nobody answers.</summary>
    /// <remarks>
    /// Silence is for the alarms that stood when it was asked for; a new one sounds at once. Sound that a person paused or answered
    /// comes back after two minutes at most (GIP 3.2), which is the reminder; an answered alarm of low priority, such as a reservoir
    /// that runs low for three days, reminds once an hour (IEC 60601-1-8: low priority need not sound again at all).
    /// </remarks>
    public sealed class AlarmAnnouncer
    {
        public const int LongestPauseMs = 2 * Units.MsPerMinute;
        public const int LowReminderMs = 60 * Units.MsPerMinute;

        private readonly Alarm[] _rows;
        private readonly PendingEvents _events;
        private readonly AlarmPriority[] _shown;   // None for an alarm that does not stand
        private readonly int[] _silentMs;
        private readonly int[] _unansweredMs;
        private readonly ushort[] _instances;
        private ushort _instanceCount;

        public AlarmAnnouncer(Alarm[] rows, PendingEvents events)
        {
            _rows = rows;
            _events = events;
            _shown = new AlarmPriority[rows.Length];
            _silentMs = new int[rows.Length];
            _unansweredMs = new int[rows.Length];
            _instances = new ushort[rows.Length];
        }

        /// <summary>The highest priority of all that stand.</summary>
        public AlarmPriority Shown { get; private set; }

        /// <summary>The highest priority of all that stand and are not silent.</summary>
        public AlarmPriority Sounding { get; private set; }

        /// <summary>Moves on with whatever changes what is shown or sounds.</summary>
        public int ChangedCount { get; private set; }

        /// <summary>How urgently the alarm of a row is shown, escalation included; None when it does not stand.</summary>
        public AlarmPriority PriorityOf(int row) => _shown[row];

        /// <summary>The alarm of a row stands and does not sound now.</summary>
        public bool IsSilent(int row) => _shown[row] != AlarmPriority.None && _silentMs[row] > 0;

        /// <summary>Numbers every raising, from 1 at the start: tells an alarm that came back from the one that a person has seen.</summary>
        public ushort InstanceOf(int row) => _instances[row];

        /// <summary>An alarm was raised.</summary>
        public void Begin(int row)
        {
            _instances[row] = ++_instanceCount;
            _shown[row] = _rows[row].Priority;
            _silentMs[row] = 0;
            _unansweredMs[row] = 0;
            Summarise();
        }

        /// <summary>An alarm was cleared.</summary>
        public void End(int row)
        {
            _shown[row] = AlarmPriority.None;
            Summarise();
        }

        /// <summary>A person asks for silence and says nothing else: nobody has answered yet.</summary>
        public void Pause()
        {
            for (int i = 0; i < _rows.Length; i++)
            {
                if (_shown[i] != AlarmPriority.None && _silentMs[i] < LongestPauseMs)
                {
                    _silentMs[i] = LongestPauseMs;
                }
            }

            Summarise();
        }

        /// <summary>A person has seen what stands: it falls back to its own priority, is silent for a while and may escalate afresh.</summary>
        public void Answer()
        {
            for (int i = 0; i < _rows.Length; i++)
            {
                if (_shown[i] != AlarmPriority.None)
                {
                    _shown[i] = _rows[i].Priority;
                    _unansweredMs[i] = 0;
                    _silentMs[i] = _shown[i] == AlarmPriority.Low ? LowReminderMs : LongestPauseMs;
                }
            }

            Summarise();
        }

        /// <summary>Lets time pass for the standing alarms.</summary>
        public void Advance(int elapsedMs)
        {
            bool changed = false;

            for (int i = 0; i < _rows.Length; i++)
            {
                if (_shown[i] != AlarmPriority.None)
                {
                    changed |= Sounds(i, elapsedMs) | Escalates(i, elapsedMs);
                }
            }

            if (changed)
            {
                Summarise();
            }
        }

        private bool Sounds(int row, int elapsedMs)
        {
            if (_silentMs[row] == 0)
            {
                return false;
            }

            _silentMs[row] = _silentMs[row] > elapsedMs ? _silentMs[row] - elapsedMs : 0;
            return _silentMs[row] == 0;
        }

        private bool Escalates(int row, int elapsedMs)
        {
            int limitMs = _rows[row].EscalateMinutes * Units.MsPerMinute;

            if (limitMs == 0 || _unansweredMs[row] >= limitMs)
            {
                return false;
            }

            _unansweredMs[row] += elapsedMs;

            if (_unansweredMs[row] < limitMs || _shown[row] == AlarmPriority.High)
            {
                return false;
            }

            _shown[row] = (AlarmPriority)((int)_shown[row] + 1);
            _silentMs[row] = 0;
            _events.Add(EventId.AlarmEscalated, (int)_rows[row].Id, 0);
            return true;
        }

        private void Summarise()
        {
            ChangedCount++;
            Shown = AlarmPriority.None;
            Sounding = AlarmPriority.None;

            for (int i = 0; i < _rows.Length; i++)
            {
                if (_shown[i] > Shown)
                {
                    Shown = _shown[i];
                }

                if (_shown[i] > Sounding && _silentMs[i] == 0)
                {
                    Sounding = _shown[i];
                }
            }
        }
    }
}
