using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Haip.VirtualBoard.Web;

/// <summary>Before every request: nobody comes in under another name, and what goes out may do nothing but what the page needs.</summary>
internal static class Guard
{
    // A page of somewhere else could otherwise make its own name mean this PC (DNS rebinding). The port may be a tunnel's.
    private static readonly string[] s_names = ["localhost", "127.0.0.1"];

    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "bluetooth=(self), camera=(self), geolocation=(), microphone=(), payment=(), usb=(), serial=(), hid=()";
        HostString host = context.Request.Host;

        if (!s_names.Contains(host.Host, StringComparer.OrdinalIgnoreCase))
        {
            headers.ContentSecurityPolicy = "default-src 'none'";
            await Sentence.WriteAsync(context.Response, StatusCodes.Status400BadRequest, "This server is called 127.0.0.1 or localhost.\n");
            return;
        }

        // Named for browsers that do not take a socket of this server for 'self'.
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' ws://{host}; manifest-src 'self'; worker-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        await next(context);
    }

    /// <summary>The request comes from this server's own page. Browsers say so of every POST and of every socket.</summary>
    public static bool IsFromPage(HttpRequest request) =>
        request.Headers.Origin.Count == 1 && request.Headers.Origin[0] == $"{request.Scheme}://{request.Host}";
}
