using System;
using System.IO;
using System.Linq;
using Haip.Flash;
using Haip.Flash.Processes;
using Haip.Flash.Therapy;
using Xunit;

namespace Haip.HostTests.Flash;

/// <summary>A repository in a folder of its own, with the real board files and an image, and a bench on which everything works.</summary>
public sealed class FlashBench : IDisposable, ITherapyQuery
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("haip-flash-");

    public FlashBench()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(RepositoryFolder, "boards"), "board.json", SearchOption.AllDirectories))
        {
            string board = Path.GetFileName(Path.GetDirectoryName(file)!);
            Write($"boards/{board}/board.json", File.ReadAllBytes(file));
        }

        ImagePath = Write("firmware/bin/Release/HaipFirmware.bin", ImageBytes.Pump());
    }

    public static string RepositoryFolder
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);

            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Build.props")))
            {
                folder = folder.Parent;
            }

            return folder!.FullName;
        }
    }

    public string FolderPath => _folder.FullName;

    public string ImagePath { get; }

    public string LogPath => Path.Combine(FolderPath, "flash.log");

    public FakeNanoff Nanoff { get; } = new();

    public FakeConversation Person { get; } = new();

    public TherapyAnswer Therapy { get; set; } = new(TherapyState.None, "state Standby");

    public FlashRequest Request => new() { Board = "esp32-devkitc", Log = LogPath };

    public Outcome Run(FlashRequest request) => Run(request, Nanoff);

    public Outcome Run(FlashRequest request, IProcessRunner runner) => new FlashSession(FolderPath, runner, this, Person, _ => { }).Run(request);

    /// <summary>The outcome, and that the person was told one sentence and one next step.</summary>
    public Outcome Fails(FlashRequest request)
    {
        Outcome outcome = Run(request);

        Assert.NotEqual(Outcome.Done, outcome);
        Assert.EndsWith(".", Person.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(". ", Person.Sentence, StringComparison.Ordinal);
        Assert.NotEmpty(Person.NextStep);
        Assert.DoesNotContain(Person.Said, line => line.StartsWith("Done", StringComparison.Ordinal) || line.StartsWith("Verified", StringComparison.Ordinal));
        return outcome;
    }

    public string State => Person.Said.Single(line => line.StartsWith("State", StringComparison.Ordinal));

    public string Write(string path, byte[] bytes)
    {
        string full = Path.Combine(FolderPath, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return full;
    }

    TherapyAnswer ITherapyQuery.Ask(string port, IProcessRunner runner) => Therapy;

    public void Dispose() => _folder.Delete(recursive: true);
}
