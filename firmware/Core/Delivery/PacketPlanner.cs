namespace Haip.Core.Delivery
{
    /// <summary>Decides when a packet is due, how large it is, and which drive fills the chamber to that size.</summary>
    /// <remarks>
    /// The mp6 stalls at a pressure proportional to its drive, so the drive sets the pressure at which the filling chamber comes to
    /// rest. The proportion wears and differs from pump to pump: it is learned from every fill.
    /// </remarks>
    public sealed class PacketPlanner
    {
        /// <summary>Below this the pressure step drowns in the artery's own movement.</summary>
        public const int MinPacketNl = 100;

        /// <summary>Largest packet asked for at therapy rates: with what the artery's waves add, none exceeds 0.4 uL, unless twice of it is asked for.</summary>
        public const int TherapyPacketNl = 300;

        /// <summary>Largest packet at all: 12 kPa over the artery, within reach of a worn pump.</summary>
        public const int MaxPacketNl = 1_200;

        /// <summary>What is left of a finished order and smaller than this is not given.</summary>
        public const int SmallestRemainderNl = 50;

        /// <summary>Below this drive the mp6 moves little or nothing (dead band of 10 to 15 Vpp, Bartels mp6 data sheet v1.2, fig. 10).</summary>
        private const int LowestMilliVolts = 20_000;

        // At less than this the chamber hardly fills to the stall pressure in time: it is learned from only when the mark was missed altogether.
        private const int SureMilliVolts = 30_000;

        // Of the nominal stall pressure: 500 of 600 mbar, 83 %, are the least in the mp6's data sheet (v1.2, table 2), less wear, the cold and what two sensors err by. A pump that is weaker is at fault.
        private const int WeakestPercent = 70;

        private const long TherapyIntervalMs = 13_300;  // 0.2 uL at 1.3 mL/day
        private const long ShortestIntervalMs = 7_000;  // baseline, fill, close, settle, empty, close, settle

        // A single fill moves the learned drive by a quarter of its error; a pump outside half to one and a half times nominal is broken.
        private const int LearnShift = 2;
        private const int LowestShare = 2;

        // Near the dead band even a sound pump looks that weak.
        private const int StrongMilliVolts = 100_000;

        // V1 stays open while more than a twentieth of the packet still arrives in the last 50 ms; time is given back more slowly.
        private const int ShortestFillMs = 100;
        private const int LongestFillMs = 1_000;
        private const int LengthenMs = 50;
        private const int ShortenMs = 10;
        private const int MsPerHourOverTail = Units.MsPerHour / 50 / 20;

        private readonly BoardProfile _board;
        private int _stallMilliPaPerVolt;

        public PacketPlanner(BoardProfile board)
        {
            _board = board;
            _stallMilliPaPerVolt = board.StallMilliPaPerVolt;
            FillMs = board.FillMs;
        }

        /// <summary>How long V1 stays fully open; with the valve's travel it sets the cycles of the burst.</summary>
        public int FillMs { get; private set; }

        /// <summary>Stall pressure per volt, as learned.</summary>
        public int StallMilliPaPerVolt => _stallMilliPaPerVolt;

        /// <summary>Packet size for a rate: small and often at therapy rates, as large as time demands for a bolus.</summary>
        public static int PacketNl(int rateNlPerHour)
        {
            long preferredNl = Units.VolumeNl(rateNlPerHour, TherapyIntervalMs);
            long neededNl = Units.VolumeNl(rateNlPerHour, ShortestIntervalMs);
            long packetNl = preferredNl < TherapyPacketNl ? preferredNl : TherapyPacketNl;
            return (int)Units.Clamp(neededNl > packetNl ? neededNl : packetNl, MinPacketNl, MaxPacketNl);
        }

        /// <summary>Time from one packet to the next at a rate; none to spare at no rate.</summary>
        public static long IntervalMs(int rateNlPerHour) => rateNlPerHour <= 0 ? 0 : (long)PacketNl(rateNlPerHour) * Units.MsPerHour / rateNlPerHour;

        /// <summary>The packet to fire now, or 0 when none is due in full.</summary>
        /// <param name="rateNlPerHour">What is ordered at this moment; 0 when the order has ended and only a remainder is left.</param>
        /// <param name="twice">Twice the volume, half as often: what a narrow catheter does to a packet grows with its volume, what hides it does not.</param>
        public static int DueNl(long dueNl, int rateNlPerHour, bool twice)
        {
            if (rateNlPerHour == 0)
            {
                return dueNl < SmallestRemainderNl ? 0 : (int)Units.Clamp(dueNl, 0, TherapyPacketNl);
            }

            // What the artery pushed back is given again in few packets rather than in many.
            int packetNl = PacketNl(rateNlPerHour);
            packetNl = twice && packetNl <= TherapyPacketNl ? 2 * packetNl : packetNl;
            int mostNl = packetNl > TherapyPacketNl ? packetNl : TherapyPacketNl;
            return dueNl < packetNl ? 0 : dueNl < 2 * packetNl ? packetNl : (int)(dueNl < mostNl ? dueNl : mostNl);
        }

        /// <summary>Where the chamber comes to rest with the weakest drive that moves anything. An artery that is low, before a reservoir at altitude, gets no smaller packet.</summary>
        public int LowestFullPa(int supplyPa) => supplyPa + (int)((long)LowestMilliVolts * _stallMilliPaPerVolt / 1_000_000);

        /// <summary>Where the chamber comes to rest with the strongest drive, unless the pump is weaker than a sound one may be.</summary>
        public int HighestFullPa(int supplyPa)
        {
            long weakest = (long)_board.StallMilliPaPerVolt * WeakestPercent / 100;
            return supplyPa + (int)(_board.MaxPumpMilliVolts * (_stallMilliPaPerVolt > weakest ? _stallMilliPaPerVolt : weakest) / 1_000_000);
        }

        /// <summary>The drive at which the pump stalls at the wanted chamber pressure.</summary>
        /// <param name="fullPa">Wanted gauge pressure of the chamber.</param>
        /// <param name="supplyPa">Gauge pressure of the reservoir, which helps the pump.</param>
        public int DriveMilliVolts(int fullPa, int supplyPa)
        {
            long liftMilliPa = (long)(fullPa - supplyPa) * 1_000;
            return (int)Units.Clamp(liftMilliPa * 1_000 / _stallMilliPaPerVolt, 0, _board.MaxPumpMilliVolts);
        }

        /// <summary>As weak as nothing but a broken pump, or a narrow way to it, although driven hard: such a fill is wrong, however much of a packet it is.</summary>
        public bool IsBroken(int milliVolts) => milliVolts >= StrongMilliVolts && _stallMilliPaPerVolt <= _board.StallMilliPaPerVolt / LowestShare;

        /// <summary>Begins with what a self-test has found of a pump that is stronger than was thought: its first packet would be too large. A weaker one shows by fills that miss.</summary>
        public void Begin(int stallMilliPaPerVolt) => _stallMilliPaPerVolt = stallMilliPaPerVolt > _stallMilliPaPerVolt ? stallMilliPaPerVolt : _stallMilliPaPerVolt;

        /// <summary>Learns from the flow that was left when V1 began to close.</summary>
        public void LearnFill(int packetNl, int lastFlowNlPerHour)
        {
            bool stillFilling = lastFlowNlPerHour > (long)packetNl * MsPerHourOverTail;
            FillMs = (int)Units.Clamp(FillMs + (stillFilling ? LengthenMs : -ShortenMs), ShortestFillMs, LongestFillMs);
        }

        /// <summary>Learns from the pressure that a drive really reached.</summary>
        /// <param name="atOnce">The fill missed its mark altogether: a quarter of the error would take too long, more than an eighth of the value would trust one bad fill.</param>
        public void Learn(int milliVolts, int fullPa, int supplyPa, bool atOnce)
        {
            if (milliVolts <= 0 || (milliVolts < SureMilliVolts && !atOnce))
            {
                return;
            }

            long foundMilliPaPerVolt = (long)(fullPa - supplyPa) * 1_000_000 / milliVolts;
            long nominal = _board.StallMilliPaPerVolt;
            foundMilliPaPerVolt = Units.Clamp(foundMilliPaPerVolt, nominal / LowestShare, nominal * 3 / 2);
            long change = foundMilliPaPerVolt - _stallMilliPaPerVolt;
            long most = _stallMilliPaPerVolt / 8;
            _stallMilliPaPerVolt += (int)(atOnce ? Units.Clamp(change, -most, most) : change / (1 << LearnShift));
        }
    }
}
