namespace Haip.VirtualBluetooth.Wire;

/// <summary>How D-Bus spells types: one letter for a plain one, a for an array, brackets for a structure (D-Bus specification, type system).</summary>
public static class Signature
{
    public const int MaxLength = 255;

    private const int MaxDepth = 32;
    private const string Basic = "ybnqiuxtdsogh";

    /// <summary>Refuses what is not a row of complete types.</summary>
    /// <exception cref="WireException">It is not.</exception>
    public static void Check(string signature)
    {
        if (signature.Length > MaxLength)
        {
            throw new WireException("a signature of more than 255 letters");
        }

        for (int at = 0; at < signature.Length;)
        {
            at = End(signature, at);
        }
    }

    /// <summary>Where the complete type that begins here ends.</summary>
    /// <exception cref="WireException">None begins here.</exception>
    public static int End(string signature, int at) => End(signature, at, 0);

    /// <summary>A value of a type that begins with this letter lies at a multiple of so many bytes.</summary>
    public static int AlignmentOf(char type) => type switch
    {
        'y' or 'g' or 'v' => 1,
        'n' or 'q' => 2,
        'b' or 'i' or 'u' or 's' or 'o' or 'a' or 'h' => 4,
        _ => 8,
    };

    private static int End(string signature, int at, int depth)
    {
        if (at >= signature.Length || depth > MaxDepth)
        {
            throw new WireException("a signature that does not end, or is nested too deeply");
        }

        return signature[at] switch
        {
            'a' when at + 1 < signature.Length && signature[at + 1] == '{' => EndOfEntry(signature, at + 1, depth + 1),
            'a' => End(signature, at + 1, depth + 1),
            '(' => EndOfStructure(signature, at, depth + 1),
            'v' => at + 1,
            char type when Basic.Contains(type) => at + 1,
            _ => throw new WireException("a signature with an unknown letter"),
        };
    }

    private static int EndOfStructure(string signature, int at, int depth)
    {
        int next = at + 1;

        do
        {
            next = End(signature, next, depth);
        }
        while (next < signature.Length && signature[next] != ')');

        return next < signature.Length ? next + 1 : throw new WireException("a structure that is not closed");
    }

    // A key of a plain type and a value of any.
    private static int EndOfEntry(string signature, int at, int depth)
    {
        if (at + 1 >= signature.Length || !Basic.Contains(signature[at + 1]))
        {
            throw new WireException("an entry without a plain key");
        }

        int end = End(signature, at + 2, depth);
        return end < signature.Length && signature[end] == '}' ? end + 1 : throw new WireException("an entry that is not closed");
    }
}
