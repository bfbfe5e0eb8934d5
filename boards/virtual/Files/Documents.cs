using System.Collections.Generic;
using System.IO;

namespace Haip.VirtualBoard.Files;

/// <summary>What is printed from tables, never written by hand. To add one: a row.</summary>
public static class Documents
{
    public static IReadOnlyList<Document> Rows { get; } =
    [
        new("alarms.md", AlarmsDocument.Markdown),
        new("gatt.json", GattJson.Text),
        new("gatt.md", GattDocument.Markdown),
        new("memory.md", MemoryDocument.Markdown),
        new("orders.md", OrdersDocument.Markdown),
        new("pins.md", PinsDocument.Markdown),
        new("plant.md", PlantDocument.Markdown),
        new("population.md", PopulationDocument.Markdown),
        new("scenarios.md", ScenariosDocument.Markdown),
        new("../programmer/src/protocol/gatt.ts", GattTypeScript.Text),
    ];

    /// <summary>Prints every document into the folder, or beside it what the programmer's page is built from. Folders that are missing are created.</summary>
    public static void WriteAll(string docsFolder)
    {
        foreach (Document row in Rows)
        {
            string path = Path.Combine(docsFolder, row.FileName);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, row.Markdown());
        }
    }
}
