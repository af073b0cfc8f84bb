namespace Leerklimaat.Load.Scale;

/// <summary>A day on which very many people play at once, in workshops that are all at the same point at the same time; what it asks of the machines.</summary>
/// <param name="People">Of all workshops together.</param>
public sealed record LearningDay(int People, Costs Costs)
{
    /// <summary>So long it takes until all have come in.</summary>
    private const double Arriving = 600;

    /// <summary>Within so many seconds all do what is asked of everybody.</summary>
    private const double Together = 60;

    /// <summary>A phone that wakes may look on at what is right after so many seconds.</summary>
    private const double Waking = 5;

    public IReadOnlyList<Moment> Moments =>
    [
        new("everybody comes in, in ten minutes", People / Arriving, Costs.Join.Server, Costs.Join.Database),
        new("everybody plays, each acts every thirty seconds", People * Costs.ActionsASecond, Costs.Playing.At(People) * Costs.Several / (People * Costs.ActionsASecond), Costs.Action),
        new("everybody answers a question, in the same minute", People / Together, Costs.Answer.Server, Costs.Answer.Database),
        new("everybody sets a dot, in the same minute", People / Together, Costs.Dot.Server, Costs.Dot.Database),
        new("all phones wake at once, and are right within five seconds", People / Waking, Costs.Wake * Costs.Several, 0),
    ];

    /// <summary>Bytes of all processes together.</summary>
    public double Memory => Costs.Memory.At(People);

    /// <summary>Bits a second to all phones, while they play.</summary>
    public double Bits => People * Costs.Bytes * 8;
}

/// <summary>What happens at one time.</summary>
/// <param name="ASecond">How often.</param>
/// <param name="Server">Seconds of a core for one, of all processes together.</param>
/// <param name="Database">The same, of the database.</param>
public sealed record Moment(string Name, double ASecond, double Server, double Database)
{
    public double Cores => ASecond * Server;

    public double DatabaseCores => ASecond * Database;
}
