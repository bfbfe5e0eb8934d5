using System;
using System.Linq;
using System.Threading;
using Haip.Core.Protocol;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>Between the radio's threads and the pump's.</summary>
[Trait("Category", "Radio")]
public class MailboxTests
{
    private readonly Mailbox _mailbox = new();

    public MailboxTests()
    {
        _mailbox.Connected();
        _mailbox.SecurityChanged(true);
    }

    [Fact]
    public void Frames_come_out_in_order_and_whole()
    {
        for (int i = 1; i <= 3; i++)
        {
            Assert.Equal(WriteAnswer.Taken, _mailbox.Write(GattCharacteristic.Command, [.. Enumerable.Repeat((byte)i, i * 10)], i * 10));
        }

        byte[] frame = new byte[100];

        for (int i = 1; i <= 3; i++)
        {
            Assert.True(_mailbox.TryTake(_mailbox.LinkCount, out GattCharacteristic target, frame, out int length));
            Assert.Equal((GattCharacteristic.Command, i * 10), (target, length));
            Assert.All(frame[..length], value => Assert.Equal(i, value));
        }

        Assert.False(_mailbox.TryTake(_mailbox.LinkCount, out _, frame, out _));
    }

    [Fact]
    public void A_full_mailbox_says_so_and_loses_nothing()
    {
        for (int i = 0; i < Mailbox.Capacity; i++)
        {
            Assert.Equal(WriteAnswer.Taken, _mailbox.Write(GattCharacteristic.Command, [(byte)i], 1));
        }

        Assert.Equal(WriteAnswer.Busy, _mailbox.Write(GattCharacteristic.Command, [99], 1));
        byte[] frame = new byte[100];
        _mailbox.TryTake(_mailbox.LinkCount, out _, frame, out _);
        Assert.Equal(0, frame[0]);
        Assert.Equal(WriteAnswer.Taken, _mailbox.Write(GattCharacteristic.Command, [8], 1));
    }

    [Theory]
    [InlineData(GattCharacteristic.Status, 10, WriteAnswer.NotWritable)]
    [InlineData(GattCharacteristic.None, 10, WriteAnswer.NotWritable)]
    [InlineData((GattCharacteristic)99, 10, WriteAnswer.NotWritable)]
    [InlineData(GattCharacteristic.Command, 0, WriteAnswer.BadLength)]
    [InlineData(GattCharacteristic.Command, 101, WriteAnswer.BadLength)]
    [InlineData(GattCharacteristic.Session, 29, WriteAnswer.BadLength)]
    public void What_cannot_be_right_is_refused_at_once(GattCharacteristic characteristic, int length, WriteAnswer answer)
    {
        Assert.Equal(answer, _mailbox.Write(characteristic, new byte[200], length));
        Assert.Equal(0, _mailbox.WaitingCount);
    }

    [Fact]
    [Trait("Requirement", "SR-801")]
    public void Authentication_belongs_to_one_link()
    {
        _mailbox.Disconnected();
        Assert.False(_mailbox.Authenticated);
        _mailbox.SecurityChanged(true); // late news of a link that is gone
        Assert.False(_mailbox.Authenticated);
        _mailbox.Connected();
        Assert.False(_mailbox.Authenticated);
        Assert.Equal(20, _mailbox.FrameLength);
    }

    [Fact]
    public void Frames_of_a_newer_link_wait_until_the_pump_knows_of_it()
    {
        int before = _mailbox.LinkCount;
        _mailbox.Disconnected();
        _mailbox.Connected();
        _mailbox.SecurityChanged(true);
        _mailbox.Write(GattCharacteristic.Command, [1], 1);

        Assert.False(_mailbox.TryTake(before, out _, new byte[100], out _));
        Assert.True(_mailbox.TryTake(_mailbox.LinkCount, out _, new byte[100], out _));
    }

    [Fact]
    public void Values_are_read_whole_while_others_are_published()
    {
        using var stop = new CancellationTokenSource();
        var publisher = new Thread(() =>
        {
            byte[] value = new byte[73];

            for (byte i = 0; !stop.IsCancellationRequested; i++)
            {
                Array.Fill(value, i);
                _mailbox.Publish(GattCharacteristic.Status, value, value.Length);
            }
        });
        publisher.Start();
        byte[] read = new byte[100];

        for (int i = 0; i < 100_000; i++)
        {
            int length = _mailbox.Read(GattCharacteristic.Status, read);
            Assert.True(length is 0 or 73);
            Assert.True(read.AsSpan(0, length).IndexOfAnyExcept(read[0]) < 0);
        }

        stop.Cancel();
        publisher.Join();
    }

    [Fact]
    [Trait("Requirement", "SR-816")]
    public void Nothing_is_allocated()
    {
        byte[] frame = new byte[100];
        long allocated = 0;

        for (int i = 0; i < 2; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();

            for (int j = 0; j < 1_000; j++)
            {
                _mailbox.Write(GattCharacteristic.Command, frame, 100);
                _mailbox.TryTake(_mailbox.LinkCount, out _, frame, out _);
                _mailbox.Publish(GattCharacteristic.Status, frame, 73);
                _mailbox.Read(GattCharacteristic.Status, frame);
            }

            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated);
    }
}
