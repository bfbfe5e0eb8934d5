using System;
using System.IO;
using System.Text;
using System.Threading;
using Haip.Flash;
using Haip.Flash.Cards;
using Haip.Flash.Processes;
using Haip.Flash.Therapy;

Console.OutputEncoding = Encoding.UTF8; // a card's code is drawn with half blocks
var processes = new ProcessRunner();
var talk = new ConsoleConversation();
var session = new FlashSession(Repository(), processes, new SerialTherapyQuery(), talk, Thread.Sleep);
var cards = new CardRun(processes, talk, coloured: !Console.IsOutputRedirected);
return new FlashCommand(session.Run, cards.Run).Invoke(args);

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
