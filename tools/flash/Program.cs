using System;
using System.IO;
using System.Threading;
using Haip.Flash;
using Haip.Flash.Processes;
using Haip.Flash.Therapy;

var session = new FlashSession(Repository(), new ProcessRunner(), new SerialTherapyQuery(), new ConsoleConversation(), Thread.Sleep);
return new FlashCommand(session.Run).Invoke(args);

// The tool is built inside the repository; from a copy elsewhere it is run in the repository's folder.
static string Repository()
{
    for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
    {
        if (File.Exists(Path.Combine(folder.FullName, "flash.ps1")))
        {
            return folder.FullName;
        }
    }

    return Environment.CurrentDirectory;
}
