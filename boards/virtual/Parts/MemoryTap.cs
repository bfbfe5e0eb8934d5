using System;

namespace Haip.VirtualBoard.Parts;

/// <summary>Looks on while a memory is written.</summary>
public delegate void MemoryTap(int address, ReadOnlySpan<byte> data);
