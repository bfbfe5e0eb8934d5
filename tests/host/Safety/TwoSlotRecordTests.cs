using System;
using System.Linq;
using Haip.Core.Log;
using Xunit;

namespace Haip.HostTests.Safety;

[Trait("Category", "Safety")]
public class TwoSlotRecordTests
{
    private const int PayloadLength = 20;
    private const int SlotLength = PayloadLength + TwoSlotRecord.OverheadLength;
    private const int ImageLength = 2 * SlotLength;

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xFF)]
    [Trait("Requirement", "SR-501")]
    [Trait("Requirement", "SR-503")]
    public void A_cut_at_any_byte_of_any_save_leaves_the_record_before_it_and_no_doubts(byte fill)
    {
        byte[] image = new FlakyMemory(fill, ImageLength).Bytes;

        for (int saves = 0; saves < 200; saves++) // the number wraps twice
        {
            for (int cut = 0; cut < SlotLength; cut++)
            {
                var memory = new FlakyMemory(image) { PowerLeftBytes = long.MaxValue };
                TwoSlotRecord record = Loaded(memory);
                memory.PowerLeftBytes = cut;
                Assert.False(record.TrySave(Payload(saves + 1)));
                memory.PowerLeftBytes = long.MaxValue;
                byte[] found = new byte[PayloadLength];
                LoadResult result = Record(memory).Load(found);

                if (saves == 0)
                {
                    Assert.Equal(LoadResult.New, result);
                    continue;
                }

                Assert.True(result is LoadResult.Whole or LoadResult.Torn, $"{saves} {cut} {result}");
                Assert.Equal(Payload(saves), found);

                Assert.True(Loaded(memory).TrySave(Payload(saves + 2)));
                Assert.Equal(LoadResult.Whole, Record(memory).Load(found));
                Assert.Equal(Payload(saves + 2), found);
            }

            var next = new FlakyMemory(image);
            Assert.True(Loaded(next).TrySave(Payload(saves + 1)));
            image = next.Bytes;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(85)]
    [InlineData(86)]
    [InlineData(87)]
    [InlineData(171)]
    [Trait("Requirement", "SR-505")]
    public void No_flipped_bit_goes_back_to_an_older_record_in_silence(int saves)
    {
        byte[] image = Image(saves);

        for (int bit = 0; bit < ImageLength * 8; bit++)
        {
            var memory = new FlakyMemory(image);
            memory.Bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            byte[] found = new byte[PayloadLength];
            LoadResult result = Record(memory).Load(found);

            Assert.NotEqual(LoadResult.New, result);

            if (result is LoadResult.Whole or LoadResult.Torn)
            {
                Assert.Equal(Payload(saves), found);
            }
            else if (result == LoadResult.Doubtful)
            {
                Assert.True(found.SequenceEqual(Payload(saves)) || found.SequenceEqual(Payload(saves - 1)));
            }
            else
            {
                Assert.Equal(1, saves); // there was no other
            }
        }
    }

    [Fact]
    [Trait("Requirement", "SR-505")]
    public void Random_images_are_damaged_records_and_never_new_ones()
    {
        var random = new Random(1);

        for (int i = 0; i < 20_000; i++)
        {
            var memory = new FlakyMemory(0, ImageLength);
            random.NextBytes(memory.Bytes);
            Assert.Equal(LoadResult.Damaged, Record(memory).Load(new byte[PayloadLength]));
        }
    }

    [Fact]
    public void After_damage_to_both_slots_the_next_save_is_whole_without_doubts()
    {
        var memory = new FlakyMemory(Image(9));
        memory.Bytes[3] ^= 1;
        memory.Bytes[SlotLength + 3] ^= 1;
        TwoSlotRecord record = Record(memory);
        Assert.Equal(LoadResult.Damaged, record.Load(new byte[PayloadLength]));

        Assert.True(record.TrySave(Payload(10)));

        byte[] found = new byte[PayloadLength];
        Assert.Equal(LoadResult.Whole, Record(memory).Load(found));
        Assert.Equal(Payload(10), found);
    }

    [Fact]
    public void A_slot_that_was_erased_is_not_a_new_memory()
    {
        byte[] image = Image(8);
        var memory = new FlakyMemory(image);
        Array.Clear(memory.Bytes, 0, SlotLength);
        Assert.Equal(LoadResult.Doubtful, Record(memory).Load(new byte[PayloadLength]));

        memory = new FlakyMemory(image);
        Array.Clear(memory.Bytes, SlotLength, SlotLength);
        Assert.Equal(LoadResult.Doubtful, Record(memory).Load(new byte[PayloadLength]));
    }

    [Fact]
    public void A_slot_that_stopped_taking_writes_raises_doubts()
    {
        byte[] image = Image(8);
        var memory = new FlakyMemory(image);
        Assert.True(Loaded(memory).TrySave(Payload(9)));
        Assert.True(Loaded(memory).TrySave(Payload(10)));
        Assert.True(Loaded(memory).TrySave(Payload(11)));
        image.AsSpan(0, SlotLength).CopyTo(memory.Bytes); // the first slot is as it was

        Assert.Equal(LoadResult.Doubtful, Record(memory).Load(new byte[PayloadLength]));
    }

    [Fact]
    [Trait("Requirement", "SR-501")]
    public void A_record_that_was_never_loaded_does_not_overwrite_the_newest()
    {
        byte[] image = Image(7);

        for (int cut = 0; cut < SlotLength; cut++)
        {
            var memory = new FlakyMemory(image) { PowerLeftBytes = cut };
            Assert.False(Record(memory).TrySave(Payload(8)));
            memory.PowerLeftBytes = long.MaxValue;
            byte[] found = new byte[PayloadLength];
            Assert.NotEqual(LoadResult.Doubtful, Record(memory).Load(found));
            Assert.Equal(Payload(7), found);
        }
    }

    [Fact]
    public void A_silent_memory_is_neither_new_nor_damaged()
    {
        var memory = new FlakyMemory(Image(3)) { Silent = true };
        TwoSlotRecord record = Record(memory);

        Assert.Equal(LoadResult.Unreadable, record.Load(new byte[PayloadLength]));
        Assert.False(record.TrySave(Payload(4)));

        memory.Silent = false;
        Assert.True(record.TrySave(Payload(4)));
        byte[] found = new byte[PayloadLength];
        Assert.Equal(LoadResult.Whole, Record(memory).Load(found));
        Assert.Equal(Payload(4), found);
    }

    [Fact]
    public void Verifying_tells_the_record_from_any_other()
    {
        var memory = new FlakyMemory(Image(3));
        TwoSlotRecord record = Loaded(memory);

        Assert.Equal(LoadResult.Whole, record.Verify(Payload(3)));
        Assert.Equal(LoadResult.Damaged, record.Verify(Payload(2)));

        int newest = 0; // the third save went into the first slot again

        for (int bit = 0; bit < SlotLength * 8; bit++)
        {
            memory.Bytes[newest + (bit / 8)] ^= (byte)(1 << (bit % 8));
            Assert.Equal(LoadResult.Damaged, record.Verify(Payload(3)));
            memory.Bytes[newest + (bit / 8)] ^= (byte)(1 << (bit % 8));
        }

        memory.Silent = true;
        Assert.Equal(LoadResult.Unreadable, record.Verify(Payload(3)));
    }

    private static byte[] Image(int saves)
    {
        var memory = new FlakyMemory(0, ImageLength);
        TwoSlotRecord record = Record(memory);

        for (int i = 1; i <= saves; i++)
        {
            Assert.True(record.TrySave(Payload(i)));
        }

        return memory.Bytes;
    }

    private static TwoSlotRecord Record(FlakyMemory memory) => new(memory, 0, PayloadLength);

    private static TwoSlotRecord Loaded(FlakyMemory memory)
    {
        TwoSlotRecord record = Record(memory);
        record.Load(new byte[PayloadLength]);
        return record;
    }

    private static byte[] Payload(int seed)
    {
        byte[] payload = new byte[PayloadLength];
        new Random(seed).NextBytes(payload);
        return payload;
    }
}
