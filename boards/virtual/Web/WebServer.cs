using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Haip.VirtualBoard.Web;

/// <summary>Serves the programmer page to this PC and to nobody else.</summary>
public sealed class WebServer : IAsyncDisposable
{
    /// <summary>Where people look for it.</summary>
    public const int UsualPort = 5080;

    private const int LongestRequestBytes = 1_024;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(10);

    private readonly WebApplication _application;

    private WebServer(WebApplication application) => _application = application;

    /// <summary>Where a browser on this PC finds it.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Listens when it returns.</summary>
    /// <param name="port">0 is any that is free.</param>
    /// <param name="demonstration">Null when the page has to find its pump over Bluetooth.</param>
    /// <exception cref="IOException">The port is taken, or not for everybody.</exception>
    public static async Task<WebServer> StartAsync(int port, PageFiles files, IDemonstration? demonstration)
    {
        // Empty: no variable of the environment and no file opens another port, and nothing is logged.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => Configure(options, port));
        WebApplication application = builder.Build();
        application.Use(next => context => Guard.CheckAsync(context, next));
        application.UseWebSockets(new WebSocketOptions { KeepAliveInterval = s_patience, KeepAliveTimeout = s_silence });
        application.Run(Answer(new PageServer(files), new DemoRoutes(demonstration, application.Lifetime.ApplicationStopping)));
        var server = new WebServer(application);

        try
        {
            await application.StartAsync();
        }
        catch (SocketException e)
        {
            await application.DisposeAsync();
            throw new IOException(e.Message, e); // as Kestrel says it of a port that is taken
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }

        server.Address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    /// <summary>Ends every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(s_patience);
        await _application.StopAsync(patience.Token);
        await _application.DisposeAsync();
    }

    private static RequestDelegate Answer(PageServer page, DemoRoutes demo) => async context =>
    {
        if (!await demo.TryServeAsync(context))
        {
            await page.ServeAsync(context);
        }
    };

    private static void Configure(KestrelServerOptions options, int port)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = LongestRequestBytes;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
    }
}
