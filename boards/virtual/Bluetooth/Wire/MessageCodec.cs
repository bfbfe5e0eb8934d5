using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Haip.VirtualBluetooth.Wire;

/// <summary>Messages to bytes and back (D-Bus specification, message format). Little-endian peers only, as every PC is one.</summary>
public static class MessageCodec
{
    /// <summary>Longer ones are refused; the longest that a Bluetooth client has to say has a few kilobytes.</summary>
    public const int MaxLength = 1 << 20;

    private const int HeadLength = 16;
    private const byte LittleEndian = (byte)'l';
    private const byte ProtocolVersion = 1;

    public static byte[] Encode(Message message)
    {
        var body = new WireWriter();
        body.WriteAll(message.Signature, message.Body);

        var writer = new WireWriter();
        writer.WriteRaw([LittleEndian, (byte)message.Kind, message.Flags, ProtocolVersion]);
        writer.Write("u", (uint)body.Length);
        writer.Write("u", message.Serial);
        writer.Write("a(yv)", Fields(message));
        writer.Align(8);
        writer.WriteRaw(body.ToArray());
        return writer.ToArray();
    }

    /// <summary>A whole message.</summary>
    /// <exception cref="WireException">It is none.</exception>
    public static Message Decode(byte[] bytes)
    {
        if (bytes.Length < HeadLength || Length(bytes) != bytes.Length)
        {
            throw new WireException("a message that is not as long as it says");
        }

        var reader = new WireReader(bytes, 8);
        var message = new Message((MessageKind)bytes[1]) { Flags = bytes[2], Serial = reader.ReadUInt32() };

        foreach (object field in (object[])reader.Read("a(yv)"))
        {
            var pair = (object[])field;
            message = With(message, (byte)pair[0], ((Variant)pair[1]).Value);
        }

        int bodyAt = (reader.Position + 7) / 8 * 8;

        if (message.Serial == 0 || bodyAt > bytes.Length)
        {
            throw new WireException("a message without number or body");
        }

        return message with { Body = new WireReader(bytes[bodyAt..]).ReadAll(message.Signature) };
    }

    /// <summary>The next message of a stream; null at its end.</summary>
    /// <exception cref="WireException">What comes is none: the stream cannot be read on.</exception>
    public static async Task<Message?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        byte[] head = new byte[HeadLength];

        if (await stream.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, cancel) < HeadLength)
        {
            return null;
        }

        byte[] bytes = new byte[Length(head)];
        head.CopyTo(bytes, 0);
        int rest = bytes.Length - HeadLength;
        return await stream.ReadAtLeastAsync(bytes.AsMemory(HeadLength), rest, throwOnEndOfStream: false, cancel) < rest ? null : Decode(bytes);
    }

    private static int Length(ReadOnlySpan<byte> head)
    {
        if (head[0] != LittleEndian || head[3] != ProtocolVersion)
        {
            throw new WireException("another byte order or version of the protocol");
        }

        ulong fields = (BinaryPrimitives.ReadUInt32LittleEndian(head[12..]) + 7ul) / 8 * 8;
        ulong length = HeadLength + fields + BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
        return length <= MaxLength ? (int)length : throw new WireException("a message that is too long");
    }

    private static object[] Fields(Message message)
    {
        (byte Code, Variant Value, bool There)[] all =
        [
            (1, new Variant("o", message.Path), message.Path.Length > 0),
            (2, Variant.Of(message.Interface), message.Interface.Length > 0),
            (3, Variant.Of(message.Member), message.Member.Length > 0),
            (4, Variant.Of(message.ErrorName), message.ErrorName.Length > 0),
            (5, Variant.Of(message.ReplySerial), message.ReplySerial != 0),
            (6, Variant.Of(message.Destination), message.Destination.Length > 0),
            (7, Variant.Of(message.Sender), message.Sender.Length > 0),
            (8, new Variant("g", message.Signature), message.Signature.Length > 0),
        ];

        return [.. Array.FindAll(all, field => field.There).Select(field => (object)new object[] { field.Code, field.Value })];
    }

    // A field of another type than it should have is no field; unknown ones are for the future.
    private static Message With(Message message, byte code, object value) => (code, value) switch
    {
        (1, ObjectPath path) => message with { Path = path.Text },
        (2, string text) => message with { Interface = text },
        (3, string text) => message with { Member = text },
        (4, string text) => message with { ErrorName = text },
        (5, uint number) => message with { ReplySerial = number },
        (6, string text) => message with { Destination = text },
        (7, string text) => message with { Sender = text },
        (8, string text) => message with { Signature = text },
        _ => message,
    };
}
