using System;
using System.Collections.Generic;

namespace Haip.VirtualBluetooth.Air;

/// <summary>One primary service of a peripheral.</summary>
public sealed record AirService(Guid Uuid, IReadOnlyList<AirCharacteristic> Characteristics);
