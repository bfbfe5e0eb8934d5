using System.Collections.Generic;
using Haip.Flash;
using Xunit;

namespace Haip.HostTests.Flash;

[Trait("Category", "Flash")]
public sealed class FlashCommandTests
{
    private readonly List<FlashRequest> _requests = [];

    [Theory]
    [InlineData("--board", "esp32-devkitc", "--port", "COM5", "--what-if", "--skip-app", "--interrupt-therapy")]
    [InlineData("-Board", "esp32-devkitc", "-Port", "COM5", "-WhatIf", "-SkipApp", "-InterruptTherapy")]
    [InlineData("-board", "esp32-devkitc", "-port:COM5", "-whatif", "-skipapp", "-interrupttherapy")]
    [InlineData("-Board:", "esp32-devkitc", "-Port:", "COM5", "-WhatIf", "-SkipApp", "-InterruptTherapy")]
    public void PowerShells_names_and_the_shells_names_mean_the_same(params string[] arguments)
    {
        Assert.Equal(0, Invoke(arguments));
        Assert.Equal(new FlashRequest { Board = "esp32-devkitc", Port = "COM5", WhatIf = true, SkipApplication = true, InterruptTherapy = true }, Assert.Single(_requests));
    }

    [Theory]
    [InlineData("--bored", "esp32-devkitc")]
    [InlineData("-Bored", "esp32-devkitc")]
    [InlineData("--configuration", "Fast")]
    [InlineData("--board")]
    [InlineData("--port", "")]
    [InlineData("--nanoff", " ")]
    [InlineData("esp32-devkitc")]
    public void What_is_not_understood_is_exit_code_2(params string[] arguments)
    {
        Assert.Equal(2, Invoke(arguments));
        Assert.Empty(_requests);
    }

    [Fact]
    public void A_path_that_begins_like_nothing_known_stays_as_it_is()
    {
        Invoke(["--image", "C:\\build\\HaipFirmware.bin"]);

        Assert.Equal("C:\\build\\HaipFirmware.bin", Assert.Single(_requests).Image);
    }

    [Fact]
    public void The_outcome_is_the_exit_code() => Assert.Equal(10, new FlashCommand(_ => Outcome.NotVerified, _ => Outcome.Done).Invoke(["--list-ports"]));

    private int Invoke(string[] arguments) => new FlashCommand(request =>
    {
        _requests.Add(request);
        return Outcome.Done;
    }, _ => Outcome.Done).Invoke(arguments);
}
