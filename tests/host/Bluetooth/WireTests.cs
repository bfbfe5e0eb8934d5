using System;
using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBluetooth.Wire;
using Xunit;

namespace Haip.HostTests.Bluetooth;

/// <summary>D-Bus bytes: as the specification has them, and whatever a hostile client makes of them.</summary>
[Trait("Category", "Radio")]
public sealed class WireTests
{
    private const int MutationCount = 30_000;

    private static readonly Message s_rich = new(MessageKind.Signal)
    {
        Serial = 7,
        Path = "/org/bluez/hci0",
        Interface = "org.freedesktop.DBus.Properties",
        Member = "PropertiesChanged",
        Signature = "sa{sv}asayv(nqiuxtdbog)aay",
        Body =
        [
            "org.bluez.Adapter1",
            new Dictionary<string, Variant> { ["RSSI"] = Variant.Of((short)-48), ["Deep"] = new Variant("v", Variant.Of(true)) },
            new[] { "a", "bc" },
            new byte[] { 1, 2, 3 },
            new Variant("a{sa{sv}}", new Dictionary<string, Dictionary<string, Variant>>()),
            new object[] { (short)-1, (ushort)2, -3, 4u, -5L, 6ul, 0.5, true, new ObjectPath("/"), "as" },
            new[] { new byte[] { 1 }, Array.Empty<byte>() },
        ],
    };

    [Fact]
    public void A_call_has_the_bytes_of_the_specification()
    {
        byte[] bytes = MessageCodec.Encode(new Message(MessageKind.Call) { Serial = 1, Path = "/", Member = "Hi", Destination = "a.b", Signature = "u", Body = [0x01020304u] });

        Assert.Equal(
            "6C010001040000000100000037000000"
            + "01016F00010000002F00000000000000"
            + "03017300020000004869000000000000"
            + "0601730003000000612E620000000000"
            + "080167000175000004030201",
            Convert.ToHexString(bytes));
    }

    [Fact]
    public void What_is_written_is_what_is_read()
    {
        Message read = MessageCodec.Decode(MessageCodec.Encode(s_rich));

        Assert.Equal((s_rich.Path, s_rich.Interface, s_rich.Member, s_rich.Signature, 7u), (read.Path, read.Interface, read.Member, read.Signature, read.Serial));
        Assert.Equal("org.bluez.Adapter1", read.Argument<string>(0));
        Assert.Equal(Variant.Of((short)-48), read.Argument<Dictionary<object, object>>(1)["RSSI"]);
        Assert.Equal(["a", "bc"], read.Argument<object[]>(2));
        Assert.Equal([1, 2, 3], read.Argument<byte[]>(3));
        Assert.Equal([(short)-1, (ushort)2, -3, 4u, -5L, 6ul, 0.5, true, new ObjectPath("/"), "as"], read.Argument<object[]>(5));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("(")]
    [InlineData("()")]
    [InlineData("(u")]
    [InlineData("{sv}")]
    [InlineData("a{vs}")]
    [InlineData("a{s}")]
    [InlineData("z")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaay")]
    public void A_signature_that_is_none_is_refused(string signature) =>
        Assert.Throws<WireException>(() => Signature.Check(signature));

    [Fact]
    public void Bytes_that_are_no_message_are_refused_and_nothing_else_happens()
    {
        var random = new Random(1);
        byte[] good = MessageCodec.Encode(s_rich);
        int refused = 0;

        for (int i = 0; i < MutationCount; i++)
        {
            byte[] bytes = Mutate(good, random);

            try
            {
                MessageCodec.Decode(bytes);
            }
            catch (WireException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, MutationCount / 2, MutationCount);
    }

    [Fact]
    public void Values_nested_without_end_are_refused()
    {
        byte[] bytes = [.. Enumerable.Repeat<byte[]>([1, (byte)'v', 0], 5_000).SelectMany(level => level)];
        Assert.Throws<WireException>(() => new WireReader(bytes).ReadAll("v"));
    }

    // Flipped bits, wild numbers, and ends that come too early: sometimes with a length that fits again.
    private static byte[] Mutate(byte[] good, Random random)
    {
        byte[] bytes = [.. good];

        for (int i = random.Next(1, 6); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }
}
