using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Haip.HostTests.Device;

/// <summary>
/// The device's test runner splits each result at commas and loses one whose message has its own: no text in a device test has any,
/// whether it is a message or a value that a message would quote.
/// </summary>
public static partial class TestTextRules
{
    public static IEnumerable<string> Problems(Repository repository) =>
        from file in repository.DeviceSources
        where file.StartsWith("tests/device/", StringComparison.Ordinal)
        from Match token in Token().Matches(repository.Text(file))
        where token.Groups["text"].Success && token.Value.Contains(',', StringComparison.Ordinal)
        select $"{file}: {token.Value} has a comma, and the device's runner loses such a result";

    // Comments first: they may hold quotes. Then the kinds of text.
    [GeneratedRegex("""//[^\n]*|/\*[\s\S]*?\*/|(?<text>@"(?:[^"]|"")*"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')""")]
    private static partial Regex Token();
}
