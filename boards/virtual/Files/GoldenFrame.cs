using Haip.Core.Protocol;

namespace Haip.VirtualBoard.Files;

/// <summary>A frame of a conversation that never changes: what one side says, and where.</summary>
/// <param name="From">"programmer" or "pump".</param>
/// <param name="Kind">"write", "notify" or "read".</param>
public sealed record GoldenFrame(string From, string Kind, GattCharacteristic Characteristic, string What, string Hex);
