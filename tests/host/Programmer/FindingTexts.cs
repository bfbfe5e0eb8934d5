using System.Collections.Generic;
using System.Linq;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>Findings with the place where they were found.</summary>
internal static class FindingTexts
{
    public static IEnumerable<string> Prefix(this IEnumerable<string> findings, string place) => findings.Select(finding => $"{place}: {finding}");
}
