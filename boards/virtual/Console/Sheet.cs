using System;
using System.Collections.Generic;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>A screen of characters with their styles. What does not fit is cut off: nothing can move what stands beside it.</summary>
internal sealed class Sheet : Renderable
{
    private readonly char[,] _characters;
    private readonly Style[,] _styles;

    public Sheet(int width, int height)
    {
        Width = width;
        Height = height;
        _characters = new char[height, width];
        _styles = new Style[height, width];

        for (int row = 0; row < height; row++)
        {
            Write(row, 0, new string(' ', width), Style.Plain);
        }
    }

    public int Width { get; }

    public int Height { get; }

    public void Write(int row, int column, string text, Style style)
    {
        for (int i = 0; i < text.Length; i++)
        {
            int at = column + i;

            if (row >= 0 && row < Height && at >= 0 && at < Width)
            {
                _characters[row, at] = char.IsControl(text[i]) ? ' ' : text[i];
                _styles[row, at] = style;
            }
        }
    }

    /// <summary>Ends before this column.</summary>
    public void WriteRight(int row, int endColumn, string text, Style style) => Write(row, endColumn - text.Length, text, style);

    /// <summary>The longest stretches of one style in a row.</summary>
    public IEnumerable<(int Column, string Text, Style Style)> Runs(int row)
    {
        int start = 0;

        for (int column = 1; column <= Width; column++)
        {
            if (column == Width || !_styles[row, column].Equals(_styles[row, start]))
            {
                yield return (start, string.Create(column - start, (this, row, start), Copy), _styles[row, start]);
                start = column;
            }
        }
    }

    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        for (int row = 0; row < Height; row++)
        {
            foreach ((_, string text, Style style) in Runs(row))
            {
                yield return new Segment(text, style);
            }

            // A line break behind the last row would scroll the screen.
            if (row < Height - 1)
            {
                yield return Segment.LineBreak;
            }
        }
    }

    private static void Copy(Span<char> target, (Sheet Sheet, int Row, int Column) from)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = from.Sheet._characters[from.Row, from.Column + i];
        }
    }
}
