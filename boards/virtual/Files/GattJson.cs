using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Haip.Core.Safety;

namespace Haip.VirtualBoard.Files;

/// <summary>docs/gatt.json: all that a program on the other side has to know, and frames to try it with.</summary>
internal static class GattJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text() => JsonSerializer.Serialize(
        new
        {
            printedBy = "dotnet run --project boards/virtual -- docs",
            protocolVersion = IdentityMessage.ProtocolVersion,
            serviceUuid = GattTable.ServiceUuid,
            longestFrame = GattTable.LongestFrameLength,
            tagLength = FrameTag.Length,
            sealLength = FrameSeal.Length,
            idleSeconds = Session.IdleMs / 1_000,
            commitSeconds = CommitDesk.LongestMs / 1_000,
            alarmRepeatMs = AlarmFeed.RepeatMs,
            characteristics = GattTable.Rows.Select(row => new
            {
                number = (int)row.Characteristic,
                characteristic = row.Characteristic.ToString(),
                row.ServiceUuid,
                row.Uuid,
                row.Name,
                read = row.CanRead,
                write = row.CanWrite,
                notify = row.CanNotify,
                protection = row.Protection.ToString(),
                row.Length,
                row.Description,
            }),
            commands = CommandTable.Rows.Select(row => new { opcode = (int)row.Opcode, name = row.Opcode.ToString(), row.PayloadLength, row.Payload, row.Answer }),
            codes = new
            {
                session = Numbers<SessionCode>(),
                role = Numbers<Role>(),
                answer = Numbers<AnswerCode>(),
                refusal = Numbers<Refusal>(),
                end = Numbers<EndReason>(),
                opcode = Numbers<Opcode>(),
                pumpState = SafeCodes<PumpState>(),
                alarmPriority = SafeCodes<AlarmPriority>(),
                alarmResponse = SafeCodes<AlarmResponse>(),
                bolusKind = SafeCodes<BolusKind>(),
                drugNature = SafeCodes<DrugNature>(),
                patency = SafeCodes<CatheterPatency>(),
            },
            numbers = new { verdict = Numbers<Verdict>(), orderField = Numbers<OrderField>(), eventId = Numbers<EventId>(), alarmId = Numbers<AlarmId>() },
            statusFlags = Flags(typeof(StatusMessage)),
            eventFlags = Flags(typeof(EventFlags)),
            limits = OrderLimits.Rows.Select(row => new { field = row.Field.ToString(), row.Unit, row.HardLow, row.SoftLow, row.SoftHigh, row.HardHigh }),
            alarms = AlarmTable.Rows.Select(row => new { id = (int)row.Id, name = row.Id.ToString(), priority = row.Priority.ToString(), response = row.Response.ToString(), row.Text }),
            golden = new
            {
                card = GoldenConversation.CardText,
                secret = Convert.ToHexString(GoldenConversation.Secret),
                serial = GoldenConversation.Serial,
                keyId = GoldenConversation.KeyId,
                frames = GoldenConversation.Frames().Select(frame => new { frame.From, frame.Kind, characteristic = frame.Characteristic.ToString(), frame.What, frame.Hex }),
            },
        },
        s_options) + "\n";

    /// <summary>The flags that a type declares, by name.</summary>
    public static SortedDictionary<string, int> Flags(Type type) => new(
        type.GetFields().Where(field => field.IsLiteral && field.FieldType == typeof(ushort)).ToDictionary(field => field.Name, field => (int)(ushort)field.GetRawConstantValue()!),
        StringComparer.Ordinal);

    /// <summary>The members of an enumeration whose numbers go over the air as they are.</summary>
    public static Dictionary<string, int> Numbers<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(value => value.ToString(), value => Convert.ToInt32(value, null));

    /// <summary>The members of an enumeration whose code words go over the air.</summary>
    public static Dictionary<string, int> SafeCodes<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(value => value.ToString(), value => (int)SafeCode.Of(Convert.ToInt32(value, null)));
}
