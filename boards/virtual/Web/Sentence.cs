using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Haip.VirtualBoard.Web;

/// <summary>An answer in plain words.</summary>
internal static class Sentence
{
    public static Task WriteAsync(HttpResponse response, int status, string text)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        return response.WriteAsync(text);
    }
}
