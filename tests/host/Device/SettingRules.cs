using System.Collections.Generic;
using System.Linq;

namespace Haip.HostTests.Device;

/// <summary>Settings that tools of nanoFramework look for by name.</summary>
public static class SettingRules
{
    private const string Application = "firmware/HaipFirmware.nfproj";
    private const string TestAssembly = "NFUnitTest";

    public static IEnumerable<string> Problems(Repository repository)
    {
        foreach (DeviceProject project in repository.Projects)
        {
            // The launcher of the device's tests loads an assembly of this name and no other.
            string assembly = project.IsTest ? TestAssembly : project.Name;

            if (project.Property("AssemblyName") != assembly)
            {
                yield return $"{project.FilePath}: the assembly is called {project.Property("AssemblyName")} and not {assembly}";
            }

            if (project.Property("LangVersion") != "9.0")
            {
                yield return $"{project.FilePath}: LangVersion is not 9.0";
            }

            // Editors look for the program one folder below the solution.
            string output = project.FilePath == Application ? "Exe" : "Library";

            if (project.Property("OutputType") != output)
            {
                yield return $"{project.FilePath}: OutputType is not {output}";
            }

            if (project.IsTest && !project.Items("ProjectCapability").Contains("TestContainer"))
            {
                yield return $"{project.FilePath}: the capability TestContainer is missing, so no test is found";
            }

            if (project.IsTest && project.Property("RunSettingsFilePath") != "$(MSBuildProjectDirectory)\\nano.runsettings")
            {
                yield return $"{project.FilePath}: RunSettingsFilePath does not name nano.runsettings";
            }
        }

        if (repository.Projects.Count(project => project.IsTest) != 1)
        {
            yield return "there must be exactly one project of device tests";
        }
    }
}
