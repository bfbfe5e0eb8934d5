using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.LiveConsole;
using Haip.VirtualBoard.Radio;

namespace Haip.VirtualBoard.Web;

/// <summary>The page's hands in the live view: the same keys that a person there has.</summary>
internal sealed class LiveDemonstration(LiveSession session, LiveRadio radio) : IDemonstration
{
    /// <summary>The radio answers in the time of people: faster than this a page gets nothing but snapshots.</summary>
    private const double FastestSpeed = 100;

    // The self-test takes seventy seconds; by then the first packets are delivered and the catheter is known.
    private const double BeforeSeconds = 300;

    private const double PairingStepSeconds = 0.1;
    private const int PairingStepMs = 5;
    private const double EmptyMl = 0;
    private const int MostPairings = 5;

    private static readonly Dictionary<string, Action<LiveSession>> s_actions = new()
    {
        ["block"] = s => s.Turn(LiveKeys.Find('o')!, on: true),
        ["unblock"] = s => s.Turn(LiveKeys.Find('o')!, on: false),
        ["fever"] = s => s.Turn(LiveKeys.Find('h')!, on: true),
        ["cool"] = s => s.Turn(LiveKeys.Find('h')!, on: false),
        ["climb"] = s => s.Turn(LiveKeys.Find('m')!, on: true),
        ["descend"] = s => s.Turn(LiveKeys.Find('m')!, on: false),
        ["empty"] = s => s.Do(ScenarioVerb.SetReservoir, EmptyMl),
        ["fill"] = s => s.Press(LiveKeys.Find('f')!),
    };

    public string Card => radio.Card;

    public DemoCentral Central => radio.Demo!;

    /// <summary>Lets the pump test itself and begin, as fast as the PC can, and pairs. Before anybody looks.</summary>
    /// <exception cref="InvalidOperationException">The pump did not pair.</exception>
    public void Prepare()
    {
        session.RunTo(DemoDrug.AtSeconds);

        // The pump's clock is this PC's by the time that somebody looks; the firmware that starts now has seen no other.
        long toldUtcSeconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - (long)(BeforeSeconds - DemoDrug.AtSeconds);
        session.Simulation.Rig.JumpClock(TimeSpan.FromSeconds(toldUtcSeconds - session.Simulation.Loop.Readings.UtcSeconds));
        DemoDrug.Tell(session.Simulation, toldUtcSeconds);
        session.RunTo(BeforeSeconds);

        for (int i = 0; i < MostPairings; i++)
        {
            radio.HoldButton();
            Task<bool> pairing = Task.Run(Central.PairAsync);

            while (!pairing.IsCompleted)
            {
                // Slowly enough for the radio, which lives in the time of people.
                session.RunTo(session.NowSeconds + PairingStepSeconds);
                Thread.Sleep(PairingStepMs);
            }

            if (pairing.Result)
            {
                return;
            }
        }

        throw new InvalidOperationException("the pump did not pair with the demonstration");
    }

    public async Task<bool> TryDoAsync(string action) => s_actions.TryGetValue(action, out Action<LiveSession>? act) && await session.AskAsync(() =>
    {
        act(session);
        return true;
    });

    public async Task<bool> TrySetSpeedAsync(double speed) => speed >= LiveSpeeds.Slowest && speed <= FastestSpeed && await session.AskAsync(() =>
    {
        session.SetSpeed(speed);
        return true;
    });
}
