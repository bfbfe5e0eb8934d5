using System;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Haip.Core.Delivery;
using Haip.Core.Protocol;
using Haip.VirtualBoard.Radio;
using Xunit;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>The demonstration as people start it: another process, told by what its page tells it.</summary>
[Trait("Category", "Programmer")]
public sealed class DemoTests(DemoProcess board) : IClassFixture<DemoProcess>, IDisposable
{
    private const int StateOffset = 2;
    private const int StandingOffset = 2 + 4;
    private const int RateOffset = 2 + 8;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly HttpClient _client = new();
    private readonly string _address = board.Address;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_visitor_finds_a_pump_that_delivers_and_its_card_and_sees_an_occlusion()
    {
        JsonElement demo = await _client.GetFromJsonAsync<JsonElement>(new Uri(_address + "/demo.json"));
        Assert.True(demo.GetProperty("demo").GetBoolean());
        SecretCardText.Read(demo.GetProperty("card").GetString()!);

        await using LinkClient link = await LinkClient.ConnectAsync(_address, _address);
        byte[] status = await link.AskAsync(LinkClient.Read, GattCharacteristic.Status);
        Assert.Equal(SafeCode.Of((int)PumpState.Infusing), status[StateOffset]);
        Assert.Equal((0, 54_167), (status[StandingOffset], BitConverter.ToInt32(status, RateOffset)));

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync("/demo/speed", """{"speed":10}"""));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync("/demo/patient", """{"action":"block"}"""));
        var watch = Stopwatch.StartNew();

        while ((await link.AskAsync(LinkClient.Read, GattCharacteristic.Status))[StandingOffset] == 0)
        {
            Assert.True(watch.Elapsed < s_patience, "no alarm");
            await Task.Delay(100);
        }

        // Every other thing that the page can do.
        foreach (string action in new[] { "unblock", "fever", "cool", "climb", "descend", "empty", "fill" })
        {
            Assert.Equal(HttpStatusCode.NoContent, await PostAsync("/demo/patient", $$"""{"action":"{{action}}"}"""));
        }
    }

    [Theory]
    [InlineData("/demo/patient", """{"action":"explode"}""")]
    [InlineData("/demo/patient", """{"action":1}""")]
    [InlineData("/demo/patient", """{}""")]
    [InlineData("/demo/patient", "block")]
    [InlineData("/demo/patient", """[[[[1]]]]""")]
    [InlineData("/demo/speed", """{"speed":0}""")]
    [InlineData("/demo/speed", """{"speed":101}""")]
    [InlineData("/demo/speed", """{"speed":1e999}""")]
    [InlineData("/demo/speed", """{"speed":"fast"}""")]
    public async Task What_cannot_be_done_is_refused(string path, string body) => Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(path, body));

    [Fact]
    public async Task Whatever_is_too_long_or_comes_from_another_page_is_refused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("/demo/patient", $$"""{"action":"{{new string('x', 5_000)}}"}"""));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("/demo/patient", """{"action":"block"}""", "https://elsewhere.test"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _client.GetAsync(new Uri(_address + "/demo/patient"))).StatusCode);
    }

    private async Task<HttpStatusCode> PostAsync(string path, string body, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address + path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Origin", origin ?? _address);
        using HttpResponseMessage answer = await _client.SendAsync(request);
        return answer.StatusCode;
    }
}
