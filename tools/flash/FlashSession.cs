using System;
using System.Collections.Generic;
using System.IO;
using Haip.Flash.Boards;
using Haip.Flash.Images;
using Haip.Flash.Nanoff;
using Haip.Flash.Processes;
using Haip.Flash.Steps;
using Haip.Flash.Therapy;

namespace Haip.Flash;

/// <summary>One run, used once: check, ask, write, verify. Nothing is reported as done before the board has said so itself.</summary>
/// <param name="repository">The folder that holds boards/ and firmware/.</param>
public sealed class FlashSession(string repository, IProcessRunner processes, ITherapyQuery therapy, IConversation conversation, Action<TimeSpan> pause)
{
    private IConversation _talk = conversation;
    private string _board = "unchanged";

    /// <summary>Never throws for anything that a person or a board did wrong.</summary>
    public Outcome Run(FlashRequest request)
    {
        IConversation unlogged = _talk;

        try
        {
            if (request.WhatIf)
            {
                Print(request);
                return Outcome.Done;
            }

            using var log = new FlashLog(request.Log ?? DefaultLog());
            return RunLogged(request, log);
        }
        catch (FlashException e)
        {
            return End(e);
        }
        catch (IOException e)
        {
            _talk = unlogged;
            return End(new FlashException(Outcome.BadArguments, $"The log cannot be written any more: {e.Message.TrimEnd('.')}.", "Make room or name another file with --log, and run again."));
        }
    }

    private Outcome RunLogged(FlashRequest request, FlashLog log)
    {
        _talk = new LoggedConversation(_talk, log);
        _talk.Say($"Log       {log.FilePath}");
        log.Write($"asked for: {request}");

        try
        {
            var runner = new LoggedRunner(processes, log);

            if (request.ListPorts)
            {
                List(request, runner);
            }
            else
            {
                Flash(request, runner);
            }

            return Outcome.Done;
        }
        catch (FlashException e)
        {
            return End(e);
        }
    }

    private void Print(FlashRequest request)
    {
        if (request.ListPorts)
        {
            _talk.Say(new NanoffCalls(request.Nanoff).ListPorts().CommandLine);
            return;
        }

        (Board board, BleTarget target, string imagePath) = Resolve(request);

        if (!request.SkipApplication)
        {
            Describe(imagePath, File.Exists(imagePath) ? PumpImage.Open(imagePath, board) : null);
        }

        foreach (string line in FlashPlan.Lines(request, board, target, imagePath))
        {
            _talk.Say(line);
        }

        _talk.Say("Nothing was done: these are the steps without --what-if.");
    }

    private void List(FlashRequest request, LoggedRunner runner)
    {
        var calls = new NanoffCalls(request.Nanoff);
        NanoffVersion.Check(runner, calls.Version());

        foreach (string port in SerialPorts.Find(runner, calls.ListPorts()))
        {
            _talk.Say(port);
        }
    }

    private void Flash(FlashRequest request, LoggedRunner runner)
    {
        (Board board, BleTarget target, string imagePath) = Resolve(request);
        PumpImage? image = request.SkipApplication ? null : PumpImage.Open(imagePath, board);

        if (image is not null)
        {
            Describe(imagePath, image);
        }

        var calls = new NanoffCalls(request.Nanoff);
        _talk.Say($"nanoff    {NanoffVersion.Check(runner, calls.Version())}");

        IReadOnlyList<string> ports = SerialPorts.Find(runner, calls.ListPorts());
        string port = request.Port is null ? SerialPorts.Only(ports) : SerialPorts.Named(ports, request.Port);
        _talk.Say($"Port      {port}");

        // A person may take long to answer; what the device says must be fresh when writing starts.
        AskBeforeErasing(request);
        new TherapyGuard(therapy, runner, _talk).Check(port, calls.Details(port), request.InterruptTherapy);
        new ChipCheck(runner, _talk).Check(port, calls.Chip(port), target, board);
        Write(request, board, target, image, port, runner);

        new Verifier(runner, _talk, pause).Check(calls.Details(port), request, target, board, image);
        _talk.Say($"Done      {board.Title} on {port} runs what was written.");
    }

    private void Write(FlashRequest request, Board board, BleTarget target, PumpImage? image, string port, LoggedRunner runner)
    {
        var calls = new NanoffCalls(request.Nanoff);
        var writer = new FlashWriter(runner, _talk);

        if (!request.SkipFirmware)
        {
            WriteOne(() => writer.Write("nanoFramework image", baud => calls.WriteFirmware(request, target.Name, port, baud), Outcome.FirmwareNotWritten),
                "not usable: its nanoFramework image may be half written", "new nanoFramework image, application not written");
        }

        if (image is not null)
        {
            WriteOne(() => writer.Write("application", baud => calls.WriteApplication(board, target.Name, image.FilePath, port, baud), Outcome.ApplicationNotWritten),
                "not usable: its application may be half written", "");
        }

        _board = "written, not verified: do not use it";
    }

    // What could not even begin leaves the board as it was.
    private void WriteOne(Action write, string halfWay, string afterwards)
    {
        string before = _board;

        try
        {
            _board = halfWay;
            write();
            _board = afterwards;
        }
        catch (FlashException e) when (e.FlashUntouched)
        {
            _board = before;
            throw;
        }
    }

    private (Board Board, BleTarget Target, string ImagePath) Resolve(FlashRequest request)
    {
        Board board = new BoardCatalog(repository).Find(request.Board);
        BleTarget target = RequestCheck.Check(request, board);
        _talk.Say($"Board     {board.Title}, target {target.Name}");
        return (board, target, Path.GetFullPath(request.Image ?? Path.Combine(repository, "firmware", "bin", request.Configuration, $"{PumpImage.ApplicationName}.bin")));
    }

    private void Describe(string path, PumpImage? image)
    {
        _talk.Say(image is null ? $"Image     {path}, not built yet" : $"Image     {path}, version {image.Version}, {image.SizeBytes} bytes");

        if (image is not null)
        {
            _talk.Say($"SHA-256   {image.Sha256}");
        }
    }

    private void AskBeforeErasing(FlashRequest request)
    {
        if (request.MassErase && !request.Yes && !_talk.Confirm("Erase the whole flash, with settings, therapy log and pairings?"))
        {
            throw new FlashException(Outcome.Refused, "A mass erase needs a yes.", "Answer y, add --yes when nobody can answer, or leave --mass-erase out.");
        }
    }

    private string DefaultLog() => Path.Combine(repository, "out", "flash", $"flash-{DateTimeOffset.Now:yyyyMMdd-HHmmss}.log");

    private Outcome End(FlashException e)
    {
        _talk.Say($"State     {_board}");
        _talk.SayError(e.Message, e.NextStep);
        return e.Outcome;
    }
}
