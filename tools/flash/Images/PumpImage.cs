using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using Haip.Flash.Boards;

namespace Haip.Flash.Images;

/// <summary>The application as one file, checked before anything is written.</summary>
/// <param name="Version">Of the application's own assembly.</param>
/// <param name="Assemblies">All that must be on the board afterwards.</param>
public sealed record PumpImage(string FilePath, long SizeBytes, string Sha256, string Version, IReadOnlyList<ImageAssembly> Assemblies)
{
    /// <summary>The assembly that makes an image this pump's.</summary>
    public const string ApplicationName = "HaipFirmware";

    /// <exception cref="FlashException">Missing, not readable, too large for the board, or not an image of this pump.</exception>
    public static PumpImage Open(string path, Board board)
    {
        byte[] bytes = Bytes(path, board);

        if (!ImageReader.TryRead(bytes, out List<ImageAssembly> assemblies))
        {
            throw Unusable($"{path} is not a nanoFramework deployment image.", "Name the HaipFirmware.bin that the build leaves in firmware/bin.");
        }

        ImageAssembly? application = assemblies.Find(assembly => assembly.Name == ApplicationName);

        return application is not null
            ? new PumpImage(path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), application.Version, assemblies)
            : throw Unusable($"{path} holds {Named(assemblies)}, but not {ApplicationName}.", "Name the HaipFirmware.bin that the build leaves in firmware/bin.");
    }

    private static byte[] Bytes(string path, Board board)
    {
        var file = new FileInfo(path);

        if (!file.Exists)
        {
            throw Unusable($"There is no image {path}.", "Build HaipFirmware.sln first, or name the file with --image.");
        }

        if (file.Length > board.DeploySizeBytes)
        {
            throw Unusable(
                $"The image has {file.Length} bytes, {file.Length - board.DeploySizeBytes} more than {board.Name} has room for ({board.DeploySizeBytes}).",
                "Build with --configuration Release, or use a board with more flash.");
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"The image {path} cannot be read: {e.Message}", "Close the program that holds the file, or name another with --image.");
        }
    }

    private static string Named(List<ImageAssembly> assemblies) =>
        string.Join(", ", assemblies.Select(assembly => assembly.Name).OfType<string>().Take(3).DefaultIfEmpty("assemblies"));

    private static FlashException Unusable(string sentence, string nextStep) => new(Outcome.ImageUnusable, sentence, nextStep);
}
