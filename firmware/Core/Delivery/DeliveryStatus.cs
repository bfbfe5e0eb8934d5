using Haip.Core.Catheter;
using Haip.Core.Safety;
using Haip.Core.SelfTest;

namespace Haip.Core.Delivery
{
    /// <summary>What the pump knows about its own delivery: read by alarms, telemetry and displays. Owned by the pump, valid until the next tick.</summary>
    public sealed class DeliveryStatus
    {
        /// <summary>So many packets in a row with the same fault are a fault: one may be the artery's doing.</summary>
        public const int PacketsToFault = 3;

        /// <summary>So many packets that stayed before a catheter without a pulse, and none between them that left: each is two findings, and either has other innocent causes than the other.</summary>
        public const int PacketsToOcclusion = 2;

        /// <summary>So many packets in a row without a second opinion are a lost measure: single late readings happen.</summary>
        public const int UnconfirmedToFault = 5;

        /// <summary>Time of the tick that this belongs to.</summary>
        public long NowMs;

        public PumpState State;

        /// <summary>Packets may start in this state.</summary>
        public bool Delivers;

        /// <summary>An alarm stands that forbids therapy: nothing may be started.</summary>
        public bool AlarmForbids;

        public PacketPhase Phase;

        /// <summary>Everything ordered at this moment, bolus included, and without it.</summary>
        public int RateNlPerHour;
        public int BasalNlPerHour;

        public long OrderedNl;
        public long MeteredNl;
        public long MissedNl;

        /// <summary>What the patient should get now: ordered, neither missed nor metered.</summary>
        public long DueNl;
        public long BolusLeftNl;
        public long TherapyLeftMs;

        /// <summary>Sum of what the flow sensor saw enter the chamber, less what stayed in it: the second opinion of <see cref="MeteredNl"/>.</summary>
        public long FlowNl;

        public long PacketCount;

        /// <summary>Last packet: pressure step of the fill, metered volume, pressure minus flow.</summary>
        public long FilledNl;
        public long DeliveredNl;
        public long MeterDifferenceNl;

        /// <summary>Through the closed valves between the last two packets; positive is out of the chamber.</summary>
        public int LeakNlPerHour;

        /// <summary>What metering takes the chamber's compliance to be, at this temperature and with all corrections.</summary>
        public int ChamberFlPerPa;

        /// <summary>How much more of every packet the flow sensor sees than the chamber, over hours, against what the bench found.</summary>
        public int MeterDriftPpm;

        /// <summary>The two have drifted further apart than either is allowed to.</summary>
        public bool MetersApart;

        /// <summary>All at once the chamber shows less of every packet than the flow sensor: something in it gives way.</summary>
        public bool ChamberAir;

        // Consecutive packets with the same finding.
        public int WrongFillPackets;
        public int DisagreeingPackets;
        public int UnconfirmedPackets;
        public int LeakyPackets;
        public int BlockedPackets;
        public int OccludedPackets;

        /// <summary>Chamber pressure after the last packet had left.</summary>
        public bool EndKnown;
        public int EndPa;

        /// <summary>By how much the last packet let the chamber fall; that hardly anything flowed any more when V2 closed; and that it closed before its time.</summary>
        public int FellPa;
        public bool EndRested = true;
        public bool EndEarly;

        /// <summary>Chamber pressure to expect when the next packet has left. Unknown before the catheter's pressure was ever read.</summary>
        public bool ExpectedEndKnown;
        public int ExpectedEndPa;

        /// <summary>The artery's pulse as P2 shows it (standard deviation) and P2's mean, over the last two seconds without a packet.</summary>
        public bool PulseKnown;
        public int PulsePa;
        public int CatheterMeanPa;

        /// <summary>The catheter's pressure says artery no more: no pulse and hardly any pressure.</summary>
        public bool PressureLost;

        /// <summary>Over the last quarter of an hour, and the last hour.</summary>
        public bool OverInfusion;
        public bool UnderInfusion;

        /// <summary>As the supervisor sees it, over a quarter of an hour.</summary>
        public bool UnderInfusionByFlow;

        /// <summary>By dead reckoning since the last refill; nothing before the first.</summary>
        public bool ReservoirKnown;
        public long ReservoirNl;
        public int ReservoirGaugePa;
        public bool ReservoirGaugeKnown;

        /// <summary>Time until the deliverable drug is used up at the present rate; the largest number when nothing runs.</summary>
        public long DryInMs;

        /// <summary>How far the self-test has come; the step is the one that failed when it failed.</summary>
        public SelfTestResult SelfTest;
        public SelfTestStep SelfTestStep;

        /// <summary>There is a therapy, and it has been suspended, or held at the patency rate without an alarm, for long or since a reset.</summary>
        public bool TherapyWaits;

        /// <summary>A loss of power broke off a bolus, or the pump could not keep up with it; nobody gives the rest.</summary>
        public bool BolusLost;

        /// <summary>Alarms stopped the pump three times in ten minutes.</summary>
        public bool RepeatedStops;

        /// <summary>What was drawn out at the last refill is not what the books say was left.</summary>
        public bool ResidualMismatch;

        /// <summary>How much more P1 shows at the end of a packet than P2, and what of that nothing but the two sensors explains.</summary>
        public int EndOffsetPa;
        public int SensorOffsetPa;

        /// <summary>What the catheter's pressure says about the way to the artery.</summary>
        public CatheterPatency Patency;

        /// <summary>By resistance alone: open, or narrow by ten, thirty or a hundred times. <see cref="CatheterNarrow"/> from thirty times on, which is proven.</summary>
        public CatheterPatency Narrowed = CatheterPatency.Open;
        public bool CatheterNarrow => Narrowed == CatheterPatency.Narrowed30 || Narrowed == CatheterPatency.Narrowed100;

        /// <summary>Packets speak for a narrow catheter, or have proven it. Until they have, packets are twice as large and half as often, which settles it sooner.</summary>
        public bool NarrowSuspected;

        /// <summary>How far P2 rises while a packet of 0.2 uL leaves, over the last eight packets, and how much more that is than over the last sixty-four.</summary>
        public int BumpPa;
        public int BumpTrendPa;

        /// <summary>The pulse over the last packets, against this patient's over the last hours.</summary>
        public int PulseLeftPermille = Units.FullPermille;

        /// <summary>Time constant in which the last packet left the chamber: grows with the drug's viscosity and a clogging restrictor.</summary>
        public int DecayMs;

        /// <summary>What the supervisor holds against this pump.</summary>
        public SupervisorFinding Supervision;

        /// <summary>A person has looked: the next packets are judged afresh. What the catheter shows now stays.</summary>
        public void ForgetFaults()
        {
            WrongFillPackets = 0;
            DisagreeingPackets = 0;
            UnconfirmedPackets = 0;
            LeakyPackets = 0;
            BlockedPackets = 0;
            ResidualMismatch = false;
        }
    }
}
