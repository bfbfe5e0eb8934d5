using Haip.Core.Delivery;
using nanoFramework.TestFramework;

namespace Haip.DeviceTests
{
    /// <summary>The state table: every listed pair, and every pair that is not listed.</summary>
    [TestClass]
    public class StateTableTests
    {
        private const int StateCount = 7;
        private const int EventCount = 14;

        [TestMethod]
        public void Every_row_is_followed()
        {
            Assert.AreEqual(30, PumpTransitions.Rows.Length);

            for (int i = 0; i < PumpTransitions.Rows.Length; i++)
            {
                PumpTransition row = PumpTransitions.Rows[i];
                Assert.AreEqual((int)row.To, (int)PumpTransitions.Next(row.From, row.On));
            }
        }

        [TestMethod]
        public void A_pair_that_is_not_listed_changes_nothing()
        {
            int unlisted = 0;

            for (int from = 0; from < StateCount; from++)
            {
                for (int on = 0; on < EventCount; on++)
                {
                    if (!IsListed((PumpState)from, (PumpEvent)on))
                    {
                        unlisted++;
                        Assert.AreEqual(from, (int)PumpTransitions.Next((PumpState)from, (PumpEvent)on));
                    }
                }
            }

            Assert.AreEqual(StateCount * EventCount - PumpTransitions.Rows.Length, unlisted);
        }

        [TestMethod]
        public void A_stop_is_left_only_by_a_person_who_clears_the_alarm()
        {
            for (int on = 0; on < EventCount; on++)
            {
                PumpState next = PumpTransitions.Next(PumpState.Stopped, (PumpEvent)on);
                Assert.IsFalse(PumpTransitions.Delivers(next));
            }
        }

        private static bool IsListed(PumpState from, PumpEvent on)
        {
            for (int i = 0; i < PumpTransitions.Rows.Length; i++)
            {
                if (PumpTransitions.Rows[i].From == from && PumpTransitions.Rows[i].On == on)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
