using Haip.Core.Protocol;

namespace Haip.HostTests.Radio;

/// <summary>A pump that a programmer speaks to, whatever world it lives in.</summary>
internal interface IPumpInRange
{
    /// <summary>Writes a frame and waits for what the pump says to it.</summary>
    byte[] Say(GattCharacteristic characteristic, byte[] frame);
}
