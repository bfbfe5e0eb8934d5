using Haip.Core;
using Haip.Core.Delivery;
using nanoFramework.TestFramework;

namespace Haip.DeviceTests
{
    /// <summary>The whole pump against a small world: what is ordered is delivered, and what a tick costs.</summary>
    [TestClass]
    public class PacketTests
    {
        private const int RateNlPerHour = 54_000;
        private const int TimedTicks = 1_000;

        private static TinyPlant s_plant;
        private static long s_freeBeforeBytes;

        [Setup]
        public void Start()
        {
            s_plant = new TinyPlant();
            Assert.AreEqual((int)Verdict.Accepted, (int)s_plant.Pump.Refill(30_000_000, true));
            Run(1_000); // the self-test
            TherapyOrder order = TherapyOrder.Constant(RateNlPerHour, 24, DeliverySchedule.DefaultPatencyNlPerHour);
            Assert.AreEqual((int)Verdict.Accepted, (int)s_plant.Pump.StartTherapy(order, true));
        }

        [TestMethod]
        public void What_is_ordered_is_delivered_to_within_a_packet()
        {
            long began = s_plant.Pump.Status.NowMs;
            Run(6_000);
            long orderedNl = Units.VolumeNl(RateNlPerHour, s_plant.Pump.Status.NowMs - began);
            long deliveredNl = s_plant.DeliveredFl / Units.FlPerNl;

            Assert.AreEqual((int)PumpState.Infusing, (int)s_plant.Pump.Status.State);
            Assert.IsTrue(s_plant.Pump.Status.PacketCount > 20);
            Assert.IsTrue(Units.Size(orderedNl - deliveredNl) <= PacketPlanner.TherapyPacketNl);
            Assert.IsTrue(Units.Size(s_plant.Pump.Status.MeteredNl - deliveredNl) <= PacketPlanner.TherapyPacketNl);
        }

        [TestMethod]
        public void A_thousand_ticks_leave_the_heap_as_it_was()
        {
            Run(TimedTicks); // what is made once is made
            BoardUnderTest.FreeBytes();
            s_freeBeforeBytes = BoardUnderTest.FreeBytes();
            Run(TimedTicks);

            Assert.AreEqual(s_freeBeforeBytes, BoardUnderTest.FreeBytes());
        }

        [TestMethod]
        public void A_thousand_ticks_take_less_than_half_the_time_they_have()
        {
            long beganMs = BoardUnderTest.NowMs();
            Run(TimedTicks);
            long tookMs = BoardUnderTest.NowMs() - beganMs;

            OutputHelper.WriteLine("1000 ticks took ms: " + tookMs.ToString());
            Assert.IsTrue(tookMs < TimedTicks * Pump.FlightTickMs / 2);
        }

        private static void Run(int ticks)
        {
            for (int i = 0; i < ticks; i++)
            {
                s_plant.Tick();
                Assert.IsFalse(s_plant.Outputs.InletOpen && s_plant.Outputs.OutletOpen);
            }
        }
    }
}
