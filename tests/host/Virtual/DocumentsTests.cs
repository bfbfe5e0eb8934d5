using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Haip.VirtualBoard.Files;
using Xunit;

namespace Haip.HostTests.Virtual;

[Trait("Category", "Virtual")]
public sealed class DocumentsTests : IDisposable
{
    private readonly InputFileFixture _files = new();

    public static TheoryData<string> FileNames => [.. Documents.Rows.Select(row => row.FileName)];

    public void Dispose() => _files.Dispose();

    [Theory]
    [MemberData(nameof(FileNames))]
    public void A_printed_document_is_current(string fileName)
    {
        string path = Path.Combine(DocsFolder(), fileName);
        string printed = Documents.Rows.Single(row => row.FileName == fileName).Markdown();

        // Line endings are the business of whoever checked the file out.
        bool current = File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == printed;
        Assert.True(current, $"docs/{fileName} is stale; run: dotnet run --project boards/virtual -- docs");
    }

    [Fact]
    public void Documents_are_written_into_a_folder_that_need_not_exist()
    {
        string folder = Path.Combine(_files.FolderPath, "new");
        Documents.WriteAll(folder);

        Assert.All(Documents.Rows, row => Assert.Equal(row.Markdown(), File.ReadAllText(Path.Combine(folder, row.FileName))));
    }

    [Fact]
    public void The_examples_in_the_documents_are_good_files()
    {
        PlantFile.Read(_files.Write("plant.json", Example("plant.md")));
        ScenarioFile.Read(_files.Write("scenario.json", Example("scenarios.md")));
    }

    private static string Example(string fileName) =>
        Regex.Match(Documents.Rows.Single(row => row.FileName == fileName).Markdown(), "```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    private static string DocsFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Build.props")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "docs");
    }
}
