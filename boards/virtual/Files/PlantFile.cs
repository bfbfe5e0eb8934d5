using System.Collections.Generic;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Files;

/// <summary>A pump and a patient in JSON: an object of objects whose keys are the rows of <see cref="PlantTable"/>.</summary>
public static class PlantFile
{
    /// <summary>Reads a plant. Keys that the file leaves out keep their nominal value.</summary>
    /// <param name="path">Stands in front of every error as it is given here.</param>
    /// <exception cref="InputFileException">The file cannot be read, or something in it is not as docs/plant.md says.</exception>
    public static PlantParameters Read(string path)
    {
        var plant = new PlantParameters();

        foreach (NumberSetting<PlantParameters> setting in Settings(InputFile.Parse(path, InputFile.ReadText(path))))
        {
            setting.ApplyTo(plant);
        }

        return plant;
    }

    /// <summary>The numbers that an object gives, for a plant file and for the plant inside a scenario.</summary>
    internal static List<NumberSetting<PlantParameters>> Settings(InputValue root) => NumberTable.Read(root, PlantTable.Rows, "docs/plant.md");
}
