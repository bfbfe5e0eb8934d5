using System;

namespace Haip.VirtualBoard.Population;

/// <summary>One kind of thing that happens to patients now and then.</summary>
/// <param name="Name">Its random numbers hang on it.</param>
/// <param name="Meaning">What happens, for a reader who knows patients but not this program.</param>
/// <param name="PerDay">How often, drawn once a patient; the episodes then come at random, never two of a kind at once.</param>
/// <param name="Size">Drawn for each episode.</param>
/// <param name="Unit">Of the size.</param>
/// <param name="ChangeMinutes">How long it takes to come, and again to go.</param>
/// <param name="HoldMinutes">How long it lasts between.</param>
/// <param name="Source">Where the numbers come from; "assumed" when from nowhere better.</param>
/// <param name="Happen">What it moves.</param>
public sealed record EpisodeRow(
    string Name,
    string Meaning,
    Distribution PerDay,
    Distribution Size,
    string Unit,
    Distribution ChangeMinutes,
    Distribution HoldMinutes,
    string Source,
    Action<Tracks, Episode, PatientDraft> Happen);
