using System.Linq;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>The keys and what they do, at the bottom of the live view. What is switched on is marked.</summary>
internal static class LiveKeyBar
{
    /// <summary>As many as the narrowest terminal needs.</summary>
    public const int Rows = 3;

    private const int GapColumns = 2;

    public static void Draw(Sheet sheet, LiveSession session, int row, int right)
    {
        int column = 0;
        LiveKeyGroup group = LiveKeys.Rows[0].Group;

        foreach (LiveKey key in LiveKeys.Rows)
        {
            int length = 2 + key.Label.Length;
            bool first = key.Group != group;
            group = key.Group;

            // Faults begin a line of their own; the keys of the view stand at the end of the last, if there is room.
            int begin = first && group == LiveKeyGroup.View ? ViewColumn(right) : column;

            if (begin < column || begin + length > right || (first && group == LiveKeyGroup.Fault))
            {
                row++;
                begin = group == LiveKeyGroup.View ? begin : 0;
            }

            column = begin;
            bool on = session.IsOn(key);
            sheet.Write(row, column, key.Key.ToString(), on ? LiveStyles.On : LiveStyles.Heading);
            sheet.Write(row, column + 1, " " + key.Label, on ? LiveStyles.On : LiveStyles.Quiet);
            column += length + GapColumns;
        }
    }

    private static int ViewColumn(int right) =>
        right + GapColumns - LiveKeys.Rows.Where(key => key.Group == LiveKeyGroup.View).Sum(key => 2 + key.Label.Length + GapColumns);
}
