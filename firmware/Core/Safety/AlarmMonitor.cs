using Haip.Core.Delivery;

namespace Haip.Core.Safety
{
    /// <summary>Runs a table of alarms and knows none by name: persistence, latching, acknowledgement. One slot a row, so it cannot overflow.</summary>
    public sealed class AlarmMonitor
    {
        private readonly Alarm[] _rows;
        private readonly int[] _heldMs;
        private readonly bool[] _raised;

        public AlarmMonitor(Alarm[] rows)
        {
            _rows = rows;
            _heldMs = new int[rows.Length];
            _raised = new bool[rows.Length];
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
                Alarm row = _rows[i];

                if (row.Condition(readings, status))
                {
                    // Saturate: a hazard held for weeks must not wrap round to "just began".
                    int heldMs = _heldMs[i] + elapsedMs;
                    _heldMs[i] = heldMs > row.PersistMs ? row.PersistMs : heldMs;
                    _raised[i] |= heldMs >= row.PersistMs;
                }
                else
                {
                    _heldMs[i] = 0;
                    _raised[i] &= row.Latched;
                }
            }

            Summarise();
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
