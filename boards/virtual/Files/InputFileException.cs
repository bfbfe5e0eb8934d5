using System;
using System.Text;

namespace Haip.VirtualBoard.Files;

/// <summary>What a person must change in an input file, in one line: which file, which key, what is wrong, what is allowed.</summary>
public sealed class InputFileException : Exception
{
    public InputFileException(string message) : base(OneLine(message))
    {
    }

    // Names and keys come from outside: a line break or an escape sequence in one of them must not reach the console.
    private static string OneLine(string message)
    {
        var line = new StringBuilder(message.Length);

        foreach (char c in message)
        {
            line.Append(char.IsControl(c) ? ' ' : c);
        }

        return line.ToString();
    }
}
