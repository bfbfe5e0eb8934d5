using System;

namespace Haip.VirtualBluetooth.Wire;

/// <summary>Bytes or a signature that are not D-Bus.</summary>
public sealed class WireException(string message) : Exception(message);
