using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Haip.VirtualBoard.Web;

/// <summary>Hands out the page's files, compressed as the build left them.</summary>
internal sealed class PageServer(PageFiles files)
{
    /// <summary>Instead of the page, when the build could not make one.</summary>
    private const string NotBuilt =
        "The programmer page was not built: install Node.js 20.19 or newer (https://nodejs.org), run \"dotnet build boards/virtual\", and start the virtual board again.\n";

    public async Task ServeAsync(HttpContext context)
    {
        HttpResponse response = context.Response;

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            response.Headers.Allow = "GET, HEAD";
            await Sentence.WriteAsync(response, StatusCodes.Status405MethodNotAllowed, "Only GET and HEAD.\n");
            return;
        }

        if (!files.AreThere)
        {
            await Sentence.WriteAsync(response, StatusCodes.Status503ServiceUnavailable, NotBuilt);
            return;
        }

        if (files.Find(context.Request.Path.Value ?? "/") is not PageFile file)
        {
            await Sentence.WriteAsync(response, StatusCodes.Status404NotFound, "There is no such file.\n");
            return;
        }

        await SendAsync(context, file);
    }

    private static async Task SendAsync(HttpContext context, PageFile file)
    {
        HttpResponse response = context.Response;
        (string? coding, byte[] body) = Choose(context.Request, file);
        response.ContentType = file.Type;
        response.Headers.ETag = file.Tag;
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.CacheControl = file.Lasts ? "public, max-age=31536000, immutable" : "no-cache";

        if (context.Request.Headers.IfNoneMatch.Contains(file.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.Headers.ContentEncoding = coding;
        response.ContentLength = body.Length;

        if (HttpMethods.IsGet(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    // Smallest first; "br;q=0" means no.
    private static (string? Coding, byte[] Body) Choose(HttpRequest request, PageFile file)
    {
        IList<StringWithQualityHeaderValue> accepted = request.GetTypedHeaders().AcceptEncoding;
        bool Takes(string coding) => accepted.Any(value => value.Value.Equals(coding, StringComparison.OrdinalIgnoreCase) && value.Quality != 0);
        return file.Brotli is { } brotli && Takes("br") ? ("br", brotli)
            : file.Gzip is { } gzip && Takes("gzip") ? ("gzip", gzip)
            : (null, file.Plain);
    }
}
