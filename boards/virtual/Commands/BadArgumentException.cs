using System;

namespace Haip.VirtualBoard.Commands;

/// <summary>What a person must change on the command line, in one line.</summary>
internal sealed class BadArgumentException(string message) : Exception(message);
