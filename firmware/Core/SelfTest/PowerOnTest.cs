using Haip.Core.Delivery;
using Haip.Core.Safety;

namespace Haip.Core.SelfTest
{
    /// <summary>Proves pump, valves and sensors before anything is delivered. Takes about half a minute, at most 70 s (GIP 3.4).</summary>
    /// <remarks>
    /// The chamber is raised above the artery, watched while sealed, lowered to the artery's mean, and only then is V2 opened: the
    /// pulse comes through the restrictor to P1 and shows that the valve opens, while the volume that moves is what the aim missed by,
    /// at most 0.1 uL; before an artery little above the reservoir, where no drive aims so low, up to 0.4 uL come back instead. A patient whose catheter shows no pulse cannot be told from a closed V2 here; the first packets can.
    /// The platform offers no checksum of its image and no test of processor or RAM. Lights and sounder cannot be read back:
    /// they are switched on for the person who is there.
    /// </remarks>
    public sealed class PowerOnTest
    {
        public const int LongestMs = 70_000;

        private const int SignalMs = 1_000;
        private const int RaisePa = 3_000;
        private const int LeakTestMs = 10_000;
        private const int LeakLimitNlPerHour = 2_000;
        private const int PulseThroughPa = 80;     // peak to peak; the restrictor lets an eighth of the pulse through
        private const int JudgeablePulsePa = 600;  // standard deviation at P2
        private const int LargestOffsetPa = 5_000;

        private readonly BoardProfile _board;
        private readonly DeliveryStatus _status;
        private readonly PacketSequencer _packet;
        private readonly ChamberFill _fill;
        private long _beganMs;
        private long _sealedMs;
        private int _sealedPa;
        private int _lowestPa;
        private int _highestPa;

        public PowerOnTest(BoardProfile board, DeliveryStatus status)
        {
            _board = board;
            _status = status;
            _packet = new PacketSequencer(board);
            _fill = new ChamberFill(board, _packet);
        }

        public SelfTestResult Result { get; private set; }

        /// <summary>Stall pressure of the pump by the fill that raised the chamber, well above the drive at which a pump moves nothing; 0 before it.</summary>
        public int StallMilliPaPerVolt { get; private set; }

        /// <summary>What is being tried, or what failed.</summary>
        public SelfTestStep Step { get; private set; }

        /// <summary>The most that V2 lets through, and what it did let through as the chamber shows it, the most when it shows nothing; negative is backwards.</summary>
        public int MostOutNl => (int)_fill.VolumeNl(ChamberFill.MissPa);
        public long LetOutFl { get; private set; }

        /// <summary>Pump off and valves closed now.</summary>
        public void Abort(long nowMs) => _packet.Abort(nowMs);

        /// <summary>A person has seen that it failed, or was broken off: it may begin again. A test that passed stays passed.</summary>
        public SelfTestResult Forgive()
        {
            if (Result != SelfTestResult.Passed)
            {
                Result = SelfTestResult.Running;
                Step = SelfTestStep.None;
            }

            return Result;
        }

        /// <summary>One tick of the test.</summary>
        /// <param name="outputs">Released by the caller.</param>
        /// <returns>True when V2 is about to open.</returns>
        public bool Tick(Readings readings, Outputs outputs, long elapsedMs)
        {
            if (Step == SelfTestStep.None)
            {
                Begin(readings.NowMs);
            }

            if (_packet.Phase == PacketPhase.Fill && !readings.PumpDriverValid)
            {
                _packet.Abort(readings.NowMs); // an open V1 before an idle pump drains the chamber
            }

            if (_packet.Phase == PacketPhase.Empty && !readings.MemoryValid)
            {
                Fail(SelfTestStep.Parts, readings.NowMs); // what V2 would let through is not in the books
            }

            _fill.Watch(readings, elapsedMs);
            StartWhatIsNext(readings);
            PacketStep done = _packet.Tick(readings, outputs);
            _status.Phase = _packet.Phase;
            Look(readings, outputs);

            switch (done)
            {
                case PacketStep.Measured: _fill.Begin(); JudgeLeak(readings.NowMs); break;
                case PacketStep.Filled: JudgeFill(readings.NowMs); break;
                case PacketStep.Emptied: JudgeOutlet(); break;
                default: break;
            }

            if (Result == SelfTestResult.Running && readings.NowMs - _beganMs > LongestMs)
            {
                Fail(Step, readings.NowMs);
            }

            return done == PacketStep.Filled && Step == SelfTestStep.Outlet;
        }

        // Whatever an earlier attempt left open closes first.
        private void Begin(long nowMs)
        {
            _packet.Abort(nowMs);
            _beganMs = nowMs;
            LetOutFl = 0;
            Enter(SelfTestStep.Parts);
        }

        private void StartWhatIsNext(Readings readings)
        {
            bool ready = Step == SelfTestStep.Parts ? Answer(readings) && readings.NowMs - _beganMs >= SignalMs
                : Step != SelfTestStep.Leak || readings.NowMs - _sealedMs >= LeakTestMs;

            if (_packet.Phase != PacketPhase.Rest || !ready || !_status.ExpectedEndKnown)
            {
                return;
            }

            Enter(Step == SelfTestStep.Parts ? SelfTestStep.Raise : Step);
            int supplyPa = _status.ReservoirGaugeKnown ? _status.ReservoirGaugePa : 0;
            int lowestPa = _fill.LowestFullPa(supplyPa);
            int raisedPa = _status.ExpectedEndPa + RaisePa;
            int targetPa = Step != SelfTestStep.Raise ? _status.ExpectedEndPa : raisedPa > lowestPa ? raisedPa : lowestPa;
            _fill.Start(readings, targetPa, supplyPa);
        }

        private static bool Answer(Readings r) => r.ChamberValid && r.CatheterValid && r.FlowValid && r.PumpDriverValid && r.MemoryValid;

        private void Look(Readings readings, Outputs outputs)
        {
            if (_packet.Phase == PacketPhase.Empty && readings.ChamberValid)
            {
                _lowestPa = readings.ChamberPa < _lowestPa ? readings.ChamberPa : _lowestPa;
                _highestPa = readings.ChamberPa > _highestPa ? readings.ChamberPa : _highestPa;
            }

            if (readings.NowMs - _beganMs < SignalMs)
            {
                outputs.Shown = AlarmPriority.High;
                outputs.Sounding = AlarmPriority.Medium;
            }
        }

        // The rest before the second fill: whatever the sealed chamber's pressure did went through a valve.
        private void JudgeLeak(long nowMs)
        {
            if (Step != SelfTestStep.Leak)
            {
                return;
            }

            long lostNlPerHour = _fill.VolumeNl(_sealedPa - _packet.BaselinePa) * Units.MsPerHour / (nowMs - _sealedMs);

            if (_packet.BaselineKnown && Units.Size(lostNlPerHour) <= LeakLimitNlPerHour)
            {
                Enter(SelfTestStep.Lower);
            }
            else
            {
                Fail(Step, nowMs);
            }
        }

        private void JudgeFill(long nowMs)
        {
            _fill.Learn();

            if (!_fill.FlowAgrees)
            {
                Fail(SelfTestStep.Agreement, nowMs);
            }
            else if (_fill.IsLow && Step == SelfTestStep.Lower)
            {
                Enter(SelfTestStep.Outlet);
                _lowestPa = _packet.FullPa;
                _highestPa = _packet.FullPa;
                LetOutFl = (long)MostOutNl * Units.FlPerNl;
                _packet.Release(nowMs);
            }
            else if (_fill.Hit && Step != SelfTestStep.Lower)
            {
                _packet.Abort(nowMs);
                StallMilliPaPerVolt = _fill.StallMilliPaPerVolt;
                _sealedPa = _packet.FullPa;
                _sealedMs = nowMs;
                Enter(SelfTestStep.Leak);
            }
            else if (_fill.Hopeless)
            {
                Fail(Step, nowMs);
            }
            else
            {
                _packet.Abort(nowMs);
            }
        }

        private void JudgeOutlet()
        {
            LetOutFl = _packet.EndKnown ? (long)(_packet.FullPa - _packet.EndPa) * _board.ChamberFlPerPa : LetOutFl;
            bool pulseThrough = _highestPa - _lowestPa >= PulseThroughPa || _status.PulsePa < JudgeablePulsePa;

            if (!_packet.EndKnown || !pulseThrough)
            {
                Result = SelfTestResult.Failed;
                return;
            }

            Enter(SelfTestStep.Agreement);
            bool agree = _status.PulseKnown && Units.Size(_packet.EndPa - _status.CatheterMeanPa) <= LargestOffsetPa;
            Result = agree ? SelfTestResult.Passed : SelfTestResult.Failed;
        }

        private void Fail(SelfTestStep step, long nowMs)
        {
            Step = step;
            Result = SelfTestResult.Failed;
            _packet.Abort(nowMs);
        }

        private void Enter(SelfTestStep step)
        {
            if (step != Step)
            {
                Step = step;
                _fill.Forget();
            }
        }
    }
}
