using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Threading;
using Haip.VirtualBoard.Commands;
using Spectre.Console;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>The live view in a terminal: ten pictures a second on a screen of its own, which is left as it was found.</summary>
internal sealed class LiveTerminal(LiveSession session, Interrupt interrupt)
{
    private static readonly TimeSpan s_frame = TimeSpan.FromMilliseconds(100);

    // Leaves time to draw.
    private const double BusyShare = 0.8;

    private readonly ConcurrentQueue<char> _typed = new();
    private (int Width, int Height) _size;

    /// <summary>Somebody can look and type.</summary>
    public static bool IsThere => !Console.IsOutputRedirected && !Console.IsInputRedirected && AnsiConsole.Profile.Capabilities.Ansi;

    public void Run(double endSeconds)
    {
        Console.OutputEncoding = Encoding.UTF8;
        new Thread(Listen) { IsBackground = true, Name = "keys" }.Start();

        AnsiConsole.AlternateScreen(() =>
        {
            AnsiConsole.Cursor.Hide();

            try
            {
                Show(endSeconds);
            }
            finally
            {
                AnsiConsole.Cursor.Show();
            }
        });

        Console.Out.WriteLine(LiveLog.Line(session));
    }

    private void Show(double endSeconds)
    {
        var watch = Stopwatch.StartNew();
        TimeSpan before = TimeSpan.Zero;

        while (!session.Over && !interrupt.Happened && session.NowSeconds < endSeconds)
        {
            TimeSpan now = watch.Elapsed;
            session.Keep((now - before).TotalSeconds, s_frame.TotalSeconds * BusyShare, endSeconds);
            before = now;

            while (_typed.TryDequeue(out char typed))
            {
                if (LiveKeys.Find(typed) is LiveKey key)
                {
                    session.Press(key);
                }
            }

            Draw();
            interrupt.Wait(now + s_frame - watch.Elapsed);
        }
    }

    private void Draw()
    {
        (int Width, int Height) size = (Console.WindowWidth, Console.WindowHeight);

        if (size != _size)
        {
            _size = size;
            AnsiConsole.Profile.Width = size.Width;
            AnsiConsole.Clear();
        }

        // Over the last picture, without clearing: nothing flickers.
        AnsiConsole.Cursor.SetPosition(0, 0);
        AnsiConsole.Write(LiveScreen.Draw(session, size.Width, size.Height));
    }

    // Always in a read: keys typed between two reads would be echoed into the picture.
    private void Listen()
    {
        while (true)
        {
            _typed.Enqueue(Console.ReadKey(intercept: true).KeyChar);
        }
    }
}
