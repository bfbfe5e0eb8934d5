namespace Haip.Flash;

/// <summary>What a person asked for, as typed; null is "not said".</summary>
public sealed record FlashRequest
{
    public string? Board { get; init; }
    public string? Target { get; init; }
    public string? Port { get; init; }
    public string? Image { get; init; }
    public string Configuration { get; init; } = "Release";
    public string? FirmwareVersion { get; init; }
    public bool SkipFirmware { get; init; }
    public bool SkipApplication { get; init; }
    public bool MassErase { get; init; }

    /// <summary>A folder filled by nanoff --updatearchive, for a bench without internet.</summary>
    public string? Archive { get; init; }

    public bool ListPorts { get; init; }
    public bool WhatIf { get; init; }
    public bool InterruptTherapy { get; init; }

    /// <summary>Answers the question before a mass erase, and no other.</summary>
    public bool Yes { get; init; }

    public string? Log { get; init; }
    public string Nanoff { get; init; } = "nanoff";
}
