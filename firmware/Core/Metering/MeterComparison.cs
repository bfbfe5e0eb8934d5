using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Metering
{
    /// <summary>Follows, over many packets, how much of each the flow sensor sees against the chamber. A jump is air, and told when large; a drift is told.</summary>
    /// <remarks>
    /// One packet's difference is noise of 0.5 to 0.7 %; the average over eight leaves 0.13 to 0.18 %. A bubble makes the chamber softer from one packet to the next, and nothing else
    /// in this pump does: the flow sensor then sees more than the chamber shows, and the larger one counts. A slow drift may be either instrument's. What
    /// it exceeds its band by counts too, when it is the flow sensor that sees more; which of the two is wrong, only a refill can say.
    /// It cannot tell a bubble from a flow sensor that jumps up, nor a chamber and a flow sensor that drift together; and a jump within the packets that a new
    /// pump learns the flow sensor's gain from is learned.
    /// </remarks>
    public sealed class MeterComparison
    {
        /// <summary>What the flow sensor may show too much or too little and be learned: 5 % of its own (SLF3S data sheet), 2 % of a chamber that was never calibrated.</summary>
        public const int MostGainOffPpm = 70_000;

        /// <summary>A drift beyond this is told.</summary>
        public const int ApartPpm = 20_000;

        private const int FastShift = 3;
        private const int SlowShift = 9;              // two hours at 1.3 mL/day
        private const int FewestPackets = 16;
        private const int LearnedPackets = 64;
        private const long SmallestFl = 60L * Units.FlPerNl;   // noise of 1 nL would weigh too much in less
        private const long PriorFl = 200L * Units.FlPerNl;     // the packet that a drift of before a reset counts as
        private const int LargestShareShift = 2;      // no packet counts as more than a quarter off: beyond it the two disagree
        private const int TogetherPpm = 15_000;
        private const int AirPpm = 20_000;            // 0.23 uL of air: V/P at body pressure against 100 nL/kPa
        private const int NoAirPpm = 7_000;
        private const int AirPackets = 10;
        private const int MostUnseenPpm = 250_000;
        private const int WorthKeepingPpm = 2_000;
        private const int MilliCPerC = 1_000;

        private readonly BoardProfile _board;
        private readonly DeliveryStatus _status;
        private readonly MeteringRecord _record;
        private readonly BubbleWatch _bubble = new BubbleWatch();
        private long _fastMoreFl;
        private long _fastChamberFl;
        private long _slowMoreFl;
        private long _slowChamberFl;
        private int _packets;
        private int _airPackets;

        public MeterComparison(BoardProfile board, DeliveryStatus status, MeteringRecord record)
        {
            _board = board;
            _status = status;
            _record = record;
        }

        /// <summary>What a packet holds beyond what the chamber shows: all of a jump, and of a drift what exceeds its band. Never negative.</summary>
        public int UnseenPpm { get; private set; }

        /// <summary>The chamber is soft with air, told or too little to be told.</summary>
        public bool Air => _status.ChamberAir || _bubble.Found;

        /// <summary>Moves on when what was learned is worth keeping.</summary>
        public int ChangedCount { get; private set; }

        /// <summary>Begins anew from the record: after a reset, a calibration or a refill.</summary>
        public void Restart()
        {
            _fastMoreFl = 0;
            _fastChamberFl = 0;
            _slowChamberFl = PriorFl;
            _slowMoreFl = PriorFl / Units.FullPpm * _record.DriftPpm;
            _packets = 0;
            _airPackets = 0;
            _status.ChamberAir = false;
            _bubble.Restart();
            Report(_record.DriftPpm, 0);
        }

        /// <summary>The flow sensor's volume as it would be if it had no error of gain, as far as that is known.</summary>
        public long FlowFl(long shownFl, int drugMilliC)
        {
            if (_record.FlowGainPpm == 0)
            {
                return shownFl;
            }

            long gainPpm = _record.FlowGainPpm + ((long)_board.FlowPpmPerC * (drugMilliC - _board.CalibratedMilliC) / MilliCPerC);
            return shownFl * Units.FullPpm / gainPpm;
        }

        /// <summary>Takes a fill that both have measured.</summary>
        /// <param name="flowFl">As <see cref="FlowFl"/> says.</param>
        public void Take(long chamberFl, long flowFl, int drugMilliC)
        {
            if (chamberFl < SmallestFl)
            {
                return;
            }

            long mostFl = chamberFl >> LargestShareShift;
            long moreFl = Units.Clamp(flowFl - chamberFl, -mostFl, mostFl);
            _fastMoreFl += (moreFl - _fastMoreFl) >> FastShift;
            _fastChamberFl += (chamberFl - _fastChamberFl) >> FastShift;
            _packets += _packets < int.MaxValue ? 1 : 0;

            if (_record.FlowGainPpm == 0)
            {
                Learn(chamberFl, moreFl);
                return;
            }

            int slowPpm = SharePpm(_slowMoreFl, _slowChamberFl);
            int jumpPpm = _packets < FewestPackets ? 0 : SharePpm(_fastMoreFl, _fastChamberFl) - slowPpm;
            _airPackets = jumpPpm > AirPpm ? _airPackets + 1 : 0;
            _status.ChamberAir = _status.ChamberAir ? jumpPpm > NoAirPpm : _airPackets >= AirPackets;

            _bubble.Take(SharePpm(moreFl, chamberFl), slowPpm, drugMilliC);

            // What a drift is measured from must not follow a jump.
            if (!Air)
            {
                _slowMoreFl += (moreFl - _slowMoreFl) >> SlowShift;
                _slowChamberFl += (chamberFl - _slowChamberFl) >> SlowShift;
            }

            Report(slowPpm, jumpPpm);
        }

        // A pump whose flow sensor the bench has not measured: the mean of its first packets.
        private void Learn(long chamberFl, long moreFl)
        {
            _slowMoreFl += moreFl;
            _slowChamberFl += chamberFl;

            if (_packets >= LearnedPackets)
            {
                _record.FlowGainPpm = Units.FullPpm + (int)Units.Clamp(SharePpm(_slowMoreFl, _slowChamberFl), -MostGainOffPpm, MostGainOffPpm);
                ChangedCount++;
                Restart();
            }
        }

        private void Report(int slowPpm, int jumpPpm)
        {
            long beyondPpm = slowPpm > ApartPpm ? slowPpm - ApartPpm : 0;
            long airPpm = _status.ChamberAir && jumpPpm > _bubble.UnseenPpm ? jumpPpm : _bubble.UnseenPpm;
            UnseenPpm = (int)Units.Clamp(beyondPpm + airPpm, 0, MostUnseenPpm);
            _status.MeterDriftPpm = slowPpm;
            _status.MetersApart = Units.Size(slowPpm) > (_status.MetersApart ? TogetherPpm : ApartPpm);

            if (Units.Size(slowPpm - _record.DriftPpm) >= WorthKeepingPpm)
            {
                _record.DriftPpm = slowPpm;
                ChangedCount++;
            }
        }

        private static int SharePpm(long moreFl, long chamberFl) => chamberFl <= 0 ? 0 : (int)(moreFl * Units.FullPpm / chamberFl);
    }
}
