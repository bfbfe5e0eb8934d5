using System;
using System.Collections.Generic;

namespace Haip.VirtualBoard.Files;

/// <summary>Guesses which name a person meant.</summary>
internal static class Nearest
{
    // A right name in the wrong group counts as this many wrong letters.
    private const int WrongGroup = 3;

    /// <summary>"; did you mean X?", or nothing when no name is near enough to be what was meant.</summary>
    public static string Hint(string typed, IEnumerable<string> names)
    {
        string best = "";
        int bestDistance = Math.Max(2, typed.Length / 3) + 1;

        foreach (string name in names)
        {
            int distance = Distance(typed, name);

            if (distance < bestDistance)
            {
                bestDistance = distance;
                best = name;
            }
        }

        return best.Length == 0 ? "" : $"; did you mean {best}?";
    }

    // People forget the group or put the key in another one: both are compared beside the whole path.
    private static int Distance(string typed, string name)
    {
        int whole = Edits(Letters(typed), Letters(name));
        int withoutGroup = Edits(Letters(typed), Letters(Last(name)));
        int otherGroup = WrongGroup + Edits(Letters(Last(typed)), Letters(Last(name)));
        return Math.Min(whole, Math.Min(withoutGroup, otherGroup));
    }

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static string Letters(string text) => text.Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();

    // Levenshtein distance: letters inserted, removed or replaced. One row of the usual matrix is enough.
    private static int Edits(string a, string b)
    {
        int[] row = new int[b.Length + 1];

        for (int j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;

            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
