using System.Threading.Tasks;
using Haip.HostTests.Radio;
using Xunit;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>One browser without Bluetooth for all tests of a class; each has a profile of its own in it.</summary>
public sealed class PageFixture : IAsyncLifetime
{
    private BrowserProcess? _process;

    public BrowserProcess Process => _process!;

    public async Task InitializeAsync() => _process = await BrowserProcess.StartAsync(busAddress: null);

    public async Task DisposeAsync() => await _process!.DisposeAsync();
}
