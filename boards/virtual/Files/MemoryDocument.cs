using System.Globalization;
using System.Text;
using Haip.Core.Log;

namespace Haip.VirtualBoard.Files;

/// <summary>docs/memory.md: what lies where in the FRAM.</summary>
internal static class MemoryDocument
{
    private const string Introduction = """
        # Memory

        *Printed by `dotnet run --project boards/virtual -- docs` from `firmware/Core/Log/MemoryMap.cs`; edit the table instead.*

        32 KiB of FRAM. A record has two slots, written in turn; each ends in a CRC-32 and, as the last byte that is written, a
        number. A ring has entries that each end in a CRC-16 and are written in one go; the oldest is overwritten. Power may fail
        between any two bytes. The byte maps stand on top of the files in `firmware/Core/Log`. *No.* is what the event
        `RecordDamaged` quotes.

        | no. | name | address | bytes | holds |
        |---|---|---|---|---|

        """;

    public static string Markdown()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));

        foreach (MemoryArea row in MemoryMap.Rows)
        {
            string number = row.Record == MemoryRecord.None ? "" : ((int)row.Record).ToString(CultureInfo.InvariantCulture);
            string name = row.Record == MemoryRecord.None ? "" : row.Record.ToString();
            text.Append(CultureInfo.InvariantCulture, $"| {number} | {name} | 0x{row.Address:X4} | {row.Length} | {row.Holds} |\n");
        }

        return text.ToString();
    }
}
