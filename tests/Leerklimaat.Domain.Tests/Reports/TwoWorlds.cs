using CsCheck;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>
/// Two workshops that differ only in who of a few people stood where: one card at up to four tables, played in two waves with a report after each. If a
/// report differs, by whatever number, it tells something about those few.
/// </summary>
internal sealed record TwoWorlds(int[] People, bool[] IsLater, TwoWorlds.Way[] Ways, int[] Squares, int Seed)
{
    public enum Way { Once, Twice, Waiting }

    public static readonly Gen<TwoWorlds> Any = Gen.Select(Gen.Int[1, 8].Array[1, 4], Gen.Bool.Array[4], Gen.Enum<Way>().Array[4], Gen.Int[0, 4].Array[64], Gen.Int[0, 1_000_000],
        (people, isLater, ways, squares, seed) => new TwoWorlds(people, isLater, ways, squares, seed));

    private Dictionary<(int Table, int Seat), (int First, int Second)> Pawns => Enumerable.Range(1, People.Length)
        .SelectMany(table => Enumerable.Range(1, People[table - 1]).Select(seat => (table, seat)))
        .ToDictionary(pawn => pawn, pawn => (Squares[(pawn.table - 1) * 8 + pawn.seat - 1], Squares[32 + (pawn.table - 1) * 8 + pawn.seat - 1]));

    /// <summary>
    /// What was chosen to be shown after each wave: which groups, where nearly everybody stands, and which piles. That does depend on where pawns stand
    /// (D2, D4); beside that choice nothing may.
    /// </summary>
    public string Choice(bool isSwapped)
    {
        var choice = new List<string>();
        Played(isSwapped, (workshop, report) => choice.AddRange([.. report.Cards.SelectMany(card => card.Tables).Select(table => $"{table.Table} {table.Pile}"), .. workshop.Publications.Shown.Select(Named), "then"]));
        return string.Join('\n', choice);
    }

    /// <summary>Whether there are numbers in it at all.</summary>
    public bool ShowsNumbers => Reports(isSwapped: false).Any(report => report.Cards.Any(card => card.Twice is not null || card.Once is not null));

    /// <summary>The two reports.</summary>
    public IReadOnlyList<WorkshopReport> Reports(bool isSwapped)
    {
        var reports = new List<WorkshopReport>();
        Played(isSwapped, (_, report) => reports.Add(report));
        return reports;
    }

    private static string Named(GroupShown group) =>
        $"{group.Sample} {group.Table} {string.Join(' ', group.Pawns.Select(pawn => $"{pawn.Table}.{pawn.Seat}"))} {NearlyOf(group.Pawns.Select(pawn => pawn.First))} {NearlyOf(group.Pawns.Select(pawn => pawn.Second ?? pawn.First))}";

    private static int? NearlyOf(IEnumerable<int> squares) => Spread.Of(Distribution.Of(Board.Default, squares.Select(square => new Placement(default, new(square))))).NearlyAllOn;

    private AReport Played(bool isSwapped, Action<AReport, WorkshopReport> make)
    {
        var pawns = isSwapped ? Swapped(Played(isSwapped: false, (_, _) => { }).Publications) : Pawns;
        var workshop = new AReport(People);
        foreach (var later in new[] { false, true })
        {
            Play(workshop, pawns, later);
            make(workshop, workshop.Make());
        }

        return workshop;
    }

    private void Play(AReport workshop, Dictionary<(int Table, int Seat), (int First, int Second)> pawns, bool later)
    {
        for (var table = 1; table <= People.Length; table++)
        {
            if (IsLater[table - 1] != later) continue;
            var seats = Enumerable.Range(1, People[table - 1]).Select(seat => pawns[(table, seat)]).ToList();
            int[] first = [.. seats.Select(pawn => pawn.First)], second = [.. seats.Select(pawn => pawn.Second)];
            _ = Ways[table - 1] switch
            {
                Way.Once => workshop.Plays(table, "veiligheid-1", first),
                Way.Twice => workshop.Plays(table, "veiligheid-1", first, second),
                _ => workshop.Holds(table, "veiligheid-1", first),
            };
        }
    }

    // The pawns change places within each group of people who are always shown together; people of whom nothing is shown stand somewhere else altogether.
    private Dictionary<(int Table, int Seat), (int First, int Second)> Swapped(Publications publications)
    {
        var chance = new Random(Seed);
        var shown = publications.Shown.Select(group => group.Pawns.Select(pawn => (pawn.Table, pawn.Seat)).ToHashSet()).ToList();
        var swapped = new Dictionary<(int, int), (int, int)>();
        foreach (var cell in Pawns.GroupBy(pawn => string.Concat(shown.Select(group => group.Contains(pawn.Key) ? '1' : '0'))))
        {
            var values = cell.Select(pawn => pawn.Value).ToArray();
            if (cell.Key.Contains('1', StringComparison.Ordinal)) chance.Shuffle(values);
            else values = [.. values.Select(_ => (chance.Next(0, 5), chance.Next(0, 5)))];
            foreach (var (pawn, value) in cell.Zip(values)) swapped[pawn.Key] = value;
        }

        return swapped;
    }
}
