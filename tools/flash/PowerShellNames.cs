using System.Collections.Generic;
using System.CommandLine;
using System.Linq;

namespace Haip.Flash;

/// <summary>Lets flash.ps1 pass PowerShell's way of writing on unchanged: -WhatIf is --what-if, -Port:COM5 is --port COM5.</summary>
public static class PowerShellNames
{
    public static string[] Translate(IEnumerable<string> arguments, IEnumerable<Option> options)
    {
        var names = options.Select(option => option.Name).Distinct().ToDictionary(Letters);
        return [.. arguments.SelectMany(argument => Translate(argument, names))];
    }

    private static IEnumerable<string> Translate(string argument, Dictionary<string, string> names)
    {
        int colon = argument.IndexOf(':', System.StringComparison.Ordinal);
        string word = colon < 0 ? argument : argument[..colon];

        if (!word.StartsWith('-') || word.StartsWith("--", System.StringComparison.Ordinal) || !names.TryGetValue(Letters(word), out string? name))
        {
            return [argument];
        }

        string value = colon < 0 ? "" : argument[(colon + 1)..];
        return value.Length == 0 ? [name] : [name, value];
    }

    // PowerShell does not care about capitals.
    private static string Letters(string name) => name.Replace("-", "", System.StringComparison.Ordinal).ToUpperInvariant();
}
