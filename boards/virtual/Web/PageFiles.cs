using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;

namespace Haip.VirtualBoard.Web;

/// <summary>The built programmer page, in memory: what is served is what was there at the start.</summary>
public sealed class PageFiles
{
    /// <summary>Vite puts files with their content's hash in their name here.</summary>
    private const string HashedFolder = "assets/";

    private const string Index = "index.html";
    private const int TagBytes = 12;
    private static readonly string[] s_compressed = [".br", ".gz"];

    private static readonly Dictionary<string, string> s_types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json",
        [".webmanifest"] = "application/manifest+json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
    };

    private readonly Dictionary<string, PageFile> _files;

    /// <param name="folder">One without a page, or none at all, is no error.</param>
    public PageFiles(string folder)
    {
        _files = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => !s_compressed.Contains(Path.GetExtension(path)))
                .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), path => Read(folder, path))
            : [];
    }

    /// <summary>Where the build lays the page: beside the program.</summary>
    public static string BuiltFolder => Path.Combine(AppContext.BaseDirectory, "programmer");

    /// <summary>There is a page.</summary>
    public bool AreThere => _files.ContainsKey(Index);

    /// <param name="path">As in a URL: "/" is the page itself.</param>
    /// <returns>Null when there is no such file.</returns>
    internal PageFile? Find(string path) => _files.GetValueOrDefault(path == "/" ? Index : path.TrimStart('/'));

    private static PageFile Read(string folder, string path)
    {
        byte[] plain = File.ReadAllBytes(path);
        string type = s_types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");
        // Weak: the same for every coding.
        string tag = $"W/\"{Convert.ToHexString(SHA256.HashData(plain), 0, TagBytes)}\"";
        bool lasts = Path.GetRelativePath(folder, path).Replace('\\', '/').StartsWith(HashedFolder, StringComparison.Ordinal);
        return new PageFile(type, tag, lasts, plain, ReadIfThere(path + ".br"), ReadIfThere(path + ".gz"));
    }

    private static byte[]? ReadIfThere(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;
}
