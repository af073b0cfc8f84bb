using System.Globalization;
using System.Text.RegularExpressions;

namespace Leerklimaat.Load;

/// <summary>A table that plays the real game, as phones do: with cookies, tokens and command ids.</summary>
public sealed partial class GameTable : LoadedTable
{
    // On the board that every workshop starts with.
    private const int Squares = 4;

    // Of two thousand people and a hundred tables that a workshop may have: rooms are of this size, and choosing a table shows all of them.
    private const int TablesPerWorkshop = 10, WorkshopsAtOnce = 8;

    private static readonly string[] Cards = ["veiligheid", "openheid", "fouten", "tijd"];

    private readonly string root;
    private readonly Seat[] seats;
    private readonly IEnumerator<Step> script;
    private (string, string)? unanswered;

    private GameTable(string root, IReadOnlyList<Phone> phones, Seat[] seats, bool wholeRounds) : base(phones)
    {
        (this.root, this.seats) = (root, seats);
        script = (wholeRounds ? WholeRounds() : Placements()).GetEnumerator();
    }

    /// <summary>Starts workshops of ten tables, some at the same time, lets everybody join with the code and starts the game.</summary>
    public static async Task<IReadOnlyList<LoadedTable>> OpenAll(Network network, int tables, int players, bool wholeRounds)
    {
        var all = new LoadedTable[tables];
        await Parallel.ForEachAsync(Enumerable.Range(0, tables).Chunk(TablesPerWorkshop), new ParallelOptions { MaxDegreeOfParallelism = WorkshopsAtOnce }, async (some, _) =>
        {
            var code = await StartWorkshop(network, some.Length);
            foreach (var number in some) all[number] = await Open(network, code, number % TablesPerWorkshop, players, wholeRounds);
        });
        return all;
    }

    /// <summary>One more table in a workshop that is there, which plays whole rounds.</summary>
    public static Task<LoadedTable> Join(Network network, string code, int players) => Open(network, code, number: 0, players, wholeRounds: true);

    public override async Task<long> Act()
    {
        // An action that got no answer is sent again under its own name, as phones do: the server takes it once.
        if (unanswered is null)
        {
            script.MoveNext();
            unanswered = Command();
        }

        var (seat, path, square) = script.Current;
        var (version, _) = await Phones[seat].Ask($"{root}{path}", unanswered.Value, ("seat", seats[seat].Number), ("square", $"{square}"));
        unanswered = null;
        return version;
    }

    /// <returns>Its join code.</returns>
    private static async Task<string> StartWorkshop(Network network, int tables)
    {
        using var facilitator = network.NewPhone();
        await facilitator.Open("/");
        var (page, at) = await facilitator.Submit("/workshops", Command(), ("title", "Onder belasting"), ("minutes", "90"));
        for (var laid = TableLinks().Count(page); laid < tables; laid++) await facilitator.Submit($"{at.AbsolutePath}/tables", Command());
        await facilitator.Submit($"{at.AbsolutePath}/game", Command());
        return Code().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
    }

    private static async Task<LoadedTable> Open(Network network, string code, int number, int players, bool wholeRounds)
    {
        var phones = new List<Phone>();
        var seats = new List<Seat>();
        var root = "";
        for (var i = 0; i < players; i++)
        {
            var phone = network.NewPhone();
            var (choose, _) = await phone.Open($"/{code}");
            var table = TableChoices().Matches(choose)[number].Groups[1].Value;
            var (page, at) = await phone.Submit($"/{code}/seats", Command(), ("name", $"Speler {i + 1}"), ("table", table));
            root = at.AbsolutePath;
            phones.Add(phone);
            seats.Add(new(SeatField().Match(page).Groups[1].Value));
        }

        await Task.WhenAll(phones.Select(phone => phone.Listen($"{root}/live")));
        await phones[0].Ask($"{root}/practice/skips", Command(), ("seat", seats[0].Number));
        return new GameTable(root, phones, [.. seats], wholeRounds);
    }

    /// <summary>Card after card: everybody places a pawn, then the table takes another card.</summary>
    private IEnumerable<Step> Placements()
    {
        for (var round = 1; ; round++)
        {
            var card = $"{Cards[round % Cards.Length]}-{round / Cards.Length % 4 + 1}";
            yield return new(0, $"/rounds?card={card}");
            foreach (var step in Everybody(seat => new(seat, $"/placements?round={round}", (seat + round) % Squares + 1))) yield return step;
            yield return new(0, $"/skips?card={card}");
        }
    }

    /// <summary>Card after card: place, turn over, tell, place again, turn over, pile.</summary>
    private IEnumerable<Step> WholeRounds()
    {
        for (var round = 1; ; round++)
        {
            yield return new(0, "/rounds/drawn");
            foreach (var step in Everybody(seat => new(seat, $"/placements?round={round}", (seat + round) % Squares + 1))) yield return step;
            yield return new(0, "/reveals");
            foreach (var step in Everybody(seat => new(seat, $"/turns?teller={seats[seat].Number}&story=HappensAlready"))) yield return step;
            yield return new(0, "/second-placements");
            foreach (var step in Everybody(seat => new(seat, $"/placements?round={round}", (seat + round + seat % 2) % Squares + 1))) yield return step;
            yield return new(0, "/reveals");
            yield return new(0, "/piles?pile=Green");
        }
    }

    private IEnumerable<Step> Everybody(Func<int, Step> step) => Enumerable.Range(0, seats.Length).Select(step);

    private static (string, string) Command() => ("command", Guid.NewGuid().ToString());

    [GeneratedRegex("name=\"seat\" value=\"([0-9]+)\"")]
    private static partial Regex SeatField();

    [GeneratedRegex("class=\"code\"[^>]*>([^<]+)<")]
    private static partial Regex Code();

    [GeneratedRegex("name=\"table\" value=\"([^\"]+)\"")]
    private static partial Regex TableChoices();

    [GeneratedRegex("id=\"radar-[0-9]+\"")]
    private static partial Regex TableLinks();

    private sealed record Seat(string Number);

    private sealed record Step(int Seat, string Path, int Square = 0);
}
