using System;
using System.Collections.Generic;
using System.Linq;

namespace Haip.Flash.Processes;

/// <summary>One program to run.</summary>
/// <param name="Program">A path, or a name on PATH.</param>
/// <param name="Limit">When it has not ended by then it hangs.</param>
public sealed record ProcessCall(string Program, IReadOnlyList<string> Arguments, TimeSpan Limit)
{
    /// <summary>As one would type it.</summary>
    public string CommandLine => string.Join(' ', Arguments.Prepend(Program).Select(Quoted));

    private static string Quoted(string word) => word.Length == 0 || word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word;
}
