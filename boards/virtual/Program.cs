using Haip.VirtualBoard.Commands;

var commands = new LiveCommand
{
    new RunCommand(),
    new ScenariosCommand(),
    new BenchCommand(),
    new GattCommand(),
    new DocsCommand(),
    new TraceCommand(),
};

return CommandLine.Run(commands, args);
