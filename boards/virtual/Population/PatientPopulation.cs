using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Population;

/// <summary>Draws patients. Even numbers are for tuning the firmware, odd ones for reports: nobody is judged by those he was fitted to.</summary>
public static class PatientPopulation
{
    /// <param name="days">How long the life lasts.</param>
    public static Patient Draw(int number, int seed, double days)
    {
        var chance = new Noise((ulong)((seed * 1_000_003L) + number) + 17);
        var plant = new PlantParameters { CalibrationErrorPercent = 0.15 * chance.Next(), ArteryMeanPa = 12_400 + (1_200 * chance.Next()) };
        return new Patient(number, plant, []);
    }
}
