using System;
using Haip.Core.Log;
using Xunit;

namespace Haip.HostTests.Safety;

[Trait("Category", "Safety")]
public class RecordRingTests
{
    private const int EntryLength = 12;
    private const int Capacity = 64;
    private const int RingLength = EntryLength * Capacity;
    private const uint AllNumbers = 65_536 * Capacity;

    private readonly byte[] _read = new byte[EntryLength];

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xFF)]
    public void A_new_memory_holds_no_entry(byte fill)
    {
        RecordRing ring = Opened(new FlakyMemory(fill, RingLength));

        Assert.Equal(0u, ring.NextNumber);
        Assert.False(ring.TryRead(0, _read));
        Assert.False(ring.TryRead(AllNumbers - 1, _read));
    }

    [Fact]
    [Trait("Requirement", "SR-509")]
    public void Numbers_go_on_after_a_reset_beyond_sixteen_bits()
    {
        var memory = new FlakyMemory(0, RingLength);
        RecordRing ring = Opened(memory);

        for (uint number = 0; number < 70_000; number++)
        {
            Assert.True(ring.TryAppend(Entry(number)));

            if (number % 997 == 0)
            {
                ring = Opened(memory);
            }

            Assert.Equal(number + 1, ring.NextNumber);
        }

        ring = Opened(memory);
        AssertHolds(ring, 70_000 - Capacity, 70_000);
        Assert.False(ring.TryRead(70_000 - Capacity - 1, _read));
        Assert.False(ring.TryRead(70_000, _read));
    }

    [Fact]
    public void After_the_last_number_comes_the_first()
    {
        var memory = new FlakyMemory(0, RingLength);
        byte[] last = Entry(AllNumbers - 1);
        LittleEndian.Write16(last, 6, 0xFFFF);
        LittleEndian.Write16(last, EntryLength - 2, Crc16.Of(last, EntryLength - 2));
        last.CopyTo(memory.Bytes, (Capacity - 1) * EntryLength);

        for (uint i = 0; i < 3 * Capacity; i++)
        {
            RecordRing ring = Opened(memory);
            Assert.Equal(i, ring.NextNumber);
            Assert.True(i >= Capacity || ring.TryRead(AllNumbers - 1, _read));
            Assert.True(ring.TryAppend(Entry(i)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(Capacity - 1)]
    [InlineData(Capacity)]
    [InlineData((3 * Capacity) + 7)]
    [Trait("Requirement", "SR-504")]
    public void A_cut_at_any_byte_loses_the_entry_that_was_written_and_at_most_the_oldest(int entries)
    {
        byte[] image = Image(entries);

        for (int cut = 0; cut < EntryLength; cut++)
        {
            var memory = new FlakyMemory(image);
            RecordRing ring = Opened(memory);
            memory.PowerLeftBytes = cut;
            Assert.False(ring.TryAppend(Entry((uint)entries)));
            memory.PowerLeftBytes = long.MaxValue;

            ring = Opened(memory);
            Assert.Equal((uint)entries, ring.NextNumber);
            AssertHolds(ring, (uint)Math.Max(0, entries - Capacity + 1), (uint)entries);
            Assert.False(ring.TryRead((uint)entries, _read));

            Assert.True(ring.TryAppend(Entry((uint)entries)));
            AssertHolds(Opened(memory), (uint)Math.Max(0, entries - Capacity + 1), (uint)entries + 1);
        }
    }

    [Fact]
    public void A_flipped_bit_loses_its_own_entry_and_no_other()
    {
        const uint Entries = (2 * Capacity) + 30;
        byte[] image = Image((int)Entries);

        for (int bit = 0; bit < RingLength * 8; bit++)
        {
            var memory = new FlakyMemory(image);
            memory.Bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            RecordRing ring = Opened(memory);
            int place = bit / 8 / EntryLength;
            bool newest = place == (Entries - 1) % Capacity;
            Assert.Equal(newest ? Entries - 1 : Entries, ring.NextNumber);

            for (uint number = Entries - Capacity; number < Entries; number++)
            {
                bool hit = number % Capacity == place;
                bool gone = newest && number == Entries - Capacity - 1;
                Assert.True(hit || gone || ring.TryRead(number, _read));
                Assert.False(hit && ring.TryRead(number, _read));
            }
        }
    }

    [Fact]
    public void A_search_that_the_memory_interrupts_goes_on_where_it_was()
    {
        var memory = new FlakyMemory(Image(100));
        var ring = new RecordRing(memory, 0, EntryLength, Capacity);
        Assert.True(ring.TrySearch(10));
        memory.Silent = true;
        Assert.False(ring.TrySearch(10));
        Assert.False(ring.TryAppend(Entry(1)));
        Assert.False(ring.TryRead(99, _read));
        memory.Silent = false;

        int calls = 0;

        while (!ring.Searched && calls < 100)
        {
            Assert.True(ring.TrySearch(10));
            calls++;
        }

        Assert.Equal(6, calls);
        Assert.Equal(100u, ring.NextNumber);
    }

    [Fact]
    public void A_memory_of_anything_ends_in_a_ring_that_works()
    {
        var random = new Random(2);

        for (int i = 0; i < 300; i++)
        {
            var memory = new FlakyMemory(0, RingLength);
            random.NextBytes(memory.Bytes);
            RecordRing ring = Opened(memory);
            uint number = ring.NextNumber;
            Assert.True(ring.TryAppend(Entry(number)));
            Assert.True(ring.TryRead(number, _read));
            Assert.Equal(Entry(number)[8], _read[8]);
        }
    }

    private static RecordRing Opened(FlakyMemory memory)
    {
        var ring = new RecordRing(memory, 0, EntryLength, Capacity);
        Assert.True(ring.TrySearch(Capacity));
        Assert.True(ring.Searched);
        return ring;
    }

    private static byte[] Image(int entries)
    {
        var memory = new FlakyMemory(0, RingLength);
        RecordRing ring = Opened(memory);

        for (uint i = 0; i < entries; i++)
        {
            Assert.True(ring.TryAppend(Entry(i)));
        }

        return memory.Bytes;
    }

    private static byte[] Entry(uint number)
    {
        byte[] entry = new byte[EntryLength];
        LittleEndian.Write32(entry, 0, number * 2_654_435_761);
        entry[5] = 1;
        LittleEndian.Write16(entry, 8, (int)(number & 0xFFFF));
        return entry;
    }

    private void AssertHolds(RecordRing ring, uint first, uint end)
    {
        for (uint number = first; number < end; number++)
        {
            Assert.True(ring.TryRead(number, _read), $"{number} of {first} to {end}");
            Assert.Equal((int)(number & 0xFFFF), LittleEndian.Read16(_read, 8));
        }
    }
}
