using Haip.Core.Ports;

namespace Haip.HostTests.Radio;

/// <summary>A wall clock that notes what it was set to.</summary>
internal sealed class TestClock : IWallClock
{
    public long SetToUtcSeconds { get; private set; }

    public bool Broken { get; set; }

    public bool TrySetClock(long utcSeconds)
    {
        SetToUtcSeconds = Broken ? SetToUtcSeconds : utcSeconds;
        return !Broken;
    }
}
