using System;

namespace Haip.Flash;

/// <summary>Keeps in the log what was said and what a person answered: an override must leave a trace.</summary>
public sealed class LoggedConversation(IConversation conversation, FlashLog log) : IConversation
{
    public void Say(string line)
    {
        log.Write(line);
        conversation.Say(line);
    }

    public void SayError(string sentence, string nextStep)
    {
        log.Write($"error: {sentence} next: {nextStep}");
        conversation.SayError(sentence, nextStep);
    }

    public bool Confirm(string question)
    {
        bool yes = conversation.Confirm(question);
        log.Write($"{question} {(yes ? "yes" : "no")}");
        return yes;
    }

    public T During<T>(string what, Func<T> work)
    {
        log.Write(what);
        return conversation.During(what, work);
    }
}
