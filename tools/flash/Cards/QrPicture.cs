using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using QRCoder;

namespace Haip.Flash.Cards;

/// <summary>A QR code as squares: for a terminal and for a page. A quarter of it may be unreadable.</summary>
public sealed class QrPicture
{
    private const int QuietSquares = 4; // ISO/IEC 18004 asks for them around the code

    private readonly List<BitArray> _rows;

    public QrPicture(string text)
    {
        using QRCodeData data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
        _rows = [.. data.ModuleMatrix];
    }

    /// <summary>Squares from edge to edge, the white ones around it included.</summary>
    public int Size => _rows.Count;

    public bool IsDark(int row, int column) => _rows[row][column];

    /// <summary>Two rows of squares in one of text.</summary>
    /// <param name="coloured">Dark on light whatever the terminal's colours are; otherwise the terminal has to be light.</param>
    public IEnumerable<string> Lines(bool coloured)
    {
        for (int row = QuietSquares - 2; row < Size - QuietSquares + 2; row += 2)
        {
            var line = new StringBuilder(coloured ? "\u001b[30;107m" : "");

            for (int column = QuietSquares - 2; column < Size - QuietSquares + 2; column++)
            {
                bool lower = row + 1 < Size && IsDark(row + 1, column);
                line.Append(IsDark(row, column) ? lower ? '█' : '▀' : lower ? '▄' : ' ');
            }

            yield return line.Append(coloured ? "\u001b[0m" : "").ToString();
        }
    }

    /// <summary>As the outline of an SVG path in units of one square; runs of dark squares are one rectangle each.</summary>
    public string Path()
    {
        var path = new StringBuilder();

        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column < Size; column++)
            {
                int from = column;

                while (column < Size && IsDark(row, column))
                {
                    column++;
                }

                if (column > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {row}h{column - from}v1h-{column - from}z");
                }
            }
        }

        return path.ToString();
    }
}
