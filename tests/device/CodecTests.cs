using Haip.Core.Log;
using Haip.Drivers;
using nanoFramework.TestFramework;

namespace Haip.DeviceTests
{
    /// <summary>Bytes and check values against published vectors.</summary>
    [TestClass]
    public class CodecTests
    {
        [TestMethod]
        public void The_check_value_of_nine_digits_is_the_published_one()
        {
            byte[] digits = { 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39 };

            Assert.AreEqual(0xCBF43926U, Crc32.Of(digits, digits.Length));
            Assert.AreEqual(0U, Crc32.Of(digits, 0));
        }

        [TestMethod]
        public void The_sensor_check_byte_is_the_one_of_the_data_sheet()
        {
            byte[] frame = { 0xBE, 0xEF, 0x92, 0xBE, 0xEE, 0x92 };

            Assert.IsTrue(Crc8.Matches(frame, 0));
            Assert.IsFalse(Crc8.Matches(frame, 3));
        }

        [TestMethod]
        public void Numbers_are_stored_lowest_byte_first()
        {
            byte[] buffer = new byte[12];

            LittleEndian.Write64(buffer, 3, -2);
            LittleEndian.Write32(buffer, 0, 0x80C0E0F0);

            Assert.AreEqual((byte)0xF0, buffer[0]);
            Assert.AreEqual((byte)0x80, buffer[3]);
            Assert.AreEqual(0x80C0E0F0U, LittleEndian.Read32(buffer, 0));
            LittleEndian.Write64(buffer, 4, -2_160_000_000_001L);
            Assert.AreEqual(-2_160_000_000_001L, LittleEndian.Read64(buffer, 4));
        }

        [TestMethod]
        public void Totals_come_back_as_they_were_written()
        {
            byte[] buffer = new byte[Totals.Length];
            new Totals { OrderedNl = 1, MeteredFl = long.MaxValue, MissedNl = -3, ReservoirFillNl = 30_000_000_000, MeteredAtFillNl = long.MinValue }.Write(buffer);

            var back = new Totals();
            back.Read(buffer);

            Assert.AreEqual(1L, back.OrderedNl);
            Assert.AreEqual(long.MaxValue, back.MeteredFl);
            Assert.AreEqual(-3L, back.MissedNl);
            Assert.AreEqual(30_000_000_000L, back.ReservoirFillNl);
            Assert.AreEqual(long.MinValue, back.MeteredAtFillNl);
        }

        [TestMethod]
        public void A_frame_of_the_flow_sensor_becomes_a_flow_and_a_broken_one_does_not()
        {
            // 07 03 03: the product; then -1000 counts of 0.1 uL/min.
            byte[] identity = { 0x07, 0x03, 0x7C, 0x03, 0x02, 0xCE, 0x00, 0x00, 0x81, 0x00, 0x00, 0x81, 0x12, 0x34, 0x37, 0x56, 0x78, 0x7D };
            byte[] frame = { 0xFC, 0x18, 0xD7, 0x1D, 0xB0, 0x10, 0x00, 0x00, 0x81 };
            var bus = new AnsweringBus { Answer = identity };
            var sensor = new Slf3sFlowSensor(bus);
            Assert.IsTrue(sensor.TryStart(0));

            bus.Answer = frame;
            Assert.IsTrue(sensor.TryRead(1_000, out int flowNlPerHour));
            Assert.AreEqual(-6_000_000, flowNlPerHour);

            frame[1] ^= 0x01;
            Assert.IsFalse(sensor.TryRead(1_050, out flowNlPerHour));
            Assert.AreEqual(0, flowNlPerHour);
        }
    }
}
