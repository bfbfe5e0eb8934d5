namespace Haip.VirtualBoard.Files;

/// <summary>A value that a file gives to one key; it has been checked against the key's range.</summary>
public sealed record NumberSetting<T>(NumberKey<T> Key, double Value)
{
    public void ApplyTo(T target) => Key.Set(target, Value);
}
