using Haip.Drivers;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Drivers;

[Trait("Category", "Drivers")]
public class Mb85rc256vMemoryTests
{
    private const byte Address = 0x50;
    private const byte IdentityAddress = 0x7C;

    private readonly VirtualI2cBus _bus = new();
    private readonly Mb85rc256vPart _part = new();
    private readonly Mb85rc256vMemory _memory;

    public Mb85rc256vMemoryTests()
    {
        _bus.Attach(Address, _part);
        _bus.Attach(IdentityAddress, _part.Identity);
        _memory = new Mb85rc256vMemory(_bus);
    }

    [Theory]
    [Trait("Requirement", "SR-408")]
    [InlineData(new byte[] { 0x00, 0xA5, 0x10 }, true)]
    [InlineData(new byte[] { 0x00, 0xA6, 0x58 }, false)] // MB85RC512T, 64 KiB
    [InlineData(new byte[] { 0x00, 0x45, 0x10 }, false)] // another manufacturer
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF }, false)]
    public void Only_a_256_kilobit_fujitsu_memory_starts(byte[] identity, bool expected)
    {
        var bus = new ScriptedI2cBus(identity);

        Assert.Equal(expected, new Mb85rc256vMemory(bus).TryStart(0));
        Assert.Equal(["7C: A0"], bus.Writes);
    }

    [Fact]
    public void A_write_is_the_address_high_byte_first_and_then_the_data_which_are_read_back()
    {
        var bus = new ScriptedI2cBus(new byte[] { 0xAA, 0xBB });

        Assert.True(new Mb85rc256vMemory(bus).TryWrite(0x1234, [0xAA, 0xBB, 0xCC], 2));
        Assert.Equal(["50: 12-34-AA-BB", "50: 12-34"], bus.Writes);
    }

    [Theory]
    [Trait("Requirement", "SR-510")]
    [InlineData(0xAA, 0xBA)]
    [InlineData(0x2A, 0xBB)]
    public void A_write_that_is_not_read_back_as_it_was_has_failed(byte first, byte second)
    {
        var bus = new ScriptedI2cBus(new byte[] { first, second });

        Assert.False(new Mb85rc256vMemory(bus).TryWrite(0x1234, [0xAA, 0xBB], 2));
    }

    [Fact]
    [Trait("Requirement", "SR-510")]
    public void A_write_protected_memory_acknowledges_and_is_found_out()
    {
        _part.WriteProtected = true;

        Assert.False(_memory.TryWrite(100, [1, 2, 3], 3));
        Assert.Equal(0, _part.Contents[100]);
    }

    [Fact]
    public void A_read_is_the_address_and_then_the_data_in_one_transfer()
    {
        var bus = new ScriptedI2cBus(new byte[] { 0xAA, 0xBB });
        var buffer = new byte[2];

        Assert.True(new Mb85rc256vMemory(bus).TryRead(0x7FFE, buffer, 2));
        Assert.Equal(["50: 7F-FE"], bus.Writes);
        Assert.Equal([0xAA, 0xBB], buffer);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12_345)]
    [InlineData(32_768 - 32)]
    public void What_was_written_is_read_after_the_supply_was_lost(int address)
    {
        var data = new byte[32];

        for (int i = 0; i < data.Length; i++)
        {
            data[i] = (byte)(i + 1);
        }

        Assert.True(_memory.TryStart(0));
        Assert.True(_memory.TryWrite(address, data, data.Length));
        _bus.PowerCycle();
        var buffer = new byte[32];

        Assert.True(_memory.TryRead(address, buffer, buffer.Length));
        Assert.Equal(data, buffer);
        Assert.Equal(data, _part.Contents.Slice(address, 32).ToArray());
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(32_768, 1)]
    [InlineData(32_767, 2)]                       // would roll over to address 0
    [InlineData(int.MaxValue, 1)]
    [InlineData(1, int.MaxValue)]
    [InlineData(0, 33)]                           // longer than the buffer
    public void A_range_that_does_not_fit_is_refused_before_anything_is_sent(int address, int length)
    {
        var bus = new ScriptedI2cBus(new byte[] { 0 });
        var memory = new Mb85rc256vMemory(bus);

        Assert.False(memory.TryRead(address, new byte[32], length));
        Assert.False(memory.TryWrite(address, new byte[32], length));
        Assert.Empty(bus.Writes);
    }

    [Fact]
    public void More_than_a_frame_is_read_but_not_written_at_once()
    {
        _part.Contents.Fill(0x5A);
        var buffer = new byte[64];

        Assert.True(_memory.TryRead(0, buffer, 64));
        Assert.Equal(0x5A, buffer[63]);
        Assert.False(_memory.TryWrite(0, new byte[64], 33));
        Assert.Equal(0x5A, _part.Contents[0]);
    }

    [Fact]
    [Trait("Requirement", "SR-409")]
    public void An_absent_memory_reads_as_nothing_and_comes_back_with_its_contents()
    {
        _part.Contents[7] = 0x42;
        _bus.SetFault(Address, BusFault.Absent);
        _bus.SetFault(IdentityAddress, BusFault.Absent);
        byte[] buffer = [0x99];

        Assert.False(_memory.TryStart(0));
        Assert.False(_memory.TryWrite(7, [0x43], 1));
        Assert.False(_memory.TryRead(7, buffer, 1));
        Assert.Equal(0, buffer[0]);

        _bus.SetFault(Address, BusFault.None);
        _bus.SetFault(IdentityAddress, BusFault.None);
        Assert.True(_memory.TryReset());
        Assert.True(_memory.TryStart(0));
        Assert.True(_memory.TryRead(7, buffer, 1));
        Assert.Equal(0x42, buffer[0]);
    }

    [Fact]
    public void A_corrupted_identity_does_not_start()
    {
        _bus.SetFault(IdentityAddress, BusFault.CorruptReads);

        Assert.False(_memory.TryStart(0));
    }
}
