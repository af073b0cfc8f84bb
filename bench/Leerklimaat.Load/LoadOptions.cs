using System.Collections.Immutable;
using System.Globalization;

namespace Leerklimaat.Load;

/// <summary>What to measure, with how much load, for how long, and on which server.</summary>
/// <param name="Command">As it was typed.</param>
/// <param name="Numbers">Those of its kind, each by its name.</param>
/// <param name="Json">The file that the run is kept in; nothing when it is only printed.</param>
public sealed record LoadOptions(string Kind, string Command, ImmutableSortedDictionary<string, int> Numbers, string Server, string? Json)
{
    // Each kind with the numbers that it takes, and what they are when nothing is said.
    private static readonly ImmutableArray<(string Kind, ImmutableArray<(string Name, int Otherwise)> Numbers)> Kinds =
    [
        ("turns", [("turns", 3), ("tables", 100), ("players", 8), ("seconds", 20), ("warmup", 8), ("rate", 100)]),
        ("crowd", [("people", 15_000), ("players", 8), ("seconds", 60), ("every", 30), ("warmup", 8)]),
        ("wake", [("streams", 2_000), ("players", 8), ("warmup", 8)]),
        ("cluster", [("turns", 3), ("processes", 3), ("tables", 60), ("players", 8), ("seconds", 15), ("warmup", 10), ("rate", 100)]),
        ("restart", [("tables", 100), ("players", 8), ("seconds", 30)]),
        ("join", [("processes", 3), ("people", 500), ("seconds", 10)]),
        ("questions", [("processes", 3), ("people", 2_000), ("seconds", 10)]),
        ("plenary", [("processes", 3), ("people", 2_000), ("seconds", 10)]),
        ("soak", [("processes", 3), ("tables", 60), ("players", 8), ("minutes", 30), ("rate", 60)]),
        ("faults", [("processes", 3), ("tables", 30), ("players", 8), ("seconds", 30), ("warmup", 20), ("rate", 30)]),
    ];

    public static string Usage => string.Join('\n', [
        "Usage:",
        .. Kinds.Select(one => $"  bin/load {one.Kind}{string.Concat(one.Numbers.Select(number => $" [--{number.Name} {number.Otherwise}]"))} [--json file] [--server path/to/Leerklimaat.Server.dll]"),
        "  bin/load figures | scale <document> <folder of JSON>",
        "Without a word it is turns."]);

    /// <summary>As many as were asked for, or as the people who were asked for need.</summary>
    public int Tables => Kind switch { "crowd" => TablesFor(Numbers["people"]), "wake" => TablesFor(Numbers["streams"]), _ => Numbers["tables"] };

    public int Players => Numbers["players"];

    /// <summary>Everybody who sits at a table: whole tables, so that it can be some more than was asked for.</summary>
    public int People => Tables * Players;

    /// <summary>How long each measurement lasts, after <see cref="WarmUp"/> seconds that do not count.</summary>
    public int Seconds => Numbers["seconds"];

    public int WarmUp => Numbers["warmup"];

    /// <summary>Actions per second of all tables together in the open loop.</summary>
    public double Rate => Kind == "crowd" ? (double)People / Numbers["every"] : Numbers["rate"];

    public int Turns => Numbers["turns"];

    /// <exception cref="FormatException">Something was asked for that there is not.</exception>
    public static LoadOptions Read(string[] args)
    {
        var says = args is [var word, ..] && !word.StartsWith('-');
        var kind = says ? args[0] : "turns";
        var known = Kinds.FirstOrDefault(one => one.Kind == kind);
        if (known.Kind is null) throw Wrong($"There is nothing called {kind} to measure.");

        var given = Pairs(args.Skip(says ? 1 : 0));
        var numbers = known.Numbers.ToImmutableSortedDictionary(number => number.Name, number => given.Remove($"--{number.Name}", out var value) ? Number(number.Name, value) : number.Otherwise);
        given.Remove("--json", out var json);
        if (!given.Remove("--server", out var server)) server = Path.Combine(AppContext.BaseDirectory, "../../../../../artifacts/server/Leerklimaat.Server.dll");
        if (given.Count > 0) throw Wrong($"{kind} has no option {given.Keys.First()}.");
        if (numbers.TryGetValue("players", out var players) && players is < 2 or > 12) throw Wrong("A table has 2 to 12 players.");
        return new(kind, string.Join(' ', args.Prepend("bin/load")), numbers, server, json);
    }

    private int TablesFor(int people) => (people + Players - 1) / Players;

    private static Dictionary<string, string> Pairs(IEnumerable<string> args)
    {
        var pairs = new Dictionary<string, string>();
        foreach (var pair in args.Chunk(2))
        {
            if (pair.Length < 2) throw Wrong($"{pair[0]} has no value.");
            if (!pairs.TryAdd(pair[0], pair[1])) throw Wrong($"{pair[0]} is there twice.");
        }

        return pairs;
    }

    private static int Number(string name, string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && (number > 0 || name == "warmup")
        ? number
        : throw Wrong($"--{name} takes a whole number above zero, and not {value}.");

    private static FormatException Wrong(string sentence) => new($"{sentence}\n{Usage}");
}
