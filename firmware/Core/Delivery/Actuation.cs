using Haip.Core.Log;
using Haip.Core.Metering;
using Haip.Core.SelfTest;

namespace Haip.Core.Delivery
{
    /// <summary>Everything that moves valves and pump: the self-test first, packets ever after.</summary>
    public sealed class Actuation
    {
        private readonly DeliveryStatus _status;
        private readonly Ledger _ledger;
        private readonly PendingEvents _events;
        private readonly PowerOnTest _test;
        private readonly PacketController _packets;
        private bool _testOpened;

        public Actuation(BoardProfile board, DeliveryStatus status, Ledger ledger, Meters meters, PendingEvents events)
        {
            _status = status;
            _ledger = ledger;
            _events = events;
            _test = new PowerOnTest(board, status);
            _packets = new PacketController(board, status, ledger, meters);
        }

        /// <summary>Pump off and valves closed now, whatever was on its way.</summary>
        public void Abort(long nowMs)
        {
            _test.Abort(nowMs);
            _packets.Abort(nowMs);

            if (_testOpened)
            {
                // Nobody will measure what went out: it counts as the most that it can have been.
                _testOpened = false;
                _ledger.Book((long)_test.MostOutNl * Units.FlPerNl);
            }
        }

        /// <summary>A person has seen that the self-test failed, or was broken off: it may be tried again. One that runs is left alone.</summary>
        public void Forgive()
        {
            if (_status.State != PumpState.SelfTest)
            {
                _status.SelfTest = _test.Forgive();
            }
        }

        /// <summary>One tick of the test or of the packets.</summary>
        /// <param name="outputs">Released by the caller.</param>
        public void Tick(Readings readings, Outputs outputs, long elapsedMs)
        {
            if (_status.State == PumpState.SelfTest && _status.SelfTest == SelfTestResult.Running)
            {
                Test(readings, outputs, elapsedMs);
            }
            else
            {
                _packets.Tick(readings, outputs, elapsedMs);
            }
        }

        private void Test(Readings readings, Outputs outputs, long elapsedMs)
        {
            if (_test.Tick(readings, outputs, elapsedMs))
            {
                _testOpened = true;
                _ledger.Announce(_test.MostOutNl);
            }

            _status.SelfTest = _test.Result;
            _status.SelfTestStep = _test.Step;

            if (_test.Result == SelfTestResult.Running)
            {
                return;
            }

            bool passed = _test.Result == SelfTestResult.Passed;
            _events.Add(EventId.SelfTested, passed ? 0 : (int)_test.Step, 0);

            if (passed)
            {
                _packets.Begin(_test.StallMilliPaPerVolt);
            }

            if (_testOpened)
            {
                // What the open V2 let through was the aim's miss, either way; only what the patient got is booked.
                _testOpened = false;
                _ledger.Book(_test.LetOutFl > 0 ? _test.LetOutFl : 0);
            }
        }
    }
}
