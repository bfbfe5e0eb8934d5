using Haip.Core.Ports;
using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Parts;

/// <summary>Window watchdog (TI TPS3430, CWD 10 nF, SET0 = SET1 = 0) and the latch behind it that holds pump and valve power.</summary>
/// <remarks>
/// Only falling edges count. The latch is off at power-up and the first edge sets it, because the controller takes seconds to start;
/// from then on an edge too early or none in time clears it. The TPS3430 alone would let go again after its reset delay: the
/// board's latch does not, so a firmware that stumbled gets no power back before the controller is reset.
/// </remarks>
public sealed class WatchdogPart : IOutputPin
{
    /// <summary>SBVS366A: 829 ms typical with 10 nF. The lower boundary is an eighth.</summary>
    public const long UpperUs = 829_000;

    private const long LowerUs = UpperUs / 8;

    private readonly VirtualClock _clock;
    private bool _armed;
    private bool _tripped;
    private bool _high;

    public WatchdogPart(VirtualClock clock) => _clock = clock;

    /// <summary>When the last falling edge came: the window runs from there.</summary>
    public long FellAtUs { get; private set; }

    /// <summary>It was armed and took the power away. Stays until <see cref="PowerCycle"/>.</summary>
    public bool Tripped
    {
        get
        {
            Evaluate();
            return _tripped;
        }
    }

    /// <summary>Pump and valves have power now.</summary>
    public bool RailOn => _armed && !Tripped;

    public void Write(bool high)
    {
        bool fell = _high && !high;
        _high = high;

        if (!fell)
        {
            return;
        }

        Evaluate();
        _tripped |= _armed && _clock.NowUs - FellAtUs < LowerUs;
        _armed = true;
        FellAtUs = _clock.NowUs;
    }

    /// <summary>Controller and watchdog lost their supply or were reset.</summary>
    public void PowerCycle()
    {
        _tripped = false;
        _armed = false;
        _high = false;
    }

    // An edge that did not come is found when somebody looks, or when the next one comes.
    private void Evaluate() => _tripped |= _armed && _clock.NowUs - FellAtUs > UpperUs;
}
