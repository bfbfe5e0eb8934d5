namespace Haip.VirtualBluetooth.Wire;

/// <summary>A value that says its own type.</summary>
/// <param name="Signature">One complete type.</param>
/// <param name="Value">As <see cref="WireReader"/> gives it.</param>
public sealed record Variant(string Signature, object Value)
{
    public static Variant Of(string text) => new("s", text);

    public static Variant Of(bool flag) => new("b", flag);

    public static Variant Of(short number) => new("n", number);

    public static Variant Of(ushort number) => new("q", number);

    public static Variant Of(uint number) => new("u", number);

    public static Variant Of(byte[] bytes) => new("ay", bytes);

    public static Variant Of(string[] texts) => new("as", texts);

    public static Variant Of(ObjectPath path) => new("o", path);
}
