namespace Leerklimaat.Simulation;

/// <summary>What can go wrong in a simulated world.</summary>
public enum Fault
{
    /// <summary>What a phone asks is lost before it arrives, or its answer is lost on the way back.</summary>
    RequestLost,

    /// <summary>What a phone asks arrives twice, at two processes.</summary>
    RequestDoubled,

    /// <summary>What one process tells another is lost.</summary>
    MessageLost,

    /// <summary>A phone takes a second to read what its stream brings.</summary>
    ReaderSlow,

    /// <summary>Something on the way holds back whatever does not end: the page asks for one thing at a time.</summary>
    StreamHeldBack,

    /// <summary>After a process came or went, an aggregate lives in two for some seconds, and some ask the one and some the other.</summary>
    Twin,

    /// <summary>A commit fails and nothing of it is stored.</summary>
    CommitFails,

    /// <summary>A commit is stored, and whoever asked for it is told that it is not known.</summary>
    CommitUnknown,

    /// <summary>A commit takes up to ten seconds.</summary>
    CommitSlow,

    /// <summary>A process is killed; another one starts later.</summary>
    ProcessKilled,

    /// <summary>A process stands still for up to a minute and goes on as if nothing was; the others may have given it up meanwhile.</summary>
    ProcessFrozen,

    /// <summary>The clock of a process is set up to two minutes forward or back.</summary>
    ClockSet,

    /// <summary>A phone sleeps for up to two minutes, and its stream is gone.</summary>
    PhoneSleeps,

    /// <summary>A page is loaded anew and knows nothing of before.</summary>
    PageReloaded,
}

/// <summary>How often what goes wrong, and how often it did.</summary>
/// <param name="shares">Of what can go wrong each time: how often it does.</param>
/// <param name="between">Of what comes by itself: how long between two on average.</param>
public sealed class Misfortune(IReadOnlyDictionary<Fault, double> shares, IReadOnlyDictionary<Fault, TimeSpan> between)
{
    private readonly int[] struck = new int[Enum.GetValues<Fault>().Length];

    public static Misfortune Many => new(
        new Dictionary<Fault, double>
        {
            [Fault.RequestLost] = .03,
            [Fault.RequestDoubled] = .03,
            [Fault.MessageLost] = .02,
            [Fault.ReaderSlow] = .02,
            [Fault.StreamHeldBack] = .05,
            [Fault.Twin] = .1,
            [Fault.CommitFails] = .005,
            [Fault.CommitUnknown] = .005,
            [Fault.CommitSlow] = .002,
            [Fault.PageReloaded] = .2,
        },
        new Dictionary<Fault, TimeSpan>
        {
            [Fault.ProcessKilled] = TimeSpan.FromMinutes(8),
            [Fault.ProcessFrozen] = TimeSpan.FromMinutes(12),
            [Fault.ClockSet] = TimeSpan.FromMinutes(15),
            [Fault.PhoneSleeps] = TimeSpan.FromMinutes(5),
        });

    /// <summary>For now nothing goes wrong.</summary>
    public bool Rests { get; set; }

    public IEnumerable<(Fault Fault, int Times)> Struck => struck.Index().Select(fault => ((Fault)fault.Index, fault.Item));

    public bool Strikes(Fault fault, Chance luck)
    {
        if (Rests || !luck.Of(shares.GetValueOrDefault(fault))) return false;
        Count(fault);
        return true;
    }

    public void Count(Fault fault) => struck[(int)fault]++;

    public TimeSpan Until(Fault fault, Chance luck) => luck.Between(between[fault] / 2, between[fault] * 1.5);
}
