using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Commands;

/// <summary>Runs one command line. Whatever is wrong is one line on standard error and an exit code, never a stack trace.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadArguments = 2;

    /// <summary>As a shell counts a program that Ctrl+C ended: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;

    // "@" begins no response file, and "-ab" is no two options: a path shall mean itself.
    private static readonly ParserConfiguration s_parser = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    private static readonly InvocationConfiguration s_invocation = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    public static int Run(RootCommand root, string[] args)
    {
        try
        {
            ParseResult parse = root.Parse(args, s_parser);

            // --help beside a mistake is answered with help: the parser gives it the action and no errors.
            return Mistake(parse) is string mistake ? Complain(mistake, BadArguments) : parse.Invoke(s_invocation);
        }
        catch (Exception e) when (e is InputFileException or BadArgumentException)
        {
            return Complain(e.Message, BadArguments);
        }
        catch (Exception e)
        {
            return Complain($"unexpected {e.GetType().Name}: {e.Message}", Failed);
        }
    }

    /// <summary>Says one thing on standard error.</summary>
    public static int Complain(string message, int exitCode)
    {
        // Names come from outside: a line break or an escape sequence in one of them must not reach the console.
        Console.Error.WriteLine(string.Concat(message.Select(c => char.IsControl(c) ? ' ' : c)));
        return exitCode;
    }

    private static string? Mistake(ParseResult parse)
    {
        if (parse.Errors.Count == 0)
        {
            return Misplaced(parse);
        }

        return parse.UnmatchedTokens.Count > 0 ? Unknown(parse.CommandResult.Command, parse.UnmatchedTokens[0]) : parse.Errors[0].Message.TrimEnd('.');
    }

    // "--seed 7 run" would run with another seed.
    private static string? Misplaced(ParseResult parse)
    {
        if (parse.CommandResult == parse.RootCommandResult)
        {
            return null;
        }

        OptionResult? option = parse.RootCommandResult.Children.OfType<OptionResult>().FirstOrDefault(option => !option.Implicit);
        return option is null ? null : $"{option.Option.Name} stands before {parse.CommandResult.Command.Name}; it belongs behind";
    }

    private static string Unknown(Command command, string token)
    {
        IEnumerable<string> names = command.Subcommands.Select(verb => verb.Name).Concat(command.Options.Select(option => option.Name));
        string what = command is RootCommand ? "is neither a verb nor an option" : $"is nothing that {command.Name} takes";
        return $"\"{token}\" {what}{Nearest.Hint(token, names)}";
    }
}
