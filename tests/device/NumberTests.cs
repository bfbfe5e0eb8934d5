using System;
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

        [TestMethod]
        public void Products_and_totals_wrap_like_sums()
        {
            int factor = 65_536;
            long largest = long.MaxValue;

            Assert.AreEqual(0, factor * factor);
            Assert.AreEqual(4_294_967_296L, (long)factor * factor);
            Assert.AreEqual(long.MinValue, largest + 1);
        }

        [TestMethod]
        public void A_cast_keeps_the_low_bits()
        {
            long wide = 0x1_2345_6789_ABL;
            int negative = -1;

            Assert.AreEqual(0x4567_89AB, (int)(wide & 0x7FFF_FFFF));
            Assert.AreEqual((byte)0xAB, (byte)wide);
            Assert.AreEqual(uint.MaxValue, (uint)negative);
            Assert.AreEqual(-1L, (long)negative);
            Assert.AreEqual(4_294_967_295L, (long)(uint)negative);
        }

        [TestMethod]
        public void A_negative_number_shifts_with_its_sign()
        {
            int negative = -8;
            long wide = -8;

            Assert.AreEqual(-2, negative >> 2);
            Assert.AreEqual(-2L, wide >> 2);
            Assert.AreEqual(0x3FFF_FFFEU, (uint)negative >> 2);
        }

        [TestMethod]
        public void A_remainder_has_the_sign_of_what_was_divided()
        {
            int negative = -7;

            Assert.AreEqual(-3, negative / 2);
            Assert.AreEqual(-1, negative % 2);
            Assert.AreEqual(-3_600L, -3_600_999L / 1_000);
        }

        [TestMethod]
        public void A_division_by_zero_throws_something()
        {
            int zero = 0;
            bool thrown = false;

            try
            {
                OutputHelper.WriteLine((7 / zero).ToString());
            }
            catch (Exception)
            {
                thrown = true; // another type on the device than on the PC
            }

            Assert.IsTrue(thrown);
        }

        [TestMethod]
        public void What_is_no_number_passes_a_lower_limit_on_the_device_only()
        {
            double nothing = double.NaN;

            // Why Core has no floating-point comparisons: the device's interpreter calls an unordered pair greater.
            Assert.AreEqual(BoardUnderTest.IsDevice, nothing > 5);
            Assert.AreEqual(BoardUnderTest.IsDevice, nothing >= 5);
            Assert.IsFalse(nothing < 5);
            Assert.IsFalse(nothing <= 5);
        }
    }
}
