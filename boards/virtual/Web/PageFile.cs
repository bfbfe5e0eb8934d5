namespace Haip.VirtualBoard.Web;

/// <summary>A file of the page as it goes over the wire.</summary>
/// <param name="Type">For Content-Type.</param>
/// <param name="Tag">For ETag, quotes included.</param>
/// <param name="Lasts">Its name carries its content: it never changes.</param>
/// <param name="Brotli">Null when the build made none.</param>
/// <param name="Gzip">Null when the build made none.</param>
internal sealed record PageFile(string Type, string Tag, bool Lasts, byte[] Plain, byte[]? Brotli, byte[]? Gzip);
