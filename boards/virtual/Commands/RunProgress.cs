using System;
using Spectre.Console;

namespace Haip.VirtualBoard.Commands;

/// <summary>A progress bar on standard error, where it disturbs no result; none when nobody looks at it.</summary>
internal static class RunProgress
{
    /// <param name="work">Takes what it calls with the fraction done.</param>
    public static T Show<T>(string name, Func<Action<double>, T> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work(_ => { });
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(name), maxValue: 1);
                return work(fraction => task.Value = fraction);
            });
    }
}
