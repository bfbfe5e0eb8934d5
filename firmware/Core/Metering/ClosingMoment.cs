namespace Haip.Core.Metering
{
    /// <summary>Says when V2 closes: at its time, unless an artery that coughs or has moved would then leave far too little or far too much.</summary>
    /// <remarks>
    /// Whatever leaves is metered in either case. But what a cough pushes back in the last second stands in the next quarter of an hour until another packet has made it up; a
    /// second later most of it has left again. And where the artery stands lower than the packet was aimed at, the chamber would give more than is due.
    /// Looks at both pressures; without either the time alone decides.
    /// </remarks>
    public sealed class ClosingMoment
    {
        private const int ArteryShift = 3;      // 0.4 s: a third of the pulse is left, and a cough is seen while it lasts
        private const int TravelMs = 600;       // closing takes no longer than V2 has been opening
        private const int DecayMs = 1_370;      // of what is above the artery 44 % go in 600 ms, with a time constant of 1 s

        private readonly BoardProfile _board;
        private long _beganMs;
        private long _usualMs;
        private long _latestMs;
        private int _fullPa;
        private int _leastPa;
        private int _mostPa;
        private int _arteryPaTimes8;
        private bool _arteryKnown;

        public ClosingMoment(BoardProfile board)
        {
            _board = board;
        }

        /// <summary>V2 was closed before its time.</summary>
        public bool Early { get; private set; }

        /// <summary>V2 is told to open.</summary>
        /// <param name="openMs">How long it stays fully open when nothing happens.</param>
        /// <param name="longestMs">And at most.</param>
        /// <param name="fullPa">The sealed chamber.</param>
        /// <param name="wantedPa">By how much it should fall.</param>
        /// <param name="slackPa">More or less than that is none of the waves' doing.</param>
        public void Begin(long nowMs, int openMs, int longestMs, int fullPa, int wantedPa, int slackPa)
        {
            _beganMs = nowMs;
            _usualMs = nowMs + _board.ValveTravelMs + openMs;
            _latestMs = nowMs + _board.ValveTravelMs + longestMs;
            _fullPa = fullPa;
            _leastPa = wantedPa - slackPa;
            _mostPa = wantedPa + slackPa;
            _arteryKnown = false;
            Early = false;
        }

        /// <summary>Looks at a tick with V2 open.</summary>
        /// <param name="offsetPa">What P1 shows more than P2 when a packet has left.</param>
        /// <returns>True when V2 is to close now.</returns>
        public bool IsNow(Readings readings, int offsetPa)
        {
            bool due = readings.NowMs >= _usualMs;

            if (!readings.ChamberValid || !readings.CatheterValid || readings.ChamberAtMs <= _beganMs)
            {
                return due;
            }

            _arteryPaTimes8 = _arteryKnown ? _arteryPaTimes8 + readings.CatheterPa - (_arteryPaTimes8 >> ArteryShift) : readings.CatheterPa << ArteryShift;
            _arteryKnown = true;
            int abovePa = readings.ChamberPa - (_arteryPaTimes8 >> ArteryShift) - offsetPa;
            int openMs = (int)(readings.NowMs - _beganMs);
            int gonePa = _fullPa - readings.ChamberPa + (abovePa * (openMs < TravelMs ? openMs : TravelMs) / DecayMs);
            Early = !due && gonePa > _mostPa;
            return Early || (due && (gonePa >= _leastPa || readings.NowMs >= _latestMs));
        }
    }
}
