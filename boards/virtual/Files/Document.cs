using System;

namespace Haip.VirtualBoard.Files;

/// <summary>A document of the docs folder and what prints it.</summary>
/// <param name="FileName">Seen from that folder.</param>
/// <param name="Markdown">Its text, in whatever language.</param>
public sealed record Document(string FileName, Func<string> Markdown);
