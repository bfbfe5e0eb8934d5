namespace Haip.VirtualBluetooth.Esp32;

/// <summary>What has put the chip's Bluetooth out of order until it is restarted.</summary>
public enum ChipFailure
{
    None,

    /// <summary>A request was answered after its time: nanoFramework never answers another one.</summary>
    LateAnswer,

    /// <summary>An event handler threw, and the thread that delivers events is no more.</summary>
    EventHandler,

    /// <summary>Cancelled pairings brought the server down (nanoframework/Home issue 1724).</summary>
    CancelledPairings,
}
