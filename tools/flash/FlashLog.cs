using System;
using System.IO;
using System.Text;

namespace Haip.Flash;

/// <summary>Every call and all that came back, on disk before the next step starts: what a colleague needs to see when a board fails.</summary>
public sealed class FlashLog : IDisposable
{
    private readonly StreamWriter _writer;

    /// <param name="path">Appended to when it exists.</param>
    /// <exception cref="FlashException">The file cannot be written.</exception>
    public FlashLog(string path)
    {
        try
        {
            FilePath = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
            _writer = new StreamWriter(FilePath, append: true, new UTF8Encoding(false)) { AutoFlush = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FlashException(Outcome.BadArguments, $"The log {path} cannot be written: {e.Message.TrimEnd('.')}.", "Name another file with --log.");
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new FlashException(Outcome.BadArguments, $"\"{path}\" is no file that a log could be written to.", "Name another file with --log.");
        }
    }

    public string FilePath { get; }

    public void Write(string text) => _writer.WriteLine($"{DateTimeOffset.Now:yyyy-MM-dd HH:mm:ss.fff} {text}");

    public void Dispose() => _writer.Dispose();
}
