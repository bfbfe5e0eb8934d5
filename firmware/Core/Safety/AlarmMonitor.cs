using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Safety
{
    /// <summary>Runs a table of alarms and knows none by name: persistence, latching, acknowledgement. One slot a row, so it cannot overflow.</summary>
    public sealed class AlarmMonitor
    {
        private const int NotHeld = -1;

        private readonly Alarm[] _rows;
        private readonly AlarmCondition[] _conditions; // asked for in every beat, the rest of a row seldom
        private readonly PendingEvents _events;
        private readonly AlarmAnnouncer _announcer;
        private readonly int[] _heldMs;
        private readonly bool[] _raised;
        private int _heldCount; // rows whose condition held when it was last asked for: none in most beats

        /// <param name="events">Told of every alarm that is raised, cleared or escalated.</param>
        public AlarmMonitor(Alarm[] rows, PendingEvents events)
        {
            _rows = rows;
            _conditions = new AlarmCondition[rows.Length];
            _events = events;
            _announcer = new AlarmAnnouncer(rows, events);
            _heldMs = new int[rows.Length];
            _raised = new bool[rows.Length];

            for (int i = 0; i < rows.Length; i++)
            {
                _conditions[i] = rows[i].Condition;
                _heldMs[i] = NotHeld;
            }
        }

        /// <summary>The most urgent alarm that stands, escalation included: what the lights show.</summary>
        public AlarmPriority Highest => _announcer.Shown;

        /// <summary>The most urgent alarm that stands and is not silenced: what sounds.</summary>
        public AlarmPriority Audible => _announcer.Sounding;

        /// <summary>The strictest response that a standing alarm asks for.</summary>
        public AlarmResponse Response { get; private set; }

        /// <summary>How many alarms stand.</summary>
        public int StandingCount { get; private set; }

        /// <summary>How each row is shown and sounds.</summary>
        public AlarmAnnouncer Announcer => _announcer;

        /// <summary>Whether the alarm of this row stands. Rows are numbered as in the table.</summary>
        public bool IsRaised(int row) => _raised[row];

        /// <summary>Whether an alarm stands. For people and tests: it searches.</summary>
        public bool IsRaised(AlarmId id)
        {
            for (int i = 0; i < _rows.Length; i++)
            {
                if (_rows[i].Id == id)
                {
                    return _raised[i];
                }
            }

            return false;
        }

        /// <summary>Evaluates every row once.</summary>
        public void Update(Readings readings, DeliveryStatus status, int elapsedMs)
        {
            AlarmCondition[] conditions = _conditions; // a field costs the interpreter an instruction more in every row
            int count = conditions.Length;
            bool anyHeld = _heldCount > 0;

            for (int i = 0; i < count; i++)
            {
                if (conditions[i](readings, status))
                {
                    Hold(i, elapsedMs);
                }
                else if (anyHeld && _heldMs[i] != NotHeld)
                {
                    LetGo(i);
                }
            }

            if (StandingCount > 0)
            {
                _announcer.Advance(elapsedMs);
            }
        }

        /// <summary>A person has seen the alarms. Clears every one whose condition has gone by now; one that is still present stays, silent for a while.</summary>
        public void Acknowledge(Readings readings, DeliveryStatus status)
        {
            for (int i = 0; i < _rows.Length; i++)
            {
                if (_raised[i] && !_rows[i].Condition(readings, status))
                {
                    Clear(i);
                }
            }

            _announcer.Answer();
        }

        /// <summary>Silences what sounds now, for at most two minutes. A new alarm sounds at once.</summary>
        public void PauseAudio() => _announcer.Pause();

        private void Hold(int row, int elapsedMs)
        {
            // Saturate: a hazard held for weeks must not wrap round to "just began".
            int persistMs = _rows[row].PersistMs;
            bool begins = _heldMs[row] == NotHeld;
            int heldMs = begins ? elapsedMs : _heldMs[row] + elapsedMs;
            _heldCount += begins ? 1 : 0;
            _heldMs[row] = heldMs > persistMs ? persistMs : heldMs;

            if (heldMs >= persistMs && !_raised[row])
            {
                _raised[row] = true;
                StandingCount++;
                _announcer.Begin(row);
                _events.Add(EventId.AlarmRaised, (int)_rows[row].Id, 0);
                Summarise();
            }
        }

        private void LetGo(int row)
        {
            _heldMs[row] = NotHeld;
            _heldCount--;

            if (_raised[row] && !_rows[row].Latched)
            {
                Clear(row);
            }
        }

        private void Clear(int row)
        {
            _raised[row] = false;
            StandingCount--;
            _announcer.End(row);
            _events.Add(EventId.AlarmCleared, (int)_rows[row].Id, 0);
            Summarise();
        }

        private void Summarise()
        {
            Response = AlarmResponse.Continue;

            for (int i = 0; i < _rows.Length; i++)
            {
                if (_raised[i] && _rows[i].Response > Response)
                {
                    Response = _rows[i].Response;
                }
            }
        }
    }
}
