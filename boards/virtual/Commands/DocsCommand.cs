using System;
using System.CommandLine;
using System.IO;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.LiveConsole;

namespace Haip.VirtualBoard.Commands;

/// <summary>Prints what the documentation takes from the program: the documents and the picture of the live view.</summary>
internal sealed class DocsCommand : Command
{
    private readonly Argument<string> _folder = new("DIR")
    {
        Description = "The folder of the documentation",
        DefaultValueFactory = _ => "docs",
    };

    public DocsCommand()
        : base("docs", "Writes the documents that are printed from tables, and the picture of the live view")
    {
        Arguments.Add(_folder);
        SetAction(Write);
    }

    private int Write(ParseResult parse)
    {
        string folder = parse.GetRequiredValue(_folder);

        try
        {
            Documents.WriteAll(folder);
            string images = Directory.CreateDirectory(Path.Combine(folder, "images")).FullName;
            File.WriteAllText(Path.Combine(images, "live.svg"), LivePicture.Svg());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadArgumentException($"\"{folder}\" cannot be written: {e.Message}");
        }

        return CommandLine.Done;
    }
}
