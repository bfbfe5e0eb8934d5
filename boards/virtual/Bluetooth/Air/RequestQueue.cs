using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Haip.VirtualBluetooth.Air;

/// <summary>Requests of one link, one after the other as the attribute protocol wants it. When the link goes all of them are answered at once.</summary>
internal sealed class RequestQueue
{
    private readonly Channel<(Func<Task<AttAnswer>> Run, TaskCompletionSource<AttAnswer> Answer)> _waiting =
        Channel.CreateUnbounded<(Func<Task<AttAnswer>>, TaskCompletionSource<AttAnswer>)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly HashSet<TaskCompletionSource<AttAnswer>> _open = [];
    private readonly Lock _gate = new();

    public RequestQueue() => _ = Task.Run(WorkAsync);

    /// <summary>Ends with what <paramref name="run"/> gives, or earlier with a lost link. What a lost request gives later goes nowhere.</summary>
    public Task<AttAnswer> RunAsync(Func<Task<AttAnswer>> run)
    {
        var answer = new TaskCompletionSource<AttAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);

        lock (_gate)
        {
            _open.Add(answer);
        }

        _waiting.Writer.TryWrite((run, answer));
        return answer.Task;
    }

    public void LoseAll()
    {
        lock (_gate)
        {
            foreach (TaskCompletionSource<AttAnswer> answer in _open)
            {
                answer.TrySetResult(AttAnswer.Refused(AttError.LinkLost));
            }

            _open.Clear();
        }
    }

    public void Close() => _waiting.Writer.TryComplete();

    private async Task WorkAsync()
    {
        await foreach ((Func<Task<AttAnswer>> run, TaskCompletionSource<AttAnswer> answer) in _waiting.Reader.ReadAllAsync())
        {
            // Lost while it waited: never sent.
            if (!answer.Task.IsCompleted)
            {
                try
                {
                    answer.TrySetResult(await run());
                }
                catch (Exception e)
                {
                    answer.TrySetException(e); // for whoever asked; the next request is another's
                }
            }

            lock (_gate)
            {
                _open.Remove(answer);
            }
        }
    }
}
