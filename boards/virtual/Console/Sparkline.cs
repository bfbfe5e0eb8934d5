using System;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>A trace as bars of eighths of a character, several rows high, the newest at the right.</summary>
internal static class Sparkline
{
    private const string Eighths = " ▁▂▃▄▅▆▇█";
    private const int Full = 8;

    public static void Draw(Sheet sheet, Trace trace, int top, int left, int rows, int columns)
    {
        for (int age = 0; age < columns; age++)
        {
            double value = trace.Column(age);

            if (double.IsNaN(value))
            {
                continue;
            }

            double share = Math.Clamp((value - trace.Low) / (trace.High - trace.Low), 0, 1);

            // At least a line: the lowest value is not the same as none.
            int eighths = Math.Max(1, (int)Math.Round(share * rows * Full));

            for (int i = 0; i < rows; i++)
            {
                int part = Math.Clamp(eighths - (i * Full), 0, Full);
                sheet.Write(top + rows - 1 - i, left + columns - 1 - age, Eighths.Substring(part, 1), LiveStyles.Trace);
            }
        }
    }
}
