namespace Haip.VirtualBoard.Population;

/// <summary>What runs through all of a patient's days. Rows of <see cref="PopulationTable"/> say what each number means and how it is spread.</summary>
public sealed class Habits
{
    public double CircadianC { get; set; }

    public double NightDipPa { get; set; }

    public double NightBeatsPerMinute { get; set; }

    public double FibrillationPercent { get; set; }

    public double HomeMetres { get; set; }

    public double WeatherPa { get; set; }
}
