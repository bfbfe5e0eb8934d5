using System;

namespace Haip.VirtualBoard.Files;

/// <summary>A document of the docs folder and what prints it.</summary>
public sealed record Document(string FileName, Func<string> Markdown);
