using System;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>One key of the live view.</summary>
/// <param name="Label">What it does, as printed at the bottom.</param>
/// <param name="Press">Its action.</param>
/// <param name="Release">What pressing it again does; null when that is the same.</param>
internal sealed record LiveKey(char Key, string Label, LiveKeyGroup Group, Action<LiveSession> Press, Action<LiveSession>? Release = null);
