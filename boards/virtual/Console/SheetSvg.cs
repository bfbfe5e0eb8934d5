using System;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>A sheet as a picture, as a dark terminal shows it. Every character keeps its place whatever font the reader has.</summary>
internal static partial class SheetSvg
{
    private const int CellWidth = 10;
    private const int CellHeight = 20;
    private const int Margin = 20;
    private const int BaseLine = 15;
    private const int Eighths = 8;
    private const char LowestBlock = '▁';
    private const char FullBlock = '█';
    private const char Rule = '─';
    private const string Background = "#0d1117";
    private const string Foreground = "#e6edf3";

    // What terminals make of the sixteen colours of old is up to them; these are legible on the background.
    private static readonly (Color Color, string Hex)[] s_palette =
    [
        (Color.Green, "#3fb950"),
        (Color.Red, "#ff7b72"),
        (Color.Yellow, "#d29922"),
        (Color.Aqua, "#39c5cf"),
        (Color.Black, Background),
        (Color.Default, Foreground),
    ];

    public static string Of(Sheet sheet)
    {
        int width = (sheet.Width * CellWidth) + (2 * Margin);
        int height = (sheet.Height * CellHeight) + (2 * Margin);
        var svg = new StringBuilder();
        svg.Append(Text($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\""));
        svg.Append(" font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"16\">\n");
        svg.Append(Text($"<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{Background}\"/>\n"));

        for (int row = 0; row < sheet.Height; row++)
        {
            foreach ((int column, string text, Style style) in sheet.Runs(row))
            {
                Append(svg, row, column, text, style);
            }
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Append(StringBuilder svg, int row, int column, string text, Style style)
    {
        int top = Margin + (row * CellHeight);
        int left = Margin + (column * CellWidth);

        if (style.Background != Color.Default)
        {
            svg.Append(Text($"<rect x=\"{left}\" y=\"{top}\" width=\"{text.Length * CellWidth}\" height=\"{CellHeight}\" fill=\"{Hex(style.Background)}\"/>\n"));
        }

        string fill = Hex(style.Foreground);
        var shapes = new StringBuilder();
        var letters = new StringBuilder(text.Length);

        for (int i = 0; i < text.Length; i++)
        {
            shapes.Append(Shape(text[i], left + (i * CellWidth), top));
            letters.Append(IsShape(text[i]) ? ' ' : text[i]);
        }

        if (shapes.Length > 0)
        {
            svg.Append(Text($"<path d=\"{shapes}\" fill=\"{fill}\" shape-rendering=\"crispEdges\"/>\n"));
        }

        string weight = (style.Decoration & Decoration.Bold) != 0 ? " font-weight=\"bold\"" : "";

        foreach (Match phrase in Phrase().Matches(letters.ToString()))
        {
            svg.Append(Text($"<text x=\"{left + (phrase.Index * CellWidth)}\" y=\"{top + BaseLine}\" textLength=\"{phrase.Length * CellWidth}\" "));
            svg.Append(Text($"lengthAdjust=\"spacingAndGlyphs\" fill=\"{fill}\"{weight}>{WebUtility.HtmlEncode(phrase.Value)}</text>\n"));
        }
    }

    // Fonts leave gaps between blocks and rules: they are drawn.
    private static bool IsShape(char c) => c is Rule or (>= LowestBlock and <= FullBlock);

    private static string Shape(char c, int left, int top)
    {
        if (!IsShape(c))
        {
            return "";
        }

        double height = c == Rule ? 1 : CellHeight * (c - LowestBlock + 1) / (double)Eighths;
        double bottom = c == Rule ? CellHeight / 2.0 : CellHeight;
        return Text($"M{left} {top + bottom - height}h{CellWidth}v{height}h-{CellWidth}z");
    }

    private static string Hex(Color color)
    {
        int index = Array.FindIndex(s_palette, entry => entry.Color.Equals(color));
        return index < 0 ? "#" + color.ToHex() : s_palette[index].Hex;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\S+( \S+)*")]
    private static partial Regex Phrase();
}
