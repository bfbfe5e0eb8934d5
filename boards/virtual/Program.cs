using Haip.VirtualBoard.Commands;

var commands = new LiveCommand
{
    new RunCommand(),
    new ScenariosCommand(),
    new BenchCommand(),
    new DocsCommand(),
};

return CommandLine.Run(commands, args);
