using System.Text.Json;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>How campaigns write: numbers so that reading them gives the same bits.</summary>
internal static class CampaignJson
{
    /// <summary>A report, for people and programs.</summary>
    public static JsonSerializerOptions Report { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>One result a line.</summary>
    public static JsonSerializerOptions Line { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };
}
