namespace Haip.VirtualBluetooth.Wire;

/// <summary>What a message is; numbers of the D-Bus specification.</summary>
public enum MessageKind : byte
{
    Invalid = 0,
    Call = 1,
    Return = 2,
    Error = 3,
    Signal = 4,
}
