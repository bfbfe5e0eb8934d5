using Haip.Core.Safety;
using Spectre.Console;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>The few colours of the live view. Colour says what needs attention, and nothing else.</summary>
internal static class LiveStyles
{
    /// <summary>Labels, units and rules.</summary>
    public static Style Quiet { get; } = new(Color.Grey54);

    public static Style Value { get; } = Style.Plain;

    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    public static Style Trace { get; } = new(Color.SteelBlue);

    public static Style Good { get; } = new(Color.Green, decoration: Decoration.Bold);

    public static Style Bad { get; } = new(Color.Red, decoration: Decoration.Bold);

    public static Style Halted { get; } = new(Color.Yellow, decoration: Decoration.Bold);

    /// <summary>A key whose fault is on.</summary>
    public static Style On { get; } = new(Color.Black, Color.Yellow);

    public static Style Of(AlarmPriority priority) => priority switch
    {
        AlarmPriority.High => Bad,
        AlarmPriority.Medium => Halted,
        AlarmPriority.Low => new Style(Color.Aqua, decoration: Decoration.Bold),
        _ => Value,
    };
}
