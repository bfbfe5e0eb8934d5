using System.Collections.Generic;
using System.IO;

namespace Haip.VirtualBoard.Files;

/// <summary>The documents that are printed from tables, never written by hand. To add one: a row.</summary>
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
        new("scenarios.md", ScenariosDocument.Markdown),
    ];

    /// <summary>Prints every document into the folder, which is created when it is missing.</summary>
    public static void WriteAll(string docsFolder)
    {
        Directory.CreateDirectory(docsFolder);

        foreach (Document row in Rows)
        {
            File.WriteAllText(Path.Combine(docsFolder, row.FileName), row.Markdown());
        }
    }
}
