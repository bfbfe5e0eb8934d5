using System;
using System.Collections.Generic;
using Haip.Flash;

namespace Haip.HostTests.Flash;

/// <summary>A person who answers every question the same way.</summary>
public sealed class FakeConversation : IConversation
{
    public List<string> Said { get; } = [];

    public List<string> Questions { get; } = [];

    public bool Answer { get; set; }

    public string Sentence { get; private set; } = "";

    public string NextStep { get; private set; } = "";

    public void Say(string line) => Said.Add(line);

    public void SayError(string sentence, string nextStep)
    {
        Sentence = sentence;
        NextStep = nextStep;
    }

    public bool Confirm(string question)
    {
        Questions.Add(question);
        return Answer;
    }

    public T During<T>(string what, Func<T> work)
    {
        Said.Add(what);
        return work();
    }
}
