using System;

namespace Haip.VirtualBoard.Simulation;

/// <summary>What people ordered, counted apart from the pump: the yardstick that truth is held against.</summary>
/// <remarks>Alarms do not change it. Drug that an alarm kept from the patient is missing, and shows as missing.</remarks>
public sealed class Prescription
{
    private const double SecondsPerHour = 3600;

    private double _nlPerHour;
    private double _afterwardsNlPerHour;
    private double _leftSeconds;
    private double _bolusNlPerHour;
    private double _bolusLeftNl;
    private bool _suspended;

    public double OrderedNl { get; private set; }

    /// <summary>Basal rate ordered now; 0 when suspended.</summary>
    public double RateNlPerHour => _suspended ? 0 : _leftSeconds > 0 ? _nlPerHour : _afterwardsNlPerHour;

    public bool BolusRunning => _bolusLeftNl > 0;

    /// <summary>Moves on whenever the ordered rate changes.</summary>
    public int ChangeCount { get; private set; }

    public void Start(double nlPerHour, double durationSeconds, double afterwardsNlPerHour)
    {
        _nlPerHour = nlPerHour;
        _leftSeconds = durationSeconds;
        _afterwardsNlPerHour = afterwardsNlPerHour;
        _suspended = false;
        ChangeCount++;
    }

    public void StartBolus(double volumeNl, double nlPerHour)
    {
        ChangeCount++;
        _bolusLeftNl = volumeNl;
        _bolusNlPerHour = nlPerHour;
    }

    /// <summary>A person halts; a bolus is over.</summary>
    public void Suspend()
    {
        _suspended = true;
        _bolusLeftNl = 0;
        ChangeCount++;
    }

    public void Resume()
    {
        _suspended = false;
        ChangeCount++;
    }

    public void End()
    {
        _leftSeconds = 0;
        _afterwardsNlPerHour = 0;
        _bolusLeftNl = 0;
        ChangeCount++;
    }

    public void Advance(double seconds)
    {
        if (_suspended)
        {
            return;
        }

        bool hadTherapy = _leftSeconds > 0;
        bool hadBolus = BolusRunning;
        double therapySeconds = Math.Min(seconds, _leftSeconds);
        _leftSeconds -= therapySeconds;
        OrderedNl += ((_nlPerHour * therapySeconds) + (_afterwardsNlPerHour * (seconds - therapySeconds))) / SecondsPerHour;

        double bolusNl = Math.Min(_bolusLeftNl, _bolusNlPerHour * seconds / SecondsPerHour);
        _bolusLeftNl -= bolusNl;
        OrderedNl += bolusNl;
        ChangeCount += (hadTherapy && _leftSeconds <= 0) || (hadBolus && !BolusRunning) ? 1 : 0;
    }
}
