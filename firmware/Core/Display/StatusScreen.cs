using Haip.Core.Delivery;
using Haip.Core.Safety;

namespace Haip.Core.Display
{
    /// <summary>What a screen of 128 x 64 pixels says: the state, the most urgent alarm in words, one notice. It knows no display.</summary>
    /// <remarks>
    /// Layout: row 0 the state, rows 2 to 5 the alarm, row 7 the notice. Nothing here is a safety function: alarms are sounded and
    /// lit whether or not there is a screen.
    /// </remarks>
    public sealed class StatusScreen
    {
        public const int Rows = 8;
        public const int RowPixels = 128;
        public const int RowLength = RowPixels / CellPixels;

        private const int CellPixels = Glyphs.WidthPixels + 1;
        private const int AlarmRow = 2;
        private const int AlarmRows = 4;
        private const int NoticeRow = 7;
        private const int None = -1;

        // By the number of PumpState.
        private static readonly string[] s_states = { "Standby", "Infusing", "Bolus", "Patency rate", "Suspended", "Stopped", "Self-test" };

        private readonly Alarm[] _table;
        private readonly char[] _cells = new char[Rows * RowLength];
        private string _notice;
        private int _state = None;
        private int _alarm = None;

        /// <param name="table">Of the alarms, the most urgent first.</param>
        public StatusScreen(Alarm[] table)
        {
            _table = table;
        }

        /// <summary>Something is to be shown that was not shown yet.</summary>
        public bool Changed { get; private set; }

        /// <summary>The first row that was not handed out since the last change; <see cref="Rows"/> when all were.</summary>
        public int NextRow { get; private set; }

        /// <summary>One row for what is neither state nor alarm; null clears it.</summary>
        public void Say(string notice)
        {
            if (notice != _notice)
            {
                _notice = notice;
                Compose();
            }
        }

        /// <summary>Looks at the pump after every tick. Allocates nothing while nothing changes.</summary>
        public void Take(DeliveryStatus status, AlarmMonitor alarms)
        {
            int state = (int)status.State;
            int alarm = FirstRaised(alarms);

            if (state != _state || alarm != _alarm)
            {
                _state = state;
                _alarm = alarm;
                Compose();
            }
        }

        /// <summary>The display forgot what it was given: every row is handed out again.</summary>
        public void Redraw()
        {
            NextRow = 0;
            Changed = true;
        }

        /// <summary>A person can see it now.</summary>
        public void Shown() => Changed = false;

        /// <summary>Hands out the pixels of <see cref="NextRow"/>, a byte a column, lowest bit at the top. One row a tick: it takes a while.</summary>
        /// <param name="columns"><see cref="RowPixels"/> long.</param>
        public void TakeRow(byte[] columns)
        {
            int at = 0;

            for (int cell = 0; cell < RowLength; cell++)
            {
                char character = _cells[(NextRow * RowLength) + cell];

                for (int column = 0; column < Glyphs.WidthPixels; column++)
                {
                    columns[at++] = Glyphs.Column(character, column);
                }

                columns[at++] = 0; // between characters
            }

            while (at < RowPixels)
            {
                columns[at++] = 0;
            }

            NextRow++;
        }

        /// <summary>The text of one row, for people and tests.</summary>
        public string RowText(int row) => new string(_cells, row * RowLength, RowLength).TrimEnd(' ');

        private int FirstRaised(AlarmMonitor alarms)
        {
            if (alarms.Highest == AlarmPriority.None)
            {
                return None;
            }

            int row = 0;

            while (row < _table.Length && !alarms.IsRaised(row))
            {
                row++;
            }

            return row < _table.Length ? row : None;
        }

        private void Compose()
        {
            for (int i = 0; i < _cells.Length; i++)
            {
                _cells[i] = ' ';
            }

            Print(_state == None ? null : s_states[_state], 0, 1);
            Print(_alarm == None ? null : _table[_alarm].Text, AlarmRow, AlarmRows);
            Print(_notice, NoticeRow, 1);
            Redraw();
        }

        // Breaks between words; what does not fit into the rows is cut.
        private void Print(string text, int row, int rows)
        {
            int at = 0;

            while (text != null && at < text.Length && rows > 0)
            {
                int length = text.Length - at <= RowLength ? text.Length - at : Break(text, at);

                for (int i = 0; i < length; i++)
                {
                    _cells[(row * RowLength) + i] = text[at + i];
                }

                at += length;
                at += at < text.Length && text[at] == ' ' ? 1 : 0;
                row++;
                rows--;
            }
        }

        // The longest part of the text that fills a row and ends with a word.
        private static int Break(string text, int at)
        {
            for (int length = RowLength; length > 0; length--)
            {
                if (text[at + length] == ' ')
                {
                    return length;
                }
            }

            return RowLength;
        }
    }
}
