using System;
using System.Threading;
using Haip.VirtualBluetooth.Wire;

namespace Haip.VirtualBluetooth.Bus;

/// <summary>One method call of a client. It is answered once; whatever comes after the first answer goes nowhere.</summary>
public sealed class BusCall(BusConnection client, Message message)
{
    private int _answered;

    public BusConnection Client => client;

    public Message Message => message;

    public string Path => message.Path;

    /// <summary>Interface and member with a dot between them.</summary>
    public string Method => $"{message.Interface}.{message.Member}";

    /// <exception cref="BusException">The argument is missing, or of another type.</exception>
    public T Argument<T>(int index)
    {
        try
        {
            return message.Argument<T>(index);
        }
        catch (WireException e)
        {
            throw new BusException(BusException.InvalidArguments, e.Message);
        }
    }

    /// <summary>An entry of a dictionary of variants, as methods take their options.</summary>
    /// <returns>Null when it is not there or of another type.</returns>
    public T? Option<T>(int index, string name)
        where T : class => Argument<System.Collections.Generic.Dictionary<object, object>>(index).TryGetValue(name, out object? value) && value is Variant variant ? variant.Value as T : null;

    public void Reply(string signature = "", params object[] body) =>
        Answer(new Message(MessageKind.Return) { Signature = signature, Body = body });

    public void Fail(string name, string text) =>
        Answer(new Message(MessageKind.Error) { ErrorName = name, Signature = "s", Body = [text] });

    private void Answer(Message answer)
    {
        if (Interlocked.Exchange(ref _answered, 1) == 0 && message.WantsReply)
        {
            client.Send(answer with { ReplySerial = message.Serial, Sender = message.Destination, Destination = client.Name });
        }
    }

    /// <summary>Runs what answers the call; what it throws is the answer.</summary>
    public void Try(Action answer)
    {
        try
        {
            answer();
        }
        catch (BusException e)
        {
            Fail(e.Name, e.Message);
        }
        catch (WireException e)
        {
            Fail(BusException.InvalidArguments, e.Message);
        }
    }
}
