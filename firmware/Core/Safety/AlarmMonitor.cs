using Haip.Core.Delivery;

namespace Haip.Core.Safety
{
    /// <summary>Runs a table of alarms and knows none by name: persistence, latching, acknowledgement. One slot a row, so it cannot overflow.</summary>
    public sealed class AlarmMonitor
    {
        private const int NotHeld = -1;

        private readonly Alarm[] _rows;
        private readonly int[] _heldMs;
        private readonly bool[] _raised;

        public AlarmMonitor(Alarm[] rows)
        {
            _rows = rows;
            _heldMs = new int[rows.Length];
            _raised = new bool[rows.Length];

            for (int i = 0; i < rows.Length; i++)
            {
                _heldMs[i] = NotHeld;
            }
        }

        /// <summary>The most urgent alarm that stands.</summary>
        public AlarmPriority Highest { get; private set; }

        /// <summary>The strictest response that a standing alarm asks for.</summary>
        public AlarmResponse Response { get; private set; }

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
            for (int i = 0; i < _rows.Length; i++)
            {
                if (_rows[i].Condition(readings, status))
                {
                    Hold(i, elapsedMs);
                }
                else if (_heldMs[i] != NotHeld)
                {
                    LetGo(i);
                }
            }
        }

        /// <summary>Clears every alarm whose condition has gone by now. One that is still present stays.</summary>
        public void Acknowledge(Readings readings, DeliveryStatus status)
        {
            for (int i = 0; i < _rows.Length; i++)
            {
                _raised[i] = _raised[i] && _rows[i].Condition(readings, status);
            }

            Summarise();
        }

        private void Hold(int row, int elapsedMs)
        {
            // Saturate: a hazard held for weeks must not wrap round to "just began".
            int persistMs = _rows[row].PersistMs;
            int heldMs = _heldMs[row] == NotHeld ? elapsedMs : _heldMs[row] + elapsedMs;
            _heldMs[row] = heldMs > persistMs ? persistMs : heldMs;

            if (heldMs >= persistMs && !_raised[row])
            {
                _raised[row] = true;
                Summarise();
            }
        }

        private void LetGo(int row)
        {
            _heldMs[row] = NotHeld;

            if (_raised[row] && !_rows[row].Latched)
            {
                _raised[row] = false;
                Summarise();
            }
        }

        private void Summarise()
        {
            Highest = AlarmPriority.None;
            Response = AlarmResponse.Continue;

            for (int i = 0; i < _rows.Length; i++)
            {
                if (_raised[i])
                {
                    Highest = _rows[i].Priority > Highest ? _rows[i].Priority : Highest;
                    Response = _rows[i].Response > Response ? _rows[i].Response : Response;
                }
            }
        }
    }
}
