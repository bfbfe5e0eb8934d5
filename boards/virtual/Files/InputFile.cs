using System;
using System.IO;
using System.Text;
using System.Text.Json;

namespace Haip.VirtualBoard.Files;

/// <summary>Turns a file that a person wrote into JSON, or into one line that says why not.</summary>
internal static class InputFile
{
    private const int MaxBytes = 1_000_000;

    // Throws on bytes that are not UTF-8 instead of guessing.
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="InputFileException">Missing, a directory, not readable, larger than 1 MB, or not UTF-8.</exception>
    public static string ReadText(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InputFileException($"{path}: is a directory, not a file");
        }

        try
        {
            using FileStream stream = File.OpenRead(path);
            return Text(path, stream);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputFileException($"{path}: there is no such file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputFileException($"{path}: cannot be read: {e.Message}");
        }
    }

    /// <param name="file">As it is to stand in front of every error.</param>
    /// <exception cref="InputFileException">Empty, or not JSON; comments and trailing commas are welcome.</exception>
    public static InputValue Parse(string file, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InputFileException($"{file}: is empty; the least there can be is {{ }}");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text, s_options);
            return new InputValue(file, "", document.RootElement.Clone());
        }
        catch (JsonException e)
        {
            throw new InputFileException($"{file}: line {(e.LineNumber ?? 0) + 1}: {Reason(e)}");
        }
    }

    // Reads one byte more than allowed instead of asking for the length: a pipe or a device has none.
    private static string Text(string path, Stream stream)
    {
        byte[] bytes = new byte[MaxBytes + 1];
        int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);

        if (length > MaxBytes)
        {
            throw new InputFileException($"{path}: is larger than 1 MB");
        }

        try
        {
            // Some editors put a byte order mark in front; JSON does not know it.
            return s_strictUtf8.GetString(bytes, 0, length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new InputFileException($"{path}: is not UTF-8 text");
        }
    }

    // The parser adds its own, zero-based, line number behind the reason.
    private static string Reason(JsonException e)
    {
        int end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message[..end].TrimEnd('.');
    }
}
