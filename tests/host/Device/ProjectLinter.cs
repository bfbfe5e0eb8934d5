using System.Collections.Generic;

namespace Haip.HostTests.Device;

/// <summary>Everything that can be wrong with the device's projects and that no compiler on the PC would notice.</summary>
public static class ProjectLinter
{
    /// <returns>One sentence a problem, with the file it is about; empty when all is well.</returns>
    public static IReadOnlyList<string> Problems(string root)
    {
        var repository = new Repository(root);
        return
        [
            .. CompileRules.Problems(repository),
            .. ReferenceRules.Problems(repository),
            .. SettingRules.Problems(repository),
            .. SolutionRules.Problems(repository),
            .. BoardRules.Problems(repository),
            .. TestTextRules.Problems(repository),
            .. VersionRules.Problems(repository),
        ];
    }
}
