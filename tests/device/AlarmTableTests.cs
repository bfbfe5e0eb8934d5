using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using nanoFramework.TestFramework;

namespace Haip.DeviceTests
{
    /// <summary>The table of alarms is made of delegates in a static initialiser: each must exist and can be called.</summary>
    [TestClass]
    public class AlarmTableTests
    {
        [TestMethod]
        public void No_condition_holds_in_a_healthy_pump()
        {
            Readings readings = Healthy.Readings();
            DeliveryStatus status = Healthy.Status();

            Assert.AreEqual((int)AlarmId.MetersDriftApart, AlarmTable.Rows.Length);

            for (int i = 0; i < AlarmTable.Rows.Length; i++)
            {
                Assert.IsFalse(AlarmTable.Rows[i].Condition(readings, status), "row " + i.ToString());
            }
        }

        [TestMethod]
        public void Readings_of_nothing_raise_every_lost_part_and_nothing_that_is_measured()
        {
            var readings = new Readings();
            var status = new DeliveryStatus();
            int held = 0;

            for (int i = 0; i < AlarmTable.Rows.Length; i++)
            {
                held += AlarmTable.Rows[i].Condition(readings, status) ? 1 : 0;
            }

            // Chamber; pump driver; flow; catheter; memory; reservoir; ambient; drug temperature; board temperature; fuel gauge; clock.
            Assert.AreEqual(11, held);
        }

        [TestMethod]
        public void The_most_urgent_rows_come_first()
        {
            for (int i = 1; i < AlarmTable.Rows.Length; i++)
            {
                Assert.IsTrue(AlarmTable.Rows[i - 1].Priority >= AlarmTable.Rows[i].Priority);
            }
        }
    }
}
