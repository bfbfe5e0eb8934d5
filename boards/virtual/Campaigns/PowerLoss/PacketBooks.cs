using System.Collections.Generic;
using Haip.Core;
using Haip.Core.Log;

namespace Haip.VirtualBoard.Campaigns.PowerLoss;

/// <summary>What the pump's books said packet by packet, and so what any later books can mean.</summary>
/// <remarks>A packet stands in the books in one of two ways: as it was announced before its valve moved, or as it was metered afterwards.</remarks>
internal sealed class PacketBooks
{
    private readonly List<long> _meteredFl = [0];
    private readonly List<long> _announcedFl = [0];
    private int _inFlightNl;

    /// <summary>Packets that are in the books as metered.</summary>
    public int Booked => _meteredFl.Count - 1;

    /// <summary>Those, and the one that was announced.</summary>
    public int Announced => _announcedFl.Count - 1;

    /// <summary>Follows the books of the pump that runs.</summary>
    public void Follow(Totals totals)
    {
        if (totals.InFlightNl > 0 && _inFlightNl == 0)
        {
            Announce(totals.MeteredFl + (totals.InFlightNl * Units.FlPerNl));
        }
        else if (totals.InFlightNl == 0 && (_inFlightNl > 0 || totals.MeteredFl != _meteredFl[^1]))
        {
            if (_inFlightNl == 0)
            {
                Announce(totals.MeteredFl); // booked without a word
            }

            _meteredFl.Add(totals.MeteredFl);
        }

        _inFlightNl = totals.InFlightNl;
    }

    /// <summary>How many packets these books count.</summary>
    /// <param name="near">The number that they should count: the first that is tried.</param>
    /// <returns>-1 for books that never were.</returns>
    public int Count(long meteredFl, int near)
    {
        for (int away = 0; away < _announcedFl.Count; away++)
        {
            if (Is(near + away, meteredFl))
            {
                return near + away;
            }

            if (Is(near - away, meteredFl))
            {
                return near - away;
            }
        }

        return -1;
    }

    private void Announce(long meteredFl) => _announcedFl.Add(meteredFl);

    private bool Is(int packets, long meteredFl) =>
        packets >= 0
        && ((packets < _meteredFl.Count && _meteredFl[packets] == meteredFl) || (packets < _announcedFl.Count && _announcedFl[packets] == meteredFl));
}
