using System;
using System.Text.RegularExpressions;
using Haip.Flash.Processes;

namespace Haip.Flash.Nanoff;

/// <summary>The nanoff this tool knows: 2.5. Version 3 has another command line.</summary>
public static partial class NanoffVersion
{
    private const int Major = 2;
    private const int Minor = 5;

    /// <summary>The release whose sources were read.</summary>
    public const string Pinned = "2.5.162";

    private const string Install = $"Install it with: dotnet tool install -g nanoff --version {Pinned}";
    private const string Replace = $"Replace it with: dotnet tool update -g nanoff --version {Pinned} --allow-downgrade";

    /// <returns>The version, in full.</returns>
    /// <exception cref="FlashException">Missing, hung, another version, or it does not say which.</exception>
    public static string Check(IProcessRunner runner, ProcessCall call)
    {
        ProcessResult result = runner.Run(call);

        if (result.End == ProcessEnd.NotFound)
        {
            throw Missing($"There is no {call.Program} to be found.", $"{Install} (then open a new window), or name it with --nanoff.");
        }

        if (result.End == ProcessEnd.TimedOut)
        {
            throw new FlashException(Outcome.Hung, $"{call.Program} did not tell its version within {call.Limit.TotalSeconds} s and was stopped.", Replace);
        }

        Match version = ThreeNumbers().Match(result.Output);

        if (!version.Success || !Version.TryParse(version.ValueSpan, out Version? found))
        {
            throw Missing($"{call.Program} does not say which version it is.", Replace);
        }

        return found.Major == Major && found.Minor == Minor
            ? version.Value
            : throw Missing($"nanoff is {version.Value}, but this tool knows {Major}.{Minor} only.", Replace);
    }

    private static FlashException Missing(string sentence, string nextStep) => new(Outcome.PrerequisiteMissing, sentence, nextStep);

    [GeneratedRegex(@"\d{1,5}\.\d{1,5}\.\d{1,5}")]
    private static partial Regex ThreeNumbers();
}
