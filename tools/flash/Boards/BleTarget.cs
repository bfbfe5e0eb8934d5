namespace Haip.Flash.Boards;

/// <summary>A nanoFramework image with Bluetooth.</summary>
/// <param name="Chip">As nanoff names it.</param>
/// <param name="DeployAddress">Where its partition tables put the application; the same for every flash size of a chip.</param>
public sealed record BleTarget(string Name, string Chip, int DeployAddress);
