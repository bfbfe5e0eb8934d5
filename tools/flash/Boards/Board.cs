using System;

namespace Haip.Flash.Boards;

/// <summary>A board as its board.json tells it.</summary>
/// <param name="Title">As printed on the box.</param>
/// <param name="Target">The nanoFramework image, one of <see cref="BleTargets"/>.</param>
/// <param name="DeployAddress">Where in flash the application goes.</param>
/// <param name="DeploySizeBytes">How much room it has there.</param>
/// <param name="MinimumImageVersion">Older images are refused.</param>
/// <param name="Pins">The class that holds the pin map.</param>
public sealed record Board(
    string Name,
    string Title,
    string Target,
    int DeployAddress,
    int DeploySizeBytes,
    int FlashSizeMegabytes,
    Version MinimumImageVersion,
    string Pins);
