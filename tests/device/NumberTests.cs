using nanoFramework.TestFramework;

namespace Haip.DeviceTests
{
    /// <summary>How the device's interpreter counts where the firmware relies on it. The runner calls without an instance: no test may use this.</summary>
    [TestClass]
    public class NumberTests
    {
        [TestMethod]
        public void Integers_wrap_silently()
        {
            int largest = int.MaxValue;
            uint none = 0;

            Assert.AreEqual(int.MinValue, largest + 1);
            Assert.AreEqual(uint.MaxValue, none - 1);
        }

        [TestMethod]
        public void A_sequence_number_is_newer_across_the_wrap()
        {
            uint before = uint.MaxValue;
            uint after = before + 1;

            Assert.IsTrue((int)(after - before) > 0);
            Assert.IsTrue((int)(before - after) < 0);
        }

        [TestMethod]
        public void Integer_division_rounds_towards_zero()
        {
            long negative = -7;
            int three = 3;

            Assert.AreEqual(-2L, negative / three);
            Assert.AreEqual(-1L, negative % three);
        }

        [TestMethod]
        public void A_long_holds_a_product_that_an_int_does_not()
        {
            int rateNlPerHour = 600_000;
            long durationMs = 3_600_000;

            Assert.AreEqual(2_160_000_000_000L, rateNlPerHour * durationMs);
        }

        [TestMethod]
        public void Two_bytes_become_a_signed_number()
        {
            byte high = 0xFF;
            byte low = 0xFE;

            int together = (short)((high << 8) | low);

            Assert.AreEqual(-2, together);
        }

        [TestMethod]
        public void A_range_that_is_tested_from_both_sides_refuses_what_is_no_number()
        {
            double nothing = double.NaN;

            Assert.IsFalse(nothing >= 0 && nothing <= 5);
            Assert.IsTrue(double.IsNaN(nothing));
        }
    }
}
