using System;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Protocol;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;

namespace Haip.HostTests.Radio;

/// <summary>A pump of modelled parts in a patient, with a link that is paired. Its clock is read as a board reads one: now and then.</summary>
internal sealed class SimulatedPump : IPumpInRange
{
    private const int MostTicks = 400; // a packet in flight ends within them

    /// <param name="steps">What happens to it.</param>
    public SimulatedPump(params ScenarioStep[] steps)
    {
        Simulation = new PumpSimulation(new PlantParameters(), new Scenario("radio", "", 14, 1, [], [.. steps]), seed: 1);
        Programmer.Link = Link;
        Programmer.Install(RadioWorld.Card());
        Mailbox.Connected();
        Mailbox.FrameLengthChanged(GattTable.LongestFrameLength);
        Mailbox.SecurityChanged(true);
        Client = new TestProgrammer(this, RadioWorld.Secret);
    }

    public PumpSimulation Simulation { get; }

    public RecordedLink Link { get; } = new();

    public TestProgrammer Client { get; }

    public Programmer Programmer => Simulation.Processor.Programmer;

    public Mailbox Mailbox => Programmer.Mailbox;

    public DeliveryStatus Status => Simulation.Pump.Status;

    /// <summary>A therapy of 1.3 mL/day begins after half a minute and has run for so long.</summary>
    public static SimulatedPump Infusing(double seconds)
    {
        var pump = new SimulatedPump(new ScenarioStep(30_000, ScenarioVerb.StartTherapy, 1.3, 14 * 86_400, ScenarioPart.None));
        pump.Run(seconds);
        return pump;
    }

    public void Run(double seconds) => Simulation.RunTo(Simulation.Rig.Clock.NowSeconds + seconds);

    public byte[] Say(GattCharacteristic characteristic, byte[] frame)
    {
        int heard = Link.Sent.Count;

        if (Mailbox.Write(characteristic, frame, frame.Length) != WriteAnswer.Taken)
        {
            throw new InvalidOperationException("the pump takes nothing");
        }

        for (int i = 0; i < MostTicks; i++)
        {
            Simulation.Tick();

            foreach ((GattCharacteristic from, byte[] said) in Link.Sent.Skip(heard))
            {
                if (from is GattCharacteristic.Session or GattCharacteristic.Command)
                {
                    return said;
                }
            }

            heard = Link.Sent.Count;
        }

        throw new InvalidOperationException("the pump says nothing");
    }
}
