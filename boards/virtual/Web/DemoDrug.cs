using System;
using System.Text;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Drivers;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Web;

/// <summary>What people had told the demonstration's pump before anybody looks: drug, patient, limits and the accepted scan. 8.4 mg of floxuridine a day at 1.3 mL/day.</summary>
public static class DemoDrug
{
    private const int ConcentrationUgPerMl = 6_460;
    private const int WeightGrams = 70_000;
    private const int MostUgPerDay = 21_000;
    private const int MostUgPerKgPerDay = 300;

    /// <summary>By then a pump has read its clock; no therapy is ordered yet.</summary>
    public const double AtSeconds = 5;

    /// <summary>Writes it into the pump's memory, and starts the firmware anew, which finds it there.</summary>
    /// <param name="acceptedUtcSeconds">When the scan was accepted.</param>
    /// <exception cref="InvalidOperationException">The memory did not take it.</exception>
    public static void Tell(PumpSimulation simulation, long acceptedUtcSeconds)
    {
        var memory = new Mb85rc256vMemory(simulation.Rig.House);
        var drug = new Drug
        {
            Id = 1,
            Nature = DrugNature.Cytotoxic,
            ConcentrationUgPerMl = ConcentrationUgPerMl,
            WeightGrams = WeightGrams,
            MostUgPerDay = MostUgPerDay,
            MostUgPerKgPerDay = MostUgPerKgPerDay,
            PerfusionAccepted = true,
            AcceptedUtcSeconds = acceptedUtcSeconds,
        };
        Encoding.ASCII.GetBytes("Floxuridine").CopyTo(drug.Name, 0);
        var store = new DrugStore(memory);

        if (!memory.TryStart(simulation.Rig.Clock.NowMs) || store.Load(new Drug()) == LoadResult.Unreadable || !store.TrySave(drug, new Drug()))
        {
            throw new InvalidOperationException("the pump's memory did not take the drug");
        }

        simulation.Reset();
    }
}
