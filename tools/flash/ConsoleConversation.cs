using System;
using Spectre.Console;

namespace Haip.Flash;

/// <summary>A person at a terminal, or nobody when input is redirected.</summary>
public sealed class ConsoleConversation : IConversation
{
    public void Say(string line) => Console.Out.WriteLine(line);

    public void SayError(string sentence, string nextStep)
    {
        Console.Error.WriteLine($"error: {sentence}");
        Console.Error.WriteLine($"next:  {nextStep}");
    }

    public bool Confirm(string question)
    {
        if (Console.IsInputRedirected)
        {
            return false;
        }

        Console.Out.Write($"{question} [y/N] ");
        string answer = (Console.ReadLine() ?? "").Trim();
        return answer.Equals("y", StringComparison.OrdinalIgnoreCase) || answer.Equals("yes", StringComparison.OrdinalIgnoreCase);
    }

    public T During<T>(string what, Func<T> work)
    {
        if (Console.IsOutputRedirected)
        {
            Say(what);
            return work();
        }

        T result = AnsiConsole.Status().Start(Markup.Escape(what), _ => work());
        Say(what);
        return result;
    }
}
