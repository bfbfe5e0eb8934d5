using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Files;

/// <summary>docs/plant.md: how to bring a patient of your own.</summary>
internal static class PlantDocument
{
    private const string Introduction = """
        # Plant files

        *Printed by `dotnet run --project boards/virtual -- docs`; edit `boards/virtual/Hydraulics/PlantTable.cs` instead.*

        A plant file describes one pump in one patient for the virtual board:
        `dotnet run --project boards/virtual -- run --plant my-patient.json`. It is a JSON object of objects; comments and trailing
        commas are welcome. What it leaves out keeps the nominal value. A wrong key, a key that stands twice, or a value outside its
        range stops the program with one line that says which, and what is allowed.

        ```json
        {
          // An old silicone catheter and a patient with low blood pressure.
          "patient": { "arteryMeanPa": 9500, "arteryPulsePa": 3500 },
          "catheter": { "nlPerKPa": 180 },
        }
        ```

        The unit is part of each key. Pressures are gauge, against ambient, unless their row says otherwise. "Assumed" marks numbers
        for which there is no source better than judgement: measure them before you rely on a result that hangs on one.


        """;

    public static string Markdown() => (Introduction.ReplaceLineEndings("\n") + PlantTable.Markdown()).TrimEnd() + "\n";
}
