namespace Haip.HostTests.Device;

/// <summary>One assembly of a package: its version is not always that of the package.</summary>
public sealed record PinnedAssembly(string Name, string Version, string File)
{
    /// <summary>As a project refers to it. All of nanoFramework is signed with one key.</summary>
    public string FullName => $"{Name}, Version={Version}, Culture=neutral, PublicKeyToken=c07d481e9758c731";
}
