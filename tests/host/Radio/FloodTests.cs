using System;
using Haip.Core.Delivery;
using Haip.Core.Protocol;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>More than anybody needs.</summary>
[Trait("Category", "Radio")]
public class FloodTests
{
    private const int RateNlPerHour = 54_167;

    [Theory]
    [InlineData(GattCharacteristic.Alarms)]
    [InlineData(GattCharacteristic.Session)]
    [InlineData(GattCharacteristic.Command)]
    [Trait("Requirement", "SR-804")]
    [Trait("Requirement", "SR-816")]
    public void A_hundred_thousand_random_frames_change_nothing(GattCharacteristic characteristic)
    {
        RadioWorld world = RadioWorld.Infusing();
        RadioWorld quiet = RadioWorld.Infusing();
        world.Link.Forgets = true;
        string before = world.Truth();
        var random = new Random(11);
        byte[] frame = new byte[100];
        int taken = 0;

        for (int i = 0; i < 100_000; i++)
        {
            random.NextBytes(frame);
            int length = random.Next(1, GattTable.Find(characteristic).Length + 1);

            if (i % 3 == 0)
            {
                frame[0] = (byte)(i % 2 == 0 ? 0x0F : 0x3C); // looks like a hello or a proof
                frame[1] = 1;
                frame[2] = 0x3C;
            }

            while (world.Mailbox.Write(characteristic, frame, length) == WriteAnswer.Busy)
            {
                world.Tick();
            }

            taken++;
            world.ServeBytes = i < 1_000 ? 0 : world.ServeBytes; // what is compiled at its first call is compiled
        }

        world.Tick(20);
        Assert.Equal(100_000, taken);
        Assert.Equal(before, world.Truth());
        Assert.Equal(0, world.ServeBytes);
        DeliversLike(quiet, world);
    }

    [Fact]
    [Trait("Requirement", "SR-816")]
    public void A_flood_of_writes_takes_nothing_from_delivery_and_no_memory()
    {
        RadioWorld world = RadioWorld.Infusing();
        RadioWorld quiet = RadioWorld.Infusing();
        world.Link.Forgets = true;
        byte[] frame = new byte[100];
        world.Run(600);
        long meteredNl = world.Status.MeteredNl;

        for (int i = 0; i < 36_000; i++)
        {
            for (int write = 0; write < 20; write++)
            {
                world.Mailbox.Write(GattCharacteristic.Command, frame, 100);
            }

            world.Tick();
            world.ServeBytes = i < 1_000 ? 0 : world.ServeBytes; // what is compiled at its first call is compiled
        }

        double hours = (world.Status.NowMs / 3.6e6) - (600 / 3_600.0);
        Assert.InRange(world.Status.MeteredNl - meteredNl, (RateNlPerHour * hours * 0.97) - 2_000, RateNlPerHour * hours * 1.03);
        Assert.Equal(0, world.ServeBytes);
        DeliversLike(quiet, world);
    }

    [Fact]
    [Trait("Requirement", "SR-816")]
    public void A_thousand_cancelled_pairings_change_nothing()
    {
        RadioWorld world = RadioWorld.Infusing();
        RadioWorld quiet = RadioWorld.Infusing();
        world.Link.Forgets = true;
        string before = world.Truth();

        for (int i = 0; i < 1_000; i++)
        {
            world.Mailbox.Connected();
            world.Mailbox.SecurityChanged(false);
            world.Tick(i % 3);
            world.Mailbox.SecurityChanged(i % 2 == 0);
            world.Mailbox.Disconnected();
            world.ServeBytes = i < 10 ? 0 : world.ServeBytes;
        }

        world.Tick(2);
        Assert.Equal(before, world.Truth());
        Assert.Equal(0, world.ServeBytes);
        DeliversLike(quiet, world);
        world.Link.Forgets = false;
        world.Pair();
        world.Client.Open();
    }

    // To the nanolitre and the packet: what is delivered does not depend on what anybody sends.
    private static void DeliversLike(RadioWorld quiet, RadioWorld world)
    {
        while (quiet.Status.NowMs < world.Status.NowMs)
        {
            quiet.Tick();
        }

        Assert.Equal(PumpState.Infusing, world.Status.State);
        Assert.Equal((quiet.Status.NowMs, quiet.Status.PacketCount, quiet.Status.OrderedNl, quiet.Status.MeteredNl), (world.Status.NowMs, world.Status.PacketCount, world.Status.OrderedNl, world.Status.MeteredNl));
    }
}
