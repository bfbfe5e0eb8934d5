using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Haip.VirtualBoard.Web;

/// <summary>What the server offers beside the page: whether this is the demonstration, and if so the pump and its patient.</summary>
/// <param name="demonstration">Null when the page has to find its pump over Bluetooth.</param>
/// <param name="stopping">The server ends.</param>
internal sealed class DemoRoutes(IDemonstration? demonstration, CancellationToken stopping)
{
    private static readonly JsonDocumentOptions s_strict = new() { MaxDepth = 2 };

    /// <returns>False when the request is not for it.</returns>
    public async Task<bool> TryServeAsync(HttpContext context)
    {
        if (context.Request.Path == "/demo.json")
        {
            await SayAsync(context.Response);
            return true;
        }

        if (demonstration is null)
        {
            return false;
        }

        switch (context.Request.Path.Value)
        {
            case "/link":
                await new LinkSocket(demonstration.Central).ServeAsync(context, stopping);
                return true;
            case "/demo/patient":
                await DoAsync(context, async body => body.TryGetProperty("action", out JsonElement action) && action.ValueKind == JsonValueKind.String
                    && await demonstration.TryDoAsync(action.GetString()!));
                return true;
            case "/demo/speed":
                await DoAsync(context, async body => body.TryGetProperty("speed", out JsonElement speed) && speed.ValueKind == JsonValueKind.Number
                    && speed.TryGetDouble(out double number) && await demonstration.TrySetSpeedAsync(number));
                return true;
            default:
                return false;
        }
    }

    private Task SayAsync(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return demonstration is null
            ? response.WriteAsJsonAsync(new { demo = false })
            : response.WriteAsJsonAsync(new { demo = true, card = demonstration.Card });
    }

    private static async Task DoAsync(HttpContext context, System.Func<JsonElement, Task<bool>> act)
    {
        HttpResponse response = context.Response;

        if (!HttpMethods.IsPost(context.Request.Method))
        {
            response.Headers.Allow = "POST";
            await Sentence.WriteAsync(response, StatusCodes.Status405MethodNotAllowed, "Only POST.\n");
        }
        else if (!Guard.IsFromPage(context.Request))
        {
            await Sentence.WriteAsync(response, StatusCodes.Status403Forbidden, "Only this server's own page may do that.\n");
        }
        else if (!await TryActAsync(context, act))
        {
            await Sentence.WriteAsync(response, StatusCodes.Status400BadRequest, "There is no such action, or no such speed.\n");
        }
        else
        {
            response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    private static async Task<bool> TryActAsync(HttpContext context, System.Func<JsonElement, Task<bool>> act)
    {
        try
        {
            using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body, s_strict, context.RequestAborted);
            return body.RootElement.ValueKind == JsonValueKind.Object && await act(body.RootElement);
        }
        catch (System.Exception e) when (e is JsonException or BadHttpRequestException)
        {
            return false;
        }
    }
}
