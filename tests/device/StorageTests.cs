using Haip.Core.Log;
using nanoFramework.TestFramework;

namespace Haip.DeviceTests
{
    /// <summary>What is in the memory after the power went at the worst moment.</summary>
    [TestClass]
    public class StorageTests
    {
        private const int PayloadLength = 40;
        private const int SlotLength = PayloadLength + TwoSlotRecord.OverheadLength;

        [TestMethod]
        public void An_empty_memory_holds_no_record()
        {
            Assert.IsTrue(new TwoSlotRecord(new TornMemory(), 0, PayloadLength).Load(new byte[PayloadLength]) == LoadResult.New);
        }

        [TestMethod]
        public void The_last_of_many_records_comes_back()
        {
            var memory = new TornMemory();
            var record = new TwoSlotRecord(memory, 0, PayloadLength);

            for (byte i = 1; i <= 5; i++)
            {
                Assert.IsTrue(record.TrySave(Filled(i)));
            }

            Assert.AreEqual((byte)5, Loaded(memory));
        }

        [TestMethod]
        public void A_write_that_is_torn_after_any_byte_leaves_the_record_before_it()
        {
            for (int written = 0; written < SlotLength; written++)
            {
                var memory = new TornMemory();
                var record = new TwoSlotRecord(memory, 0, PayloadLength);
                Assert.IsTrue(record.TrySave(Filled(1)));
                Assert.IsTrue(record.TrySave(Filled(2)));

                memory.PowerLeftBytes = written;
                Assert.IsFalse(record.TrySave(Filled(3)));
                memory.PowerLeftBytes = int.MaxValue;

                Assert.AreEqual((byte)2, Loaded(memory));
            }
        }

        [TestMethod]
        public void After_a_torn_write_the_next_one_is_kept()
        {
            var memory = new TornMemory();
            var record = new TwoSlotRecord(memory, 0, PayloadLength);
            Assert.IsTrue(record.TrySave(Filled(1)));
            memory.PowerLeftBytes = 20;
            Assert.IsFalse(record.TrySave(Filled(2)));

            memory.PowerLeftBytes = int.MaxValue;
            var after = new TwoSlotRecord(memory, 0, PayloadLength);
            Assert.IsTrue(after.Load(new byte[PayloadLength]) == LoadResult.Torn);
            Assert.IsTrue(after.TrySave(Filled(3)));

            Assert.AreEqual((byte)3, Loaded(memory));
        }

        private static byte[] Filled(byte value)
        {
            byte[] payload = new byte[PayloadLength];

            for (int i = 0; i < payload.Length; i++)
            {
                payload[i] = value;
            }

            return payload;
        }

        private static byte Loaded(TornMemory memory)
        {
            byte[] payload = new byte[PayloadLength];
            LoadResult result = new TwoSlotRecord(memory, 0, PayloadLength).Load(payload);
            Assert.IsTrue(result == LoadResult.Whole || result == LoadResult.Torn);

            for (int i = 1; i < payload.Length; i++)
            {
                Assert.AreEqual(payload[0], payload[i]);
            }

            return payload[0];
        }
    }
}
