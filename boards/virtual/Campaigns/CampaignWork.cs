using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>Runs the pieces of a campaign on every core. They share nothing, so their order changes no figure.</summary>
internal static class CampaignWork
{
    /// <param name="pieces">The long ones first, so that no core ends alone with one.</param>
    /// <param name="fraction">Called with what is done so far, from one thread at a time.</param>
    /// <param name="cancelled">Looked at between pieces.</param>
    /// <returns>False when it was cancelled.</returns>
    public static bool Run(IReadOnlyList<CampaignPiece> pieces, Action<double> fraction, Func<bool> cancelled)
    {
        double whole = pieces.Sum(piece => piece.Weight);
        double done = 0;
        var gate = new Lock();

        // Without a limit the thread pool takes long pieces for blocked ones and adds threads without end.
        var everyCore = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };

        Parallel.ForEach(Partitioner.Create(pieces.AsEnumerable(), EnumerablePartitionerOptions.NoBuffering), everyCore, (piece, loop) =>
        {
            if (cancelled())
            {
                loop.Stop();
                return;
            }

            piece.Work();

            lock (gate)
            {
                done += piece.Weight;
                fraction(done / whole);
            }
        });

        return !cancelled();
    }
}
