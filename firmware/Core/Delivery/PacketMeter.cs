using Haip.Core.Catheter;
using Haip.Core.Metering;

namespace Haip.Core.Delivery
{
    /// <summary>Says what a packet held, from two measures that know nothing of each other: the chamber's pressure step and the flow integral.</summary>
    /// <remarks>
    /// They must agree on every fill. Where they do not, the larger one counts and the disagreement is a fault: an average of two
    /// opinions hides that one of them is wrong.
    /// </remarks>
    public sealed class PacketMeter
    {
        // Two measures of one fill may differ by a tenth and 20 nL: flow sensor 5 %, chamber 2 %, zero and pressure noise.
        private const int TolerancePermille = 100;
        private const int ToleranceNl = 20;

        // Beyond this no drift explains it, and one packet is enough.
        private const int GrossPermille = 500;
        private const int GrossNl = 150;

        // A leak shows in the sealed chamber between packets; shorter rests drown in noise.
        private const int LeakLimitNlPerHour = 2_000;
        private const long ShortestLeakTestMs = 3_000;

        // What rests differ by, on average, when V2 lets the chamber go to the artery's mean.
        private const int WanderLimitFlPerMs = 278; // 1 uL/h
        private const int MostWanderPa = 5_000;

        // The difference of two settled pressures has 0.6 of the sensor's noise: three in a row beyond one and a half times the noise are none.
        private const int NoisePercent = 150;

        // The mean of four samples and the valve's own movement leave ten.
        private const int StillPa = 60;

        // The highest and the lowest of 60 samples lie five times the sensor's noise apart: 80 Pa for 16 Pa. An artery that goes up and down by 5 kPa at 1.2 Hz moves the open
        // chamber by 700 Pa: restrictor and compliance, 1 s, leave a seventh.
        private const int StillOpenPa = 200;

        // What an artery that rises or falls by 5 kPa moves in and out of the open chamber.
        private const int MostSwingNl = 500;

        private const long AbsurdNlPerHour = 1_000_000_000;

        private readonly DeliveryStatus _status;
        private readonly Meters _meters;
        private readonly FullChamberFall _fall = new FullChamberFall();
        private readonly RestWander _wander = new RestWander();
        private long _restAtMs;
        private long _fullAtMs;
        private bool _resting;
        private bool _filledKnown;
        private bool _agreed;
        private long _enteredFl;
        private bool _enteredKnown = true;
        private long _flowFl;

        public PacketMeter(DeliveryStatus status, Meters meters)
        {
            _status = status;
            _meters = meters;
        }

        /// <summary>What the chamber came to rest at when the last packet had left: the artery's mean, as P1 shows it.</summary>
        public int EndPa { get; private set; }

        public bool EndKnown { get; private set; }

        /// <summary>The pressure step that a volume makes in the sealed chamber.</summary>
        public int StepPa(int volumeNl) => (int)((long)volumeNl * Units.FlPerNl / _meters.Chamber.BookedFlPerPa);

        /// <summary>The volume that makes such a step.</summary>
        public int SealedNl(int stepPa) => (int)Units.Clamp((long)stepPa * _meters.Chamber.BookedFlPerPa / Units.FlPerNl, -PacketPlanner.MaxPacketNl, PacketPlanner.MaxPacketNl);

        /// <summary>The most that a chamber at this pressure above the artery can let out, and no less than was wanted.</summary>
        public int LargestNl(int abovePa, int wantedNl) => (int)Units.Clamp(SealedNl(abovePa), wantedNl, PacketPlanner.MaxPacketNl);

        /// <summary>Judges the sealed chamber between two packets: whatever its pressure did went through a valve.</summary>
        public void JudgeRest(PacketSequencer packet, long nowMs)
        {
            long restedMs = nowMs - _restAtMs;
            bool resting = _resting;
            _resting = false; // from here on V1 opens: only a packet that leaves begins another rest

            if (!resting || !packet.BaselineKnown || restedMs < ShortestLeakTestMs)
            {
                return;
            }

            _meters.Leak.Rested(EndPa - packet.BaselinePa, restedMs);
            long leakNlPerHour = VolumeNl(EndPa - packet.BaselinePa) * Units.MsPerHour / restedMs;
            _status.LeakNlPerHour = (int)Units.Clamp(leakNlPerHour, -AbsurdNlPerHour, AbsurdNlPerHour);
            bool leaky = Units.Size(leakNlPerHour) > LeakLimitNlPerHour && Units.Size(EndPa - packet.BaselinePa) * 100 > NoisePercent * _fall.NoisePa;
            int wanderPa = (int)Units.Clamp(WanderLimitFlPerMs * restedMs / _meters.Chamber.FlPerPa, 0, MostWanderPa);
            bool wanders = _wander.Leaks(EndPa - packet.BaselinePa, wanderPa, _fall.NoisePa);
            _status.LeakyPackets = wanders ? DeliveryStatus.PacketsToFault : leaky ? _status.LeakyPackets + 1 : 0;
        }

        /// <summary>Compares the two measures of a fill. Without both, there is nothing to compare.</summary>
        public void JudgeFill(PacketSequencer packet, FlowIntegral flow, long nowMs)
        {
            _fullAtMs = nowMs;
            _status.LeakyPackets = _fall.Leaks(packet.FullFallPa) ? DeliveryStatus.PacketsToFault : _status.LeakyPackets;
            _filledKnown = packet.BaselineKnown;
            _agreed = false;
            _status.FilledNl = _filledKnown ? VolumeNl(packet.FullPa - packet.BaselinePa) : 0;

            if (!flow.Exact || !packet.BaselineKnown)
            {
                _status.UnconfirmedPackets++;
                _enteredKnown = false;
                _status.MeterDifferenceNl = 0;
                return;
            }

            _status.UnconfirmedPackets = 0;
            long pressureNl = _status.FilledNl;
            long flowFl = _meters.Comparison.FlowFl(flow.TotalFl, _meters.Chamber.DrugMilliC);
            _meters.Comparison.Take(VolumeFl(packet.FullPa - packet.BaselinePa), flowFl, _meters.Chamber.DrugMilliC);
            long flowNl = flowFl / Units.FlPerNl;
            long differenceNl = Units.Size(pressureNl - flowNl);
            long largerNl = Units.Size(pressureNl) > Units.Size(flowNl) ? Units.Size(pressureNl) : Units.Size(flowNl);
            _enteredFl += flowFl;
            _status.MeterDifferenceNl = pressureNl - flowNl;

            if (differenceNl > (largerNl * GrossPermille / Units.FullPermille) + GrossNl)
            {
                _status.DisagreeingPackets = DeliveryStatus.PacketsToFault;
            }
            else if (differenceNl > (largerNl * TolerancePermille / Units.FullPermille) + ToleranceNl)
            {
                _status.DisagreeingPackets++;
            }
            else
            {
                _status.DisagreeingPackets = 0;
                _agreed = true;
            }
        }

        /// <summary>Books a packet that has left.</summary>
        /// <param name="wantedNl">What the packet should have held.</param>
        /// <param name="swingPa">How far the chamber went up and down while V2 was open.</param>
        /// <param name="backwardsPa">By how much the artery has risen above the full chamber, as P2 says: so much may have come back.</param>
        public void Book(PacketSequencer packet, int wantedNl, int swingPa, int backwardsPa, long nowMs, Ledger ledger)
        {
            long seenFl = packet.EndKnown ? VolumeFl(packet.FullPa - packet.EndPa) : _status.FilledNl * Units.FlPerNl;
            bool stayed = _filledKnown && seenFl * 4 < (long)wantedNl * Units.FlPerNl;
            bool blocked = stayed && !ChamberMoved(packet, swingPa);
            _status.BlockedPackets = blocked ? _status.BlockedPackets + 1 : 0;

            // Two measures that disagree: the larger one counts.
            long bookedFl = seenFl + UnseenFl(packet, seenFl, nowMs);

            if (_status.DisagreeingPackets > 0 && _status.MeterDifferenceNl < 0)
            {
                long byFlowFl = seenFl - (_status.MeterDifferenceNl * Units.FlPerNl);
                bookedFl = byFlowFl > bookedFl ? byFlowFl : bookedFl;
            }

            // A packet that cannot be vouched for (end unknown, or a fill that neither measure showed) counts as the packet that was
            // wanted: booking less would fire the next one too early. What came back from the artery counts, but only as far as
            // both pressures say so.
            bool vouched = packet.EndKnown && _filledKnown && (_agreed || _status.FilledNl * 4 > wantedNl);
            long leastFl = vouched ? -Units.Clamp(VolumeFl(backwardsPa), 0, MostSwingNl * (long)Units.FlPerNl) : (long)wantedNl * Units.FlPerNl;

            // Nor more than the largest packet, or than was wanted and an artery that fell takes out: no sensor's lie may run the books
            // further ahead of the order.
            int mostNl = wantedNl + MostSwingNl > PacketPlanner.MaxPacketNl ? wantedNl + MostSwingNl : PacketPlanner.MaxPacketNl;
            bookedFl = Units.Clamp(bookedFl, leastFl, (long)mostNl * Units.FlPerNl);

            ledger.Book(bookedFl);
            BookFlow(packet);
            _status.DeliveredNl = bookedFl / Units.FlPerNl;
            _status.PacketCount++;
            EndKnown = packet.EndKnown;
            EndPa = packet.EndPa;
            _resting = packet.EndKnown;
            _restAtMs = nowMs;
        }

        // What entered since the last packet ended and did not stay. An artery that rises or falls fills the chamber or empties it: that is no delivery.
        private void BookFlow(PacketSequencer packet)
        {
            if (_enteredKnown && packet.EndKnown)
            {
                long stayedFl = VolumeFl(packet.EndPa - (EndKnown ? EndPa : packet.BaselinePa));
                _flowFl += _enteredFl - Units.Clamp(stayedFl, -MostSwingNl * (long)Units.FlPerNl, MostSwingNl * (long)Units.FlPerNl);
                _status.FlowNl = _flowFl / Units.FlPerNl;
            }

            _enteredFl = 0;
            _enteredKnown = true;
        }

        // With a pulse at P2 the catheter is open, and a chamber that came to rest elsewhere than it was filled to, or went up and down meanwhile, met an artery
        // that was as high when V2 closed. Behind a valve or restrictor that lets nothing through it stays to the pascal.
        private bool ChamberMoved(PacketSequencer packet, int swingPa) =>
            packet.EndKnown && _status.PulseKnown && _status.PulsePa >= 2 * CatheterMonitor.NoPulsePa
            && (Units.Size(packet.EndPa - packet.FullPa) > StillPa || swingPa > StillOpenPa);

        // What the chamber did not show because something in it gives way, less what a leak took of the step.
        private long UnseenFl(PacketSequencer packet, long seenFl, long nowMs)
        {
            long softFl = seenFl * _meters.Comparison.UnseenPpm / Units.FullPpm;
            return packet.EndKnown ? softFl - _meters.Leak.TakenFl(seenFl, _meters.Chamber.FlPerPa, nowMs - _fullAtMs) : softFl;
        }

        private long VolumeFl(int stepPa) => (long)stepPa * _meters.Chamber.FlPerPa;

        private long VolumeNl(int stepPa) => VolumeFl(stepPa) / Units.FlPerNl;
    }
}
