using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace Haip.HostTests.Device;

/// <summary>One .nfproj and the packages.config beside it, as they are written.</summary>
public sealed class DeviceProject
{
    private readonly XDocument _document;

    /// <param name="root">Folder of the repository.</param>
    /// <param name="path">Of the project, relative to it, with forward slashes.</param>
    public DeviceProject(string root, string path)
    {
        FilePath = path;
        Folder = path[..path.LastIndexOf('/')];
        Name = Path.GetFileNameWithoutExtension(path);
        _document = XDocument.Load(Path.Combine(root, path));
        string packages = Path.Combine(root, Folder, "packages.config");
        Packages = File.Exists(packages)
            ? [.. XDocument.Load(packages).Descendants("package").Select(package => ((string)package.Attribute("id")!, (string)package.Attribute("version")!))]
            : [];
    }

    public string FilePath { get; }

    public string Folder { get; }

    public string Name { get; }

    /// <summary>Of packages.config: name and version.</summary>
    public IReadOnlyList<(string Id, string Version)> Packages { get; }

    public bool IsTest => Property("IsTestProject") == "true";

    /// <summary>The Include of every item of this kind, as written.</summary>
    public IReadOnlyList<string> Items(string kind) => [.. Elements(kind).Select(element => (string?)element.Attribute("Include")).OfType<string>()];

    /// <summary>The names of the attributes that items of this kind and the groups around them have.</summary>
    public IEnumerable<string> Attributes(string kind) =>
        Elements(kind).SelectMany(element => element.AncestorsAndSelf()).Where(element => element.Parent is not null)
            .SelectMany(element => element.Attributes()).Select(attribute => attribute.Name.LocalName);

    /// <summary>What the project imports, as written.</summary>
    public IEnumerable<string> Imports => Elements("Import").Select(element => (string?)element.Attribute("Project")).OfType<string>();

    /// <summary>Every reference to an assembly: its full name as written, and where the file is expected.</summary>
    public IReadOnlyList<(string FullName, string? Hint)> References() =>
        [.. Elements("Reference").Select(element => ((string)element.Attribute("Include")!, element.Elements().FirstOrDefault(child => child.Name.LocalName == "HintPath")?.Value))];

    public string? Property(string name) => Elements(name).FirstOrDefault()?.Value;

    /// <summary>An item's path relative to the repository, with forward slashes.</summary>
    public string Resolve(string include)
    {
        List<string> parts = [.. Folder.Split('/')];

        foreach (string part in include.Replace('\\', '/').Split('/'))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join('/', parts);
    }

    private IEnumerable<XElement> Elements(string name) => _document.Descendants().Where(element => element.Name.LocalName == name);
}
