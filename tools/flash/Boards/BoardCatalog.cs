using System;
using System.IO;
using System.Linq;

namespace Haip.Flash.Boards;

/// <summary>The folders under boards/ that hold a board.json.</summary>
public sealed class BoardCatalog(string repository)
{
    private readonly string _folder = Path.Combine(repository, "boards");

    /// <exception cref="FlashException">No such board, or its file is bad.</exception>
    public Board Find(string? name)
    {
        if (name is null)
        {
            throw new FlashException(Outcome.BadArguments, "No board was named.", $"Add --board with one of: {Names()}.");
        }

        if (!Names().Split(", ").Contains(name))
        {
            throw new FlashException(Outcome.BadArguments, $"There is no board \"{name}\".", $"Use one of: {Names()}.");
        }

        return BoardFile.Read(Path.Combine(_folder, name, "board.json"));
    }

    private string Names()
    {
        string[] folders = Directory.Exists(_folder) ? Directory.GetDirectories(_folder) : [];
        return string.Join(", ", folders.Where(folder => File.Exists(Path.Combine(folder, "board.json"))).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }
}
