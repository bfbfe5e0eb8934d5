using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace Haip.VirtualBoard.Web;

/// <summary>The server lives as long as the program wants it: Ctrl+C is the program's own business.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
