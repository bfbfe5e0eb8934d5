namespace Haip.Core.Delivery
{
    /// <summary>Delivers what the ledger says is due, packet by packet, and judges every packet by two independent measures.</summary>
    /// <remarks>
    /// The chamber's pressure step and the flow sensor's integral must agree on every fill. Where they do not, the larger one counts
    /// and the disagreement is a fault: an average of two opinions hides that one of them is wrong.
    /// </remarks>
    public sealed class PacketController
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

        private readonly BoardProfile _board;
        private readonly PacketSequencer _sequencer;
        private readonly PacketPlanner _planner;
        private readonly FlowIntegral _flow = new FlowIntegral();
        private int _packetNl;
        private int _milliVolts;
        private int _supplyPa;
        private int _restPa;
        private bool _restKnown;
        private long _restAtMs;

        public PacketController(BoardProfile board)
        {
            _board = board;
            _sequencer = new PacketSequencer(board);
            _planner = new PacketPlanner(board);
        }

        public PacketPhase Phase => _sequencer.Phase;

        /// <summary>What the chamber came to rest at when the last packet had left: the artery's mean, as P1 shows it.</summary>
        public int EndPa => _restPa;

        public bool EndKnown => _restKnown;

        /// <summary>Pump off and valves closed now, whatever was on its way.</summary>
        public void Abort(long nowMs) => _sequencer.Abort(nowMs);

        /// <summary>A person has looked: the next packets are judged afresh.</summary>
        public static void ForgetFaults(DeliveryStatus status)
        {
            status.EmptyFillPackets = 0;
            status.DisagreeingPackets = 0;
            status.LeakyPackets = 0;
            status.BlockedPackets = 0;
        }

        /// <summary>Advances the packet in flight, or starts one when it is due.</summary>
        /// <param name="rateNlPerHour">What is ordered at this moment.</param>
        /// <param name="arteryKnown">False before the catheter's pressure was ever read: no packet is let out against the unknown.</param>
        /// <param name="arteryPa">The chamber pressure expected when it has emptied, from the catheter's pressure.</param>
        /// <returns>True when a packet was metered in this tick.</returns>
        public bool Tick(Readings readings, Outputs outputs, long elapsedMs, int rateNlPerHour, bool arteryKnown, int arteryPa, Ledger ledger, DeliveryStatus status)
        {
            if (_sequencer.Filling)
            {
                _flow.Add(readings, elapsedMs);
            }
            else if (_sequencer.Phase == PacketPhase.Rest)
            {
                _flow.Rest(readings);

                if (status.Delivers && arteryKnown)
                {
                    StartWhenDue(readings, rateNlPerHour, arteryPa, ledger);
                }
            }

            PacketPhase before = _sequencer.Phase;
            PacketStep step = _sequencer.Tick(readings, outputs);

            if (before == PacketPhase.Baseline && _sequencer.Phase == PacketPhase.Fill)
            {
                _flow.Begin();
                JudgeRest(readings.NowMs, status);
            }

            if (step == PacketStep.Filled)
            {
                JudgeFill(readings.NowMs, arteryPa, status);
            }

            if (step == PacketStep.Emptied)
            {
                Meter(readings.NowMs, ledger, status);
            }

            return step == PacketStep.Emptied;
        }

        private void StartWhenDue(Readings readings, int rateNlPerHour, int arteryPa, Ledger ledger)
        {
            _packetNl = PacketPlanner.DueNl(ledger.DueNl, rateNlPerHour);

            if (_packetNl > 0)
            {
                _supplyPa = readings.ReservoirValid && readings.AmbientValid ? readings.ReservoirPa - readings.AmbientPa : 0;
                _milliVolts = _planner.DriveMilliVolts(arteryPa + StepPa(_packetNl), _supplyPa);
                _sequencer.Start(readings.NowMs, _milliVolts, _planner.FillMs);
            }
        }

        // Sealed since the last packet: whatever the pressure did meanwhile went through a valve.
        private void JudgeRest(long nowMs, DeliveryStatus status)
        {
            long restedMs = nowMs - _restAtMs;

            if (_restKnown && _sequencer.BaselineKnown && restedMs >= ShortestLeakTestMs)
            {
                long lostNl = VolumeFl(_restPa - _sequencer.BaselinePa) / Units.FlPerNl;
                long leakNlPerHour = lostNl * Units.MsPerHour / restedMs;
                status.LeakNlPerHour = (int)Units.Clamp(leakNlPerHour, -1_000_000_000, 1_000_000_000);
                status.LeakyPackets = leakNlPerHour > LeakLimitNlPerHour || leakNlPerHour < -LeakLimitNlPerHour ? status.LeakyPackets + 1 : 0;
            }
        }

        private void JudgeFill(long nowMs, int arteryPa, DeliveryStatus status)
        {
            if (!_sequencer.FullKnown)
            {
                _sequencer.Abort(nowMs); // nothing left the chamber; without its pressure nothing may
                return;
            }

            int wantedPa = StepPa(_packetNl);
            _planner.Learn(_milliVolts, _sequencer.FullPa, _supplyPa);
            _planner.LearnFill(_packetNl, _sequencer.LastFillNlPerHour - _flow.ZeroNlPerHour);

            long pressureNl = VolumeFl(_sequencer.FullPa - _sequencer.BaselinePa) / Units.FlPerNl;
            long flowNl = _flow.TotalNl;
            status.FilledNl = pressureNl;

            if (_flow.Exact && _sequencer.BaselineKnown)
            {
                status.FlowNl += flowNl;
                Compare(pressureNl, flowNl, status);
            }

            // A chamber that is not above the artery would let blood in: leave it closed and try again.
            if (_sequencer.FullPa - arteryPa < wantedPa / 4)
            {
                status.EmptyFillPackets++;
                _sequencer.Abort(nowMs);
                return;
            }

            status.EmptyFillPackets = 0;
            _sequencer.Release(nowMs);
        }

        private static void Compare(long pressureNl, long flowNl, DeliveryStatus status)
        {
            long differenceNl = Size(pressureNl - flowNl);
            long largerNl = Size(pressureNl) > Size(flowNl) ? Size(pressureNl) : Size(flowNl);
            status.MeterDifferenceNl = pressureNl - flowNl;

            if (differenceNl > (largerNl * GrossPermille / Units.FullPermille) + GrossNl)
            {
                status.DisagreeingPackets = DeliveryStatus.PacketsToFault;
            }
            else if (differenceNl > (largerNl * TolerancePermille / Units.FullPermille) + ToleranceNl)
            {
                status.DisagreeingPackets++;
            }
            else
            {
                status.DisagreeingPackets = 0;
            }
        }

        private void Meter(long nowMs, Ledger ledger, DeliveryStatus status)
        {
            long wantedFl = (long)_packetNl * Units.FlPerNl;
            long seenFl = VolumeFl(_sequencer.FullPa - (_sequencer.EndKnown ? _sequencer.EndPa : _sequencer.BaselinePa));
            status.BlockedPackets = seenFl * 4 < status.FilledNl * Units.FlPerNl ? status.BlockedPackets + 1 : 0;

            // Two measures that disagree: the larger one counts.
            long bookedFl = status.DisagreeingPackets > 0 && status.MeterDifferenceNl < 0
                ? seenFl - (status.MeterDifferenceNl * Units.FlPerNl)
                : seenFl;

            // A packet that cannot be vouched for (end unknown, or a fill that the chamber did not show) counts as the packet that
            // was wanted, and no packet counts as less than nothing: booking less would fire the next one too early.
            bool vouched = _sequencer.EndKnown && status.FilledNl * 4 > _packetNl;
            long leastFl = vouched ? 0 : wantedFl;
            bookedFl = bookedFl > leastFl ? bookedFl : leastFl;

            ledger.Book(bookedFl);
            status.DeliveredNl = bookedFl / Units.FlPerNl;
            status.PacketCount++;
            _restKnown = _sequencer.EndKnown;
            _restPa = _sequencer.EndPa;
            _restAtMs = nowMs;
        }

        private static long Size(long value) => value < 0 ? -value : value;

        private int StepPa(int volumeNl) => (int)((long)volumeNl * Units.FlPerNl / _board.ChamberFlPerPa);

        private long VolumeFl(int stepPa) => (long)stepPa * _board.ChamberFlPerPa;
    }
}
