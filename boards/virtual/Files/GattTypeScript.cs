using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Haip.Core.Safety;

namespace Haip.VirtualBoard.Files;

/// <summary>programmer/src/protocol/gatt.ts: the firmware's tables as the programmer's page is compiled with them.</summary>
internal static class GattTypeScript
{
    public static string Text()
    {
        var text = new StringBuilder("// Printed by `dotnet run --project boards/virtual -- docs` from the tables in firmware/Core; edit those instead. Units as in docs/gatt.md.\n\n");
        Constant(text, "protocolVersion", IdentityMessage.ProtocolVersion);
        Constant(text, "serviceUuid", GattTable.ServiceUuid);
        Constant(text, "longestFrame", GattTable.LongestFrameLength);
        Constant(text, "tagLength", FrameTag.Length);
        Constant(text, "sealLength", FrameSeal.Length);
        Constant(text, "nonceLength", HelloFrame.NonceLength);
        Constant(text, "cardLength", SecretCard.Length);
        Constant(text, "mostSegments", TherapyOrder.MaxSegmentCount);
        Constant(text, "drugNameLength", Drug.NameLength);
        Constant(text, "residualNl", (int)Reservoir.ResidualNl);
        Table(text, "timings", [
            ("idleMs", Session.IdleMs),
            ("challengeMs", Session.ChallengeMs),
            ("commitMs", (int)CommitDesk.LongestMs),
            ("alarmRepeatMs", AlarmFeed.RepeatMs),
            ("linkedPeriodMs", (int)Publisher.LinkedPeriodMs),
        ]);
        Table(text, "characteristics", GattTable.Rows.Select(row => (row.Characteristic.ToString(), (object)new Dictionary<string, object>
        {
            ["number"] = (int)row.Characteristic,
            ["service"] = row.ServiceUuid,
            ["uuid"] = row.Uuid,
            ["read"] = row.CanRead,
            ["write"] = row.CanWrite,
            ["notify"] = row.CanNotify,
            ["length"] = row.Length,
        })));
        Table(text, "opcodes", Words(GattJson.Numbers<Opcode>()));
        Table(text, "payloadLengths", CommandTable.Rows.Select(row => (row.Opcode.ToString(), (object)row.PayloadLength)));
        Table(text, "sessionCodes", Words(GattJson.Numbers<SessionCode>()));
        Table(text, "roles", Words(GattJson.Numbers<Role>()));
        Table(text, "answerCodes", Words(GattJson.Numbers<AnswerCode>()));
        Table(text, "refusals", Words(GattJson.Numbers<Refusal>()));
        Table(text, "ends", Words(GattJson.Numbers<EndReason>()));
        Table(text, "states", Words(GattJson.SafeCodes<PumpState>()));
        Table(text, "priorities", Words(GattJson.SafeCodes<AlarmPriority>()));
        Table(text, "responses", Words(GattJson.SafeCodes<AlarmResponse>()));
        Table(text, "boluses", Words(GattJson.SafeCodes<BolusKind>()));
        Table(text, "natures", Words(GattJson.SafeCodes<DrugNature>()));
        Table(text, "patencies", Words(GattJson.SafeCodes<CatheterPatency>()));
        Table(text, "verdicts", All(GattJson.Numbers<Verdict>()));
        Table(text, "fields", All(GattJson.Numbers<OrderField>()));
        Table(text, "events", All(GattJson.Numbers<EventId>()));
        Table(text, "statusFlags", All(GattJson.Flags(typeof(StatusMessage))));
        Table(text, "eventFlags", All(GattJson.Flags(typeof(EventFlags))));
        Table(text, "limits", OrderLimits.Rows.Select(row => (row.Field.ToString(), (object)new Dictionary<string, object>
        {
            ["unit"] = row.Unit,
            ["hardLow"] = row.HardLow,
            ["softLow"] = row.SoftLow,
            ["softHigh"] = row.SoftHigh,
            ["hardHigh"] = row.HardHigh,
        })));
        Table(text, "alarms", AlarmTable.Rows.Select(row => (row.Id.ToString(), (object)new Dictionary<string, object>
        {
            ["id"] = (int)row.Id,
            ["priority"] = row.Priority.ToString(),
            ["response"] = row.Response.ToString(),
            ["text"] = row.Text,
        })));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Constant(StringBuilder text, string name, object value) =>
        text.Append(CultureInfo.InvariantCulture, $"export const {name} = {Literal(value)};\n");

    private static void Table(StringBuilder text, string name, IEnumerable<(string Name, object Value)> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"\nexport const {name} = {{\n");

        foreach ((string row, object value) in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {row}: {Literal(value)},\n");
        }

        text.Append("} as const;\n");
    }

    // None, which is 0, never goes over the air.
    private static IEnumerable<(string Name, object Value)> Words(Dictionary<string, int> codes) => All(codes).Where(code => (int)code.Value != 0);

    private static IEnumerable<(string Name, object Value)> All(IDictionary<string, int> codes) =>
        codes.OrderBy(code => code.Value).Select(code => (code.Key, (object)code.Value));

    private static string Literal(object value) => value switch
    {
        string text => $"'{JsonEncodedText.Encode(text).ToString().Replace("'", "\\'", StringComparison.Ordinal)}'",
        bool truth => truth ? "true" : "false",
        IDictionary<string, object> fields => $"{{ {string.Join(", ", fields.Select(field => $"{field.Key}: {Literal(field.Value)}"))} }}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
