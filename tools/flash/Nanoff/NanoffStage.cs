namespace Haip.Flash.Nanoff;

/// <summary>How far nanoff had come when it failed.</summary>
public enum NanoffStage
{
    /// <summary>The flash may be half erased or half written.</summary>
    Writing,

    /// <summary>It spoke to the board at most; the flash is as it was.</summary>
    Preparing,

    /// <summary>The port or the board did not answer.</summary>
    Connecting,
}
