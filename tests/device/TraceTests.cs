using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using nanoFramework.TestFramework;

namespace Haip.DeviceTests
{
    /// <summary>Two hours that the virtual board recorded: this processor must decide in every tick what the PC decided.</summary>
    [TestClass]
    public class TraceTests
    {
        private const int FirstDecision = 14;
        private const int VolumeNl = 30_000_000;
        private const int RateNlPerHour = 54_000;

        private static readonly Readings s_readings = new Readings();
        private static readonly Outputs s_outputs = new Outputs();
        private static readonly long[] s_decided = new long[TraceReader.FieldCount];
        private static long s_expectedMs;

        [TestMethod]
        public void A_recorded_run_with_an_occlusion_replays_bit_for_bit()
        {
            var trace = new TraceReader();
            var pump = new Pump(new BoardProfile());
            int stoppedTicks = 0;
            int infusingTicks = 0;
            bool occluded = false;
            s_expectedMs = 0;

            for (int tick = 0; tick < TraceData.TickCount; tick++)
            {
                trace.Next();
                Obey(pump, (int)trace.Value(13));
                Tell(trace, tick & 1);
                pump.Tick(s_readings, s_outputs);
                s_expectedMs = s_readings.NowMs + s_outputs.NextTickMs;
                Compare(trace, pump, tick);

                occluded |= pump.Alarms.IsRaised(AlarmId.CatheterOccluded);
                stoppedTicks += pump.Status.State == PumpState.Stopped ? 1 : 0;
                infusingTicks += pump.Status.State == PumpState.Infusing ? 1 : 0;
            }

            // What the trace must have in it to be worth replaying.
            Assert.IsTrue(occluded);
            Assert.IsTrue(stoppedTicks > 1_000);
            Assert.IsTrue(infusingTicks > 10_000);
            Assert.AreEqual((int)PumpState.Infusing, (int)pump.Status.State);
        }

        private static void Obey(Pump pump, int order)
        {
            switch (order)
            {
                case 1:
                    Assert.AreEqual((int)Verdict.Accepted, (int)pump.Refill(VolumeNl, true));
                    break;
                case 2:
                    TherapyOrder therapy = TherapyOrder.Constant(RateNlPerHour, 24, DeliverySchedule.DefaultPatencyNlPerHour);
                    Assert.AreEqual((int)Verdict.Accepted, (int)pump.StartTherapy(therapy, true));
                    break;
                case 3:
                    pump.Acknowledge();
                    break;
                case 4:
                    pump.Resume();
                    break;
                default:
                    break;
            }
        }

        // The trace is rounded; the last digit moves as it did in the recorded run.
        private static void Tell(TraceReader trace, int lastDigit)
        {
            int flags = (int)trace.Value(3);
            s_readings.NowMs = s_expectedMs + trace.Value(7);
            s_readings.CatheterPa = (int)trace.Value(0) + lastDigit;
            s_readings.ChamberPa = (int)trace.Value(1) + lastDigit;
            s_readings.ChamberAtMs = s_readings.NowMs - trace.Value(8);
            s_readings.FlowNlPerHour = (int)trace.Value(2);
            s_readings.ReservoirPa = (int)trace.Value(4) + lastDigit;
            s_readings.AmbientPa = (int)trace.Value(5) + lastDigit;
            s_readings.UtcSeconds = trace.Value(6);
            s_readings.DrugMilliC = (int)trace.Value(9) + lastDigit;
            s_readings.BoardMilliC = (int)trace.Value(10) + lastDigit;
            s_readings.BatteryMilliVolts = (int)trace.Value(11) + lastDigit;
            s_readings.BatteryPermille = (int)trace.Value(12) + lastDigit;
            s_readings.FlowValid = Bit(flags, 0);
            s_readings.FlowSmoothed = Bit(flags, 1);
            s_readings.AirInLine = Bit(flags, 2);
            s_readings.ChamberValid = Bit(flags, 3);
            s_readings.CatheterValid = Bit(flags, 4);
            s_readings.ReservoirValid = Bit(flags, 5);
            s_readings.AmbientValid = Bit(flags, 6);
            s_readings.DrugTemperatureValid = Bit(flags, 7);
            s_readings.BoardTemperatureValid = Bit(flags, 8);
            s_readings.BatteryValid = Bit(flags, 9);
            s_readings.ClockValid = Bit(flags, 10);
            s_readings.PumpDriverValid = Bit(flags, 11);
            s_readings.MemoryValid = Bit(flags, 12);
        }

        private static void Compare(TraceReader trace, Pump pump, int tick)
        {
            s_decided[14] = (s_outputs.PumpRun ? 1 : 0) | (s_outputs.InletOpen ? 2 : 0) | (s_outputs.OutletOpen ? 4 : 0) | (s_outputs.KickWatchdog ? 8 : 0);
            s_decided[15] = s_outputs.PumpMilliVolts;
            s_decided[16] = s_outputs.PumpCycles;
            s_decided[17] = ((int)s_outputs.Shown << 8) | (int)s_outputs.Sounding;
            s_decided[18] = s_outputs.NextTickMs;
            s_decided[19] = (int)pump.Status.State;
            s_decided[20] = pump.Status.MeteredNl;
            s_decided[21] = pump.Status.PacketCount;

            for (int i = FirstDecision; i < TraceReader.FieldCount; i++)
            {
                if (s_decided[i] != trace.Value(i))
                {
                    Assert.AreEqual(trace.Value(i), s_decided[i], "tick " + tick.ToString() + " field " + i.ToString());
                }
            }
        }

        private static bool Bit(int flags, int bit) => (flags & (1 << bit)) != 0;
    }
}
