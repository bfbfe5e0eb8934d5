using System;
using Haip.Core.Delivery;

namespace Haip.VirtualBoard.Simulation;

/// <summary>The person at the pump: gives orders to the firmware and, when it accepts them, to the yardstick.</summary>
public readonly struct Person(PumpSimulation simulation)
{
    private const double NlPerMl = 1e6;
    private const double HoursPerDay = 24;

    /// <summary>0.2 mL/day once a therapy is over.</summary>
    private const int PatencyNlPerHour = DeliverySchedule.DefaultPatencyNlPerHour;

    public Verdict StartTherapy(double mlPerDay, double days)
    {
        int nlPerHour = (int)Math.Round(mlPerDay * NlPerMl / HoursPerDay);
        int hours = Math.Max(1, (int)Math.Round(days * HoursPerDay));
        Verdict verdict = simulation.Pump.StartTherapy(TherapyOrder.Constant(nlPerHour, hours, PatencyNlPerHour), confirmed: true);

        if (verdict == Verdict.Accepted)
        {
            simulation.Prescription.Start(mlPerDay * NlPerMl / HoursPerDay, hours * 3600.0, PatencyNlPerHour);
        }

        return verdict;
    }

    public Verdict StartBolus(double volumeMl, double mlPerDay)
    {
        int volumeNl = (int)Math.Round(volumeMl * NlPerMl);
        int nlPerHour = (int)Math.Round(mlPerDay * NlPerMl / HoursPerDay);
        var order = new BolusOrder { Kind = BolusKind.Flush, VolumeNl = volumeNl, RateNlPerHour = nlPerHour };
        Verdict verdict = simulation.Pump.StartBolus(order, confirmed: true);

        if (verdict == Verdict.Accepted)
        {
            simulation.Prescription.StartBolus(volumeNl, nlPerHour);
        }

        return verdict;
    }

    public void Suspend()
    {
        simulation.Pump.Suspend();
        simulation.Prescription.Suspend();
    }

    public void Resume()
    {
        simulation.Pump.Resume();
        simulation.Prescription.Resume();
    }

    public void EndTherapy()
    {
        simulation.Pump.EndTherapy();
        simulation.Prescription.End();
    }

    public void Acknowledge() => simulation.Pump.Acknowledge();

    /// <summary>Fills the reservoir and says so.</summary>
    public Verdict Refill(double volumeMl)
    {
        Verdict verdict = simulation.Pump.Refill((int)Math.Round(volumeMl * NlPerMl), confirmed: true);

        if (verdict == Verdict.Accepted)
        {
            simulation.Rig.Fluid.Reservoir.Set(volumeMl);
        }

        return verdict;
    }
}
