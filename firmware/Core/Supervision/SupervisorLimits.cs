namespace Haip.Core.Supervision
{
    /// <summary>What no order and no controller may exceed. The supervisor's own numbers: it believes none of the controller's.</summary>
    /// <remarks>
    /// "GIP" is the FDA generic infusion pump requirement list, version 1.0, 2009. The flow sensor may differ from the truth by 5 % of
    /// a fill (SLF3S-0600F data sheet) and every limit leaves it that room. Beyond that, limits round towards less drug.
    /// </remarks>
    public static class SupervisorLimits
    {
        /// <summary>No fill draws more: the largest packet of 1.2 uL, an artery that rose by 5 kPa since the last one (0.5 uL), and the sensor's 5 %.</summary>
        public const int LargestPacketNl = 1_800;

        /// <summary>Smallest packet that the slack of the windows is made of; what a bolus needs instead is <see cref="ShortestPacketMs"/> of its rate.</summary>
        public const int SlackPacketNl = 300;

        /// <summary>A packet in flight and one that the artery made larger; a bolus that valves could not keep up with owes three.</summary>
        public const int SlackPackets = 2;
        public const int BolusSlackPackets = 3;

        /// <summary>The largest packet that may be ordered.</summary>
        public const int OrderedPacketNl = 1_200;

        /// <summary>Two valve travels, a fill and an emptying: no packet is shorter.</summary>
        public const int ShortestPacketMs = 7_000;

        /// <summary>What the chamber holds back or gives up when the artery moves by 5 kPa (38 mmHg) within a window.</summary>
        public const int ChamberSwingNl = 500;

        /// <summary>By 10 kPa (75 mmHg), as when somebody who fainted gets up: only as far as the chamber's pressure says so.</summary>
        public const int MostChamberSwingNl = 1_000;

        /// <summary>More than a fifth too much, over five minutes.</summary>
        public const int ShortWindowMinutes = 5;
        public const int ShortExcessPermille = 200;

        /// <summary>More than a tenth too much, over a quarter of an hour: GIP 1.2.2.</summary>
        public const int LongWindowMinutes = 15;
        public const int LongExcessPermille = 100;

        /// <summary>Less than nine tenths over a quarter of an hour: GIP 1.2.3.</summary>
        public const int ShortfallPermille = 100;

        /// <summary>What a whole order may differ by: 5 % of the sensor, 2 % of the chamber's calibration, 1 % of rounding.</summary>
        public const int OrderExcessPermille = 80;

        /// <summary>0.6 mL/h, the most that valves and restrictor allow, in an hour and a minute, and the sensor's 5 %.</summary>
        public const long HourNl = 650_000;

        /// <summary>Therapy of 3 mL/day and one largest flush of 5 mL, in 25 hours, and the sensor's 5 %.</summary>
        public const long DayNl = 8_600_000;

        /// <summary>Highest numbers of any order; one that says more is not believed.</summary>
        public const int TherapyNlPerHour = 125_000;
        public const int PatencyNlPerHour = 41_700;
        public const int BolusNlPerHour = 600_000;
        public const int BolusNl = 5_000_000;
        public const long TherapyMs = 1_440L * Units.MsPerHour;

        /// <summary>Three times the zero offset of the SLF3S-0600F (0.15 uL/min), taken for one standard deviation. What it shows at rest beyond that flows.</summary>
        public const int LargestZeroNlPerHour = 27_000;

        /// <summary>4 uL/min through a shut V1: forty counts above the zero, a tenth of what an open line lets through.</summary>
        public const int FreeFlowNlPerHour = 240_000;
        public const int FreeFlowSampleCount = 2;

        /// <summary>A fill of less than this is none: a fifth of the smallest packet, thirty times the noise of the sensor.</summary>
        public const int NoFillNl = 20;

        /// <summary>Fluid that flows on for this long, although everything is switched off, is stopped by the watchdog or by nobody.</summary>
        public const int FlowsOnMs = 1_000;

        /// <summary>Longer than V1 is open for any packet: 0.7 s of travel and at most 1 s of filling.</summary>
        public const int InletOpenMs = 3_000;

        /// <summary>Longer than V2 is open for any packet: 0.7 s of travel and at most 4.5 s of emptying.</summary>
        public const int OutletOpenMs = 6_000;

        /// <summary>A chamber this far above the catheter empties when V2 opens, at least by a quarter of it.</summary>
        public const int FullChamberPa = 3_000;

        /// <summary>In this time; a packet that closes at its time takes 3.7 s at the least, of which drug of 5 mPa.s needs 2 s for a quarter.</summary>
        public const int EmptiesMs = 3_000;

        /// <summary>Packets in a row that show no effect. The controller's own alarms count to three.</summary>
        public const int DeafPackets = 5;

        /// <summary>Longest packet from its first look at the chamber to the end of V2's command: what a halt may still let out.</summary>
        public const int HaltGraceMs = 9_000;

        /// <summary>What a bolus alone still owes when its time is over: at most 3.6 uL, in small packets of 7 s.</summary>
        public const int BolusGraceMs = 120_000;

        /// <summary>Time of the power-on self-test: GIP 3.4.</summary>
        public const int TestMs = 70_000;

        /// <summary>Nothing is controlled in a gap like this: one packet's V2 would stay open into the next.</summary>
        public const int LongestGapMs = 2_000;

        /// <summary>Five times the period in flight; the watchdog bites at about 1 s. This many in a minute are no accident.</summary>
        public const int LateTickMs = 250;
        public const int LateTicksCount = 10;
    }
}
