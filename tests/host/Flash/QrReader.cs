using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Haip.HostTests.Flash;

/// <summary>Reads an undamaged QR code of version 6, quality Q, of letters and digits. Written from ISO/IEC 18004, apart from the library that draws it.</summary>
internal static class QrReader
{
    private const int Size = 41;
    private const int Blocks = 4;
    private const int BlockDataBytes = 19;
    private const int QualityQ = 0b11;
    private const int ModeBits = 4;
    private const int EndOfText = 0b0000;
    private const int NumericMode = 0b0001;
    private const int AlphanumericMode = 0b0010;
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /// <param name="dark">Row and column, without the white squares around the code.</param>
    public static string Read(bool[,] dark)
    {
        if (dark.GetLength(0) != Size || dark.GetLength(1) != Size)
        {
            throw new FormatException($"{dark.GetLength(0)} squares are not version 6");
        }

        int format = Format(dark);

        if (format >> 13 != QualityQ)
        {
            throw new FormatException("another quality");
        }

        var bits = new Queue<bool>(Data(Bytes(dark, (format >> 10) & 7)));
        return Text(bits);
    }

    // Fifteen bits around the upper left finder.
    private static int Format(bool[,] dark)
    {
        (int Row, int Column)[] places =
        [
            .. Enumerable.Range(0, 6).Select(i => (8, i)), (8, 7), (8, 8), (7, 8), .. Enumerable.Range(0, 6).Select(i => (5 - i, 8)),
        ];
        return places.Aggregate(0, (bits, place) => (bits << 1) | (dark[place.Row, place.Column] ? 1 : 0)) ^ 0x5412;
    }

    private static bool IsFunction(int row, int column) =>
        (row <= 8 && (column <= 8 || column >= Size - 8)) || (row >= Size - 8 && column <= 8) || row == 6 || column == 6
        || (row is >= Size - 9 and <= Size - 5 && column is >= Size - 9 and <= Size - 5);

    private static bool IsMasked(int mask, int row, int column) => mask switch
    {
        0 => (row + column) % 2 == 0,
        1 => row % 2 == 0,
        2 => column % 3 == 0,
        3 => (row + column) % 3 == 0,
        4 => ((row / 2) + (column / 3)) % 2 == 0,
        5 => (row * column % 2) + (row * column % 3) == 0,
        6 => ((row * column % 2) + (row * column % 3)) % 2 == 0,
        _ => (((row + column) % 2) + (row * column % 3)) % 2 == 0,
    };

    // Two columns at a time from the right, up and down in turn.
    private static List<byte> Bytes(bool[,] dark, int mask)
    {
        var bits = new List<bool>();
        bool up = true;

        for (int right = Size - 1; right > 0; right -= 2)
        {
            right = right == 6 ? 5 : right;

            foreach (int row in up ? Enumerable.Range(0, Size).Reverse() : Enumerable.Range(0, Size))
            {
                foreach (int column in new[] { right, right - 1 }.Where(column => !IsFunction(row, column)))
                {
                    bits.Add(dark[row, column] ^ IsMasked(mask, row, column));
                }
            }

            up = !up;
        }

        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => (byte)chunk.Aggregate(0, (sum, bit) => (sum << 1) | (bit ? 1 : 0)))];
    }

    // The blocks' bytes lie in turn; what corrects errors follows them.
    private static IEnumerable<bool> Data(List<byte> bytes) =>
        from block in Enumerable.Range(0, Blocks)
        from i in Enumerable.Range(0, BlockDataBytes)
        from bit in Enumerable.Range(0, 8)
        select (bytes[(i * Blocks) + block] >> (7 - bit) & 1) == 1;

    // Whoever writes a code may change the mode in the middle: a long run of digits is shorter as one.
    private static string Text(Queue<bool> bits)
    {
        var text = new StringBuilder();

        while (bits.Count >= ModeBits)
        {
            switch (Take(bits, ModeBits))
            {
                case EndOfText:
                    return text.ToString();
                case NumericMode:
                    AddDigits(bits, text);
                    break;
                case AlphanumericMode:
                    AddLetters(bits, text);
                    break;
                default:
                    throw new FormatException("another mode");
            }
        }

        return text.ToString();
    }

    private static void AddDigits(Queue<bool> bits, StringBuilder text)
    {
        int left = Take(bits, 10);

        for (; left > 0; left -= 3)
        {
            int digits = Math.Min(left, 3);
            text.Append(Take(bits, (digits * 3) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0'));
        }
    }

    private static void AddLetters(Queue<bool> bits, StringBuilder text)
    {
        int left = Take(bits, 9);

        for (; left > 1; left -= 2)
        {
            int pair = Take(bits, 11);
            text.Append(Letters[pair / Letters.Length]).Append(Letters[pair % Letters.Length]);
        }

        if (left == 1)
        {
            text.Append(Letters[Take(bits, 6)]);
        }
    }

    private static int Take(Queue<bool> bits, int count) => Enumerable.Range(0, count).Aggregate(0, (sum, _) => (sum << 1) | (bits.Dequeue() ? 1 : 0));
}
