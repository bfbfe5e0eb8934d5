using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Haip.Core.Protocol;
using Haip.Core.Safety;

namespace Haip.VirtualBoard.Files;

/// <summary>docs/gatt.md: what the pump offers over Bluetooth.</summary>
internal static class GattDocument
{
    private const string Introduction = """
        # Over the air

        *Printed by `dotnet run --project boards/virtual -- docs` from `GattTable.cs`, `CommandTable.cs` and the codes in `firmware/Core/Protocol`; edit
        the tables instead. The same for programs, with frames to try them on: [gatt.json](gatt.json).*

        The byte map of every message stands on top of its file in `firmware/Core/Protocol`. Numbers are little-endian integers. Why it is as it is:
        [radio.md](radio.md).


        """;

    private const string TableHead = """
        | characteristic | UUID | properties | protection | bytes | what it is |
        |---|---|---|---|---|---|

        """;

    private const string CommandsHead = """

        ## Commands

        Written to Command in an open session: session u32, number u32, opcode u16, payload, tag. A command has exactly this payload; its answer has the code
        `Done` and what stands here, or another code.

        | opcode | command | bytes | payload | answer |
        |---|---|---|---|---|

        """;

    public static string Markdown()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        text.Append(Table());
        text.Append(CommandsHead.ReplaceLineEndings("\n"));

        foreach (CommandRow row in CommandTable.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| 0x{(int)row.Opcode:X4} | {row.Opcode} | {row.PayloadLength} | {row.Payload} | {row.Answer} |\n");
        }

        text.Append("\n## Codes\n\nAny two words of a list differ in at least four bits.\n\n| of | code words |\n|---|---|\n");
        Words<SessionCode>(text, "session frames", code => (int)code);
        Words<Role>(text, "roles", code => (int)code);
        Words<AnswerCode>(text, "answers", code => (int)code);
        Words<Refusal>(text, "refusals", code => (int)code);
        Words<EndReason>(text, "ends of a session", code => (int)code);
        Words<PumpState>(text, "states", state => SafeCode.Of((int)state));
        Words<AlarmPriority>(text, "priorities", priority => SafeCode.Of((int)priority));
        Words<AlarmResponse>(text, "what an alarm does to delivery", response => SafeCode.Of((int)response));
        Words<BolusKind>(text, "boluses", kind => SafeCode.Of((int)kind));
        Words<DrugNature>(text, "drugs", nature => SafeCode.Of((int)nature));
        Words<CatheterPatency>(text, "what the catheter is", patency => SafeCode.Of((int)patency));
        text.Append("\n## Verdicts and fields\n\nIn answers with the code `Refused`, and in echoes. The limits of the fields: [orders.md](orders.md).\n\n| verdicts |\n|---|\n");
        text.Append(CultureInfo.InvariantCulture, $"| {string.Join(", ", Enum.GetValues<Verdict>().Select(verdict => $"{(int)verdict} {verdict}"))} |\n");
        text.Append("\n| fields |\n|---|\n");
        text.Append(CultureInfo.InvariantCulture, $"| {string.Join(", ", Enum.GetValues<OrderField>().Select(field => $"{(int)field} {field}"))} |\n");
        text.Append("\n## Flags\n\n| of | bits |\n|---|---|\n");
        Bits(text, "status", GattJson.Flags(typeof(StatusMessage)));
        Bits(text, "event", GattJson.Flags(typeof(EventFlags)));
        return text.ToString();
    }

    /// <summary>The table alone, for the console.</summary>
    public static string Table()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Service `{GattTable.ServiceUuid}`, beside Device Information (180A) and Battery (180F).\n\n");
        text.Append(TableHead.ReplaceLineEndings("\n"));

        foreach (GattRow row in GattTable.Rows)
        {
            string properties = string.Join(", ", new[] { row.CanRead ? "read" : "", row.CanWrite ? "write" : "", row.CanNotify ? "notify" : "" }.Where(name => name.Length > 0));
            string uuid = row.ServiceUuid == GattTable.ServiceUuid ? row.Uuid : row.Uuid[4..8].ToUpperInvariant();
            string protection = row.Protection == GattProtection.Open ? "open" : "authenticated";
            text.Append(CultureInfo.InvariantCulture, $"| {row.Name} | `{uuid}` | {properties} | {protection} | {row.Length} | {row.Description} |\n");
        }

        return text.ToString();
    }

    private static void Words<T>(StringBuilder text, string of, Func<T, int> word)
        where T : struct, Enum =>
        text.Append(CultureInfo.InvariantCulture, $"| {of} | {string.Join(", ", Enum.GetValues<T>().Where(value => word(value) != 0).Select(value => $"0x{word(value):X2} {value}"))} |\n");

    private static void Bits(StringBuilder text, string of, SortedDictionary<string, int> flags) =>
        text.Append(CultureInfo.InvariantCulture, $"| {of} | {string.Join(", ", flags.OrderBy(flag => flag.Value).Select(flag => $"0x{flag.Value:X4} {flag.Key}"))} |\n");
}
