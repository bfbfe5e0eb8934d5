using System;
using System.IO;
using Haip.VirtualBoard.Files;
using Xunit;

namespace Haip.HostTests.Virtual;

/// <summary>A folder for the input files of one test, and what the reader says about them.</summary>
public sealed class InputFileFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("haip-");

    public string FolderPath => _folder.FullName;

    public string Write(string fileName, string text)
    {
        string path = Path.Combine(_folder.FullName, fileName);
        File.WriteAllText(path, text);
        return path;
    }

    public string Write(string fileName, byte[] bytes)
    {
        string path = Path.Combine(_folder.FullName, fileName);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>The message of the error that reading ends in, without the folder of the test.</summary>
    public string ErrorOf(Action read)
    {
        string message = Assert.Throws<InputFileException>(read).Message;
        return message.Replace(_folder.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
