using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Haip.HostTests.Virtual;
using Haip.VirtualBoard.Web;
using Xunit;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>How the built page is handed out, and to whom.</summary>
[Trait("Category", "Programmer")]
public sealed partial class PageServerTests : IAsyncLifetime
{
    private const int LongestPageBytes = 250_000;

    private static readonly HttpClient s_client = new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None });
    private WebServer? _server;

    public async Task InitializeAsync() => _server = await WebServer.StartAsync(0, new PageFiles(PageFiles.BuiltFolder), demonstration: null);

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    [Fact]
    public async Task The_page_is_there_and_allows_itself_nothing_from_elsewhere()
    {
        using HttpResponseMessage page = await GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-cache", page.Headers.CacheControl!.ToString());
        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.DoesNotContain("Server", page.Headers.Select(header => header.Key));

        // Nothing in it is of another server.
        Assert.DoesNotContain("//", Regex.Replace(await page.Content.ReadAsStringAsync(), "<!--.*?-->", "", RegexOptions.Singleline), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task A_browser_gets_the_coding_that_it_asks_for(string accepts, string? expected)
    {
        using HttpResponseMessage script = await GetAsync(await ScriptAsync(), ("Accept-Encoding", accepts));

        Assert.Equal("text/javascript; charset=utf-8", script.Content.Headers.ContentType!.ToString());
        Assert.Equal(expected, script.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("public, max-age=31536000, immutable", script.Headers.CacheControl!.ToString());
        Assert.Equal("Accept-Encoding", script.Headers.Vary.Single());
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        using HttpResponseMessage first = await GetAsync("/");
        using HttpResponseMessage second = await GetAsync("/", ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public void The_whole_page_is_small()
    {
        string[] compressed = Directory.GetFiles(PageFiles.BuiltFolder, "*.br", SearchOption.AllDirectories);

        Assert.NotEmpty(compressed);
        Assert.InRange(compressed.Sum(path => new FileInfo(path).Length), 1, LongestPageBytes);
    }

    [Theory]
    [InlineData("evil.test")]
    [InlineData("127.0.0.1.evil.test")]
    [InlineData("192.168.0.1:5080")]
    [InlineData("[::1]")]
    public async Task Whoever_calls_this_server_by_another_name_gets_nothing(string host)
    {
        using HttpResponseMessage answer = await GetAsync("/", ("Host", host));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("This server is called 127.0.0.1 or localhost.\n", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_tunnel_may_end_at_another_port_of_this_PC()
    {
        using HttpResponseMessage answer = await GetAsync("/", ("Host", "localhost:8080"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/nothing.js")]
    [InlineData("/../haip-virtual-board.dll")]
    [InlineData("/%2e%2e/haip-virtual-board.dll")]
    [InlineData("/..%2fhaip-virtual-board.dll")]
    [InlineData("/assets")]
    [InlineData("/index.html.br")]
    [InlineData("/link")]
    [InlineData("/demo/patient")]
    public async Task What_is_no_file_of_the_page_is_not_there(string path)
    {
        // Word for word: a client would tidy the path up.
        string answer = await SayAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_can_be_put_there()
    {
        using HttpResponseMessage answer = await s_client.PostAsync(new Uri(_server!.Address), new StringContent("x"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Without_the_demonstration_the_page_is_told_so()
    {
        using HttpResponseMessage answer = await GetAsync("/demo.json");

        Assert.Equal("""{"demo":false}""", await answer.Content.ReadAsStringAsync());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_page_that_could_not_be_built_is_a_sentence_that_says_what_to_install()
    {
        await using WebServer server = await WebServer.StartAsync(0, new PageFiles(Path.Combine(AppContext.BaseDirectory, "nothing")), demonstration: null);
        using HttpResponseMessage answer = await s_client.GetAsync(new Uri(server.Address));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("install Node.js 20.19 or newer", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line_and_the_pump_runs_on()
    {
        int taken = new Uri(_server!.Address).Port;
        VirtualBoardProcess.Answer answer = await VirtualBoardProcess.Start("--speed", "20000", "--days", "0.002", "--port", $"{taken}");

        Assert.Equal(0, answer.ExitCode);
        Assert.Contains($"port {taken} is taken", Assert.Single(answer.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("Infusing", answer.Output, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _server!.Address + path);

        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await s_client.SendAsync(request);
    }

    private async Task<string> ScriptAsync() => "/" + ScriptPath().Match(await s_client.GetStringAsync(new Uri(_server!.Address))).Groups["path"].Value;

    private async Task<string> SayAsync(string request)
    {
        var address = new Uri(_server!.Address);
        using var client = new TcpClient(address.Host, address.Port);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex("""src="\./(?<path>assets/[^"]+\.js)""")]
    private static partial Regex ScriptPath();
}
