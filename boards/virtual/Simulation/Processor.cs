using System;
using Haip.Board;
using Haip.Core;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Haip.VirtualBoard.Radio;

namespace Haip.VirtualBoard.Simulation;

/// <summary>The controller and the application on it: what firmware/Program.cs does around the loop, and what becomes of it when it fails.</summary>
public sealed class Processor
{
    private const long NoticeMs = 5_000; // firmware/Platform/Restart.cs: light and tone before the restart

    private readonly Rig _rig;
    private readonly BoardProfile _profile;
    private SafeStop _stop;
    private bool _stopped;
    private bool _hung;
    private long _restartMs;

    /// <summary>Starts the application.</summary>
    public Processor(Rig rig, BoardProfile profile)
    {
        _rig = rig;
        _profile = profile;
        (Loop, Programmer, _stop) = Start();
    }

    /// <summary>The firmware. A new one after every start.</summary>
    public ControlLoop Loop { get; private set; }

    /// <summary>What the firmware offers over a radio; without a link nobody hears it. A new one after every start.</summary>
    public Programmer Programmer { get; private set; }

    /// <summary>It beats: it neither hangs nor waits for its restart.</summary>
    public bool Runs => !_stopped && !_hung;

    /// <summary>Why the application before this one gave up; none when it lost its power, or this is the first.</summary>
    public StopReason StoppedBefore { get; private set; }

    /// <summary>How often the application gave up.</summary>
    public int FailureCount { get; private set; }

    /// <summary>The button on the panel is down.</summary>
    public bool ButtonDown { get; set; }

    /// <summary>One beat, or what happens instead of it.</summary>
    /// <returns>Time from the beginning of this beat to the next.</returns>
    public int Beat(int idleMs)
    {
        if (_stopped && _rig.Clock.NowMs >= _restartMs)
        {
            _rig.FloatPins(); // the watchdog's latch knows nothing of a restart
            Restart();
        }

        if (!Runs)
        {
            return idleMs;
        }

        try
        {
            _stop.Doing = StopReason.Beat;
            Loop.Readings.ButtonDown = ButtonDown;
            int periodMs = Loop.Beat(_rig.Clock.NowMs);
            Programmer.Serve(Loop.Readings);
            return periodMs;
        }
        catch (Exception)
        {
            // As Main does: released, said, kept, and started again. Nobody kicks meanwhile.
            _stop.Stop(_rig.Clock.NowMs);
            _stopped = true;
            _restartMs = _rig.Clock.NowMs + NoticeMs;
            FailureCount++;
            return idleMs;
        }
    }

    /// <summary>The loop stands still, with the pins as they are.</summary>
    public void Hang() => _hung = true;

    /// <summary>Power came back, or EN went high.</summary>
    public void Restart()
    {
        _stopped = false;
        _hung = false;
        (Loop, Programmer, _stop) = Start();
    }

    private (ControlLoop Loop, Programmer Programmer, SafeStop Stop) Start()
    {
        var stop = new SafeStop { Pins = _rig.Pins };
        var board = new ReferenceBoard(_rig.Dose, _rig.House, _rig.Pins, _profile);
        board.Start(new RigDelay(_rig), _rig.Clock.NowMs);
        stop.Store = new StopStore(board.Memory);
        StoppedBefore = stop.Store.TryTake(out StopReason reason, out _) ? reason : StopReason.None;
        var loop = new ControlLoop(board, new Pump(_profile), new KeyedHash());
        return (loop, new Programmer(loop.Pump, loop.Memory, board.Memory, board, new KeyedHash(), new RandomSource()), stop);
    }
}
