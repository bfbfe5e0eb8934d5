using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Safety;
using nanoFramework.TestFramework;

namespace Haip.DeviceTests
{
    /// <summary>How an alarm comes and how it goes.</summary>
    [TestClass]
    public class AlarmMonitorTests
    {
        [TestMethod]
        public void An_alarm_waits_for_its_delay_without_a_break()
        {
            var monitor = new AlarmMonitor(AlarmTable.Rows, new PendingEvents());
            Readings readings = Healthy.Readings();
            DeliveryStatus status = Healthy.Status();

            readings.ChamberValid = false;
            monitor.Update(readings, status, 1_900);
            Assert.IsFalse(monitor.IsRaised(AlarmId.ChamberSensorLost));

            readings.ChamberValid = true;
            monitor.Update(readings, status, 100);
            readings.ChamberValid = false;
            monitor.Update(readings, status, 1_900);
            Assert.IsFalse(monitor.IsRaised(AlarmId.ChamberSensorLost));

            monitor.Update(readings, status, 100);
            Assert.IsTrue(monitor.IsRaised(AlarmId.ChamberSensorLost));
            Assert.AreEqual((int)AlarmPriority.High, (int)monitor.Highest);
            Assert.AreEqual((int)AlarmResponse.Stop, (int)monitor.Response);
        }

        [TestMethod]
        public void A_latched_alarm_stays_until_a_person_has_seen_it()
        {
            var monitor = new AlarmMonitor(AlarmTable.Rows, new PendingEvents());
            Readings readings = Healthy.Readings();
            DeliveryStatus status = Healthy.Status();

            readings.AirInLine = true;
            monitor.Update(readings, status, 200);
            monitor.Acknowledge(readings, status);
            Assert.IsTrue(monitor.IsRaised(AlarmId.AirInLine));

            readings.AirInLine = false;
            monitor.Update(readings, status, 200);
            Assert.IsTrue(monitor.IsRaised(AlarmId.AirInLine));

            monitor.Acknowledge(readings, status);
            Assert.IsFalse(monitor.IsRaised(AlarmId.AirInLine));
            Assert.AreEqual((int)AlarmResponse.Continue, (int)monitor.Response);
        }

        [TestMethod]
        public void An_alarm_that_is_not_latched_goes_by_itself()
        {
            var monitor = new AlarmMonitor(AlarmTable.Rows, new PendingEvents());
            Readings readings = Healthy.Readings();
            DeliveryStatus status = Healthy.Status();

            readings.BatteryValid = false;
            monitor.Update(readings, status, 30_000);
            Assert.IsTrue(monitor.IsRaised(AlarmId.FuelGaugeLost));

            readings.BatteryValid = true;
            monitor.Update(readings, status, 50);
            Assert.IsFalse(monitor.IsRaised(AlarmId.FuelGaugeLost));
            Assert.AreEqual((int)AlarmPriority.None, (int)monitor.Highest);
        }
    }
}
