using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Haip.VirtualBoard.Files;

/// <summary>Reads and prints any table of <see cref="NumberKey{T}"/>; knows no row by name.</summary>
internal static class NumberTable
{
    /// <summary>Every number that an object of objects gives, in the order of the file.</summary>
    /// <exception cref="InputFileException">A key without a row, a value of another kind, or one outside its row's range.</exception>
    public static List<NumberSetting<T>> Read<T>(InputValue root, IReadOnlyList<NumberKey<T>> rows, string document)
    {
        var settings = new List<NumberSetting<T>>();
        var groups = rows.Select(row => row.Group).ToHashSet();

        foreach ((string group, InputValue members) in root.Members())
        {
            if (!groups.Contains(group) && (!members.IsObject || members.Members().Count == 0))
            {
                throw rows.Any(row => row.Path == group)
                    ? members.Error("a key stands inside its group: { \"group\": { \"key\": 1 } }")
                    : Unknown(members, group);
            }

            foreach ((string key, InputValue value) in members.Members())
            {
                NumberKey<T> row = rows.FirstOrDefault(row => row.Path == $"{group}.{key}") ?? throw Unknown(value, $"{group}.{key}");
                settings.Add(new NumberSetting<T>(row, value.Number(row.Min, row.Max, row.Unit)));
            }
        }

        return settings;

        InputFileException Unknown(InputValue value, string typed) =>
            value.UnknownKey("a key", typed, rows.Select(row => row.Path), document);
    }

    /// <summary>One Markdown table a group.</summary>
    public static string Markdown<T>(IReadOnlyList<NumberKey<T>> rows, T nominal)
    {
        var text = new StringBuilder();

        foreach (IGrouping<string, NumberKey<T>> group in rows.GroupBy(row => row.Group))
        {
            text.Append($"## {group.Key}\n\n| key | nominal | allowed | unit | meaning | source |\n|---|---|---|---|---|---|\n");

            foreach (NumberKey<T> row in group)
            {
                string key = row.Path[(group.Key.Length + 1)..];
                string numbers = $"{NumberText.Of(row.Get(nominal))} | {NumberText.Range(row.Min, row.Max, "")} | {row.Unit}";
                text.Append($"| `{key}` | {numbers} | {row.Meaning} | {row.Source} |\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
