using System.Collections.Generic;
using System.Linq;
using Haip.Core.Ports;
using Haip.Core.Protocol;

namespace Haip.HostTests.Radio;

/// <summary>The radio's way out, as a list of what went out.</summary>
internal sealed class RecordedLink : IRadioLink
{
    private readonly List<(GattCharacteristic Characteristic, byte[] Frame)> _sent = [];

    public IReadOnlyList<(GattCharacteristic Characteristic, byte[] Frame)> Sent => _sent;

    /// <summary>No room in the radio.</summary>
    public bool Full { get; set; }

    /// <summary>Count, and keep nothing: for runs that may not allocate.</summary>
    public bool Forgets { get; set; }

    public int Count { get; private set; }

    public bool Notify(GattCharacteristic characteristic, byte[] frame, int length)
    {
        if (Full)
        {
            return false;
        }

        Count++;

        if (!Forgets)
        {
            _sent.Add((characteristic, frame[..length]));
        }

        return true;
    }

    public void Clear() => _sent.Clear();

    public byte[][] Of(GattCharacteristic characteristic) => [.. _sent.Where(sent => sent.Characteristic == characteristic).Select(sent => sent.Frame)];

    public byte[]? Last(GattCharacteristic characteristic) => Of(characteristic).LastOrDefault();
}
