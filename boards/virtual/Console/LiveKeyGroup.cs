namespace Haip.VirtualBoard.LiveConsole;

/// <summary>Whose hand a key is; each group has its own line.</summary>
internal enum LiveKeyGroup
{
    Person,
    Fault,
    Radio,
    View,
}
