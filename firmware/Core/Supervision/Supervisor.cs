using Haip.Core.Delivery;
using Haip.Core.Safety;

namespace Haip.Core.Supervision
{
    /// <summary>A second opinion on everything the controller does. It can only take away.</summary>
    /// <remarks>
    /// It shares readings, outputs and the orders' numbers with the controller, and no code: an error made there is not made here.
    /// A finding releases pump and valves until a person has acknowledged it and its cause has gone. The watchdog is kicked
    /// meanwhile, so that people still hear and see what happened, unless fluid moves on: then no command helps, and the rail must go.
    /// </remarks>
    public sealed class Supervisor
    {
        /// <summary>For a time of day that nobody knows yet.</summary>
        public const long UnknownTimeMs = -1;

        private readonly OrderAllowance _allowance = new OrderAllowance();
        private readonly VolumeWindows _windows = new VolumeWindows();
        private readonly TimeWatch _time = new TimeWatch();
        private readonly FlowVolume _flow;
        private readonly ValveWatch _valves;
        private SupervisorFinding _volumeFinding;
        private bool _inletOpen;
        private bool _outletOpen;
        private bool _outletWanted;
        private int _testLeftMs;
        private long _testNl;

        /// <summary>Allows nothing yet.</summary>
        public Supervisor(BoardProfile board)
        {
            _flow = new FlowVolume(board);
            _valves = new ValveWatch(board);
        }

        /// <summary>What was found first; it stands until <see cref="Acknowledge"/>.</summary>
        public SupervisorFinding Finding { get; private set; }

        /// <summary>Less than nine tenths of what is allowed flowed in a quarter of an hour. Takes nothing away.</summary>
        public bool UnderInfusion => _windows.UnderInfusion;

        /// <summary>Fluid moved on although everything was released: the watchdog is not kicked again in this run.</summary>
        public bool Bites { get; private set; }

        /// <summary>A therapy was accepted, or taken over after a reset. Its patency rate is allowed after it.</summary>
        /// <param name="leftMs">What is left of it.</param>
        /// <param name="timeOfDayMs">Since midnight UTC; <see cref="UnknownTimeMs"/> allows the lowest rate until the clock is known.</param>
        public void AllowTherapy(TherapyOrder order, long leftMs, long timeOfDayMs, long nowMs)
        {
            _testLeftMs = 0; // an order's packets are none of the test's
            _allowance.Therapy(order, leftMs, timeOfDayMs, nowMs);
            BeginOrder();
        }

        /// <summary>A bolus was accepted.</summary>
        public void AllowBolus(int volumeNl, int rateNlPerHour)
        {
            _testLeftMs = 0;
            bool alone = _allowance.RateNlPerHour == 0;
            _allowance.Bolus(volumeNl, rateNlPerHour);

            if (alone)
            {
                BeginOrder();
            }
        }

        /// <summary>The power-on self-test may move the valves: for 70 s, and all tests before an order draw one largest packet at most.</summary>
        public void AllowTest() => _testLeftMs = SupervisorLimits.TestMs;

        /// <summary>A person or an alarm halted delivery. A packet in flight may finish.</summary>
        public void Halt()
        {
            _allowance.Halt();
            _windows.Interrupt();
        }

        /// <summary>An alarm leaves the patency rate.</summary>
        public void KeepPatency()
        {
            _allowance.KeepPatency();
            _windows.Interrupt();
        }

        /// <summary>A person resumed the therapy.</summary>
        public void Resume()
        {
            _allowance.Resume();
            _windows.Interrupt();
        }

        /// <summary>A person ended every order. A packet in flight may finish.</summary>
        public void End()
        {
            _allowance.End();
            BeginOrder();
        }

        /// <summary>A person set the wall clock.</summary>
        public void ClockSet() => _time.ClockSet();

        /// <summary>A person has seen the finding: forgets it when its cause has gone. Volumes are never forgotten; time brings them back within their windows.</summary>
        public void Acknowledge()
        {
            if (Finding == SupervisorFinding.None || Bites)
            {
                return;
            }

            _time.Forget();
            _valves.Forget();
            _testNl = 0;
            _volumeFinding = _windows.Judge(_flow, _allowance);

            if (Find() == SupervisorFinding.None)
            {
                Finding = SupervisorFinding.None;
            }
        }

        /// <summary>Judges what the controller decided in this tick, after everything else. Allocates nothing.</summary>
        public void Judge(Readings readings, Outputs outputs)
        {
            _time.Take(readings);
            int elapsedMs = _time.ElapsedMs;
            _allowance.FindTime(readings);
            _allowance.Advance(readings.NowMs, elapsedMs);
            _flow.Take(readings, elapsedMs, _inletOpen, _outletOpen);
            _valves.Take(readings, outputs, elapsedMs);
            _testLeftMs = _testLeftMs > elapsedMs ? _testLeftMs - elapsedMs : 0;

            if (_flow.Filled)
            {
                TakeFill();
            }

            if (_windows.Pass(elapsedMs))
            {
                _windows.Note(_flow, _allowance);
                _volumeFinding = _windows.Judge(_flow, _allowance);
            }

            _outletWanted = outputs.OutletOpen;

            if (Finding == SupervisorFinding.None)
            {
                Finding = Find();
            }

            if (Finding != SupervisorFinding.None)
            {
                TakeAway(outputs);
            }

            _inletOpen = outputs.InletOpen;
            _outletOpen = outputs.OutletOpen;
        }

        // What ends the flow at once comes first: the log shows what was found, not what followed from it.
        private SupervisorFinding Find() =>
            _flow.FreeFlow ? SupervisorFinding.FreeFlow
            : _flow.TooLarge || _testNl > SupervisorLimits.LargestPacketNl ? SupervisorFinding.PacketTooLarge
            : _valves.HeldOpen ? SupervisorFinding.ValveHeldOpen
            : _outletWanted && _allowance.Forbids && _testLeftMs == 0 ? SupervisorFinding.NotOrdered
            : _volumeFinding != SupervisorFinding.None ? _volumeFinding
            : _valves.Deaf ? SupervisorFinding.NotObeyed
            : _time.Wrong ? SupervisorFinding.TimeWrong
            : _time.Late ? SupervisorFinding.TicksLate
            : SupervisorFinding.None;

        private void TakeFill()
        {
            if (_flow.FillSeen)
            {
                _valves.Filled(_flow.FilledNl);
            }

            if (_testLeftMs > 0)
            {
                // Judged by the test's own limit, and no part of any order.
                _testNl += _flow.FilledNl;
                _allowance.Add(_flow.FilledNl);
            }

            _volumeFinding = _windows.Judge(_flow, _allowance);
        }

        private void TakeAway(Outputs outputs)
        {
            outputs.Release();

            // V1 has its travel to shut, then a second to prove it.
            if (_flow.FreeFlowMs >= SupervisorLimits.FlowsOnMs)
            {
                Bites = true;
                Finding = SupervisorFinding.NotObeyed;
            }

            if (Bites)
            {
                outputs.KickWatchdog = false;
            }
        }

        private void BeginOrder()
        {
            _testLeftMs = 0;
            _testNl = 0;
            _windows.BeginOrder(_flow, _allowance.TotalNl);
            _windows.Interrupt();
        }
    }
}
