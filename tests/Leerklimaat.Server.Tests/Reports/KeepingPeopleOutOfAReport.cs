using CsCheck;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Tests.Reports;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>
/// Two workshops that differ only in who of a few people stood where. If any form of the report differs, by whatever number, it tells something about
/// those few. Where enough people are shown together it must differ, or the comparison sees nothing.
/// </summary>
public class KeepingPeopleOutOfAReport
{
    // One card at up to four tables; a wave is a report that is made and kept before more tables play.
    private static readonly Gen<World> Worlds = Gen.Select(Gen.Int[1, 8].Array[1, 4], Gen.Bool.Array[4], Gen.Enum<Way>().Array[4], Gen.Int[0, 4].Array[64], Gen.Int[0, 1_000_000],
        (people, isLater, ways, squares, seed) => new World(people, isLater, ways, squares, seed));

    [Fact, Rule("R3")]
    public void No_form_tells_a_few_people_apart_also_not_beside_the_report_before()
    {
        using var formats = new AllFormats();
        Worlds.Sample(world => Seen(formats, world, isSwapped: false) == Seen(formats, world, isSwapped: true), iter: 120, threads: 1);
    }

    [Fact, Rule("R3")]
    public void The_comparison_does_see_a_pawn_where_enough_people_are_shown()
    {
        using var formats = new AllFormats();
        var one = formats.Of(new AReport(5).Plays(1, "veiligheid-1", [1, 2, 2, 3, 4]).Make());
        var other = formats.Of(new AReport(5).Plays(1, "veiligheid-1", [1, 2, 2, 3, 3]).Make());

        foreach (var format in new[] { "page", "report.docx", "report.xlsx", "cards.csv", "tables.csv", "factors.csv", "report.json", "report.txt" }) Assert.NotEqual(one[format], other[format]);
    }

    [Fact, Rule("R2")]
    public void Without_quotes_no_form_has_a_word_or_a_name_of_anybody_and_with_quotes_they_are_there()
    {
        using var formats = new AllFormats();
        string[] secrets = ["samen lunchen", "meer tijd", "wie helpt ons?", "Anna", "de klant belt", "niemand neemt op", "feedback geven"];
        var report = HandingOverAReport.Sample()
            .Happens(1, new CaseBrought(2, new("case-1"), new(new(1), "de klant belt", "niemand neemt op"), AReport.Monday), new PawnPlaced(new(2), new(1)), new PawnsRevealed(), new SecondPlacementSkipped(), new CardLaid(Pile.RedNotPresent, null))
            .Make();

        foreach (var (format, text) in formats.Of(report.WithoutQuotes())) foreach (var secret in secrets) Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{format} has {secret}");
        var all = formats.Of(report);
        foreach (var format in new[] { "page", "report.docx", "report.xlsx", "report.json", "report.txt" }) foreach (var secret in secrets.Except(format == "report.xlsx" ? ["niemand neemt op"] : [])) Assert.Contains(secret, all[format], StringComparison.Ordinal);
        Assert.Contains("samen lunchen", all["notes.csv"], StringComparison.Ordinal);
        Assert.Contains("wie helpt ons?", all["lists.csv"], StringComparison.Ordinal);
    }

    [Fact, Rule("R2"), Rule("T2")]
    public void No_form_has_the_name_of_somebody_who_did_not_sign()
    {
        using var formats = new AllFormats();
        Assert.All(formats.Of(HandingOverAReport.Sample().Make()), form => Assert.DoesNotContain("Naam", form.Value, StringComparison.Ordinal));
    }

    // Everything that somebody has who keeps both reports in every form. In the other world the pawns change places within each group of people who
    // are always shown together; people of whom nothing is shown stand somewhere else altogether.
    private static string Seen(AllFormats formats, World world, bool isSwapped)
    {
        var plain = new AReport(world.People);
        Play(plain, world, world.Pawns, later: false);
        plain.Make();
        Play(plain, world, world.Pawns, later: true);
        plain.Make();
        var pawns = isSwapped ? Swapped(world, plain.Publications) : world.Pawns;

        var workshop = new AReport(world.People);
        Play(workshop, world, pawns, later: false);
        var first = workshop.Make();
        Play(workshop, world, pawns, later: true);
        return string.Join('\n', formats.Of(first).Concat(formats.Of(workshop.Make())).Select(form => $"{form.Key}: {form.Value}"));
    }

    private static void Play(AReport workshop, World world, Dictionary<(int Table, int Seat), (int First, int Second)> pawns, bool later)
    {
        for (var table = 1; table <= world.People.Length; table++)
        {
            if (world.IsLater[table - 1] != later) continue;
            var seats = Enumerable.Range(1, world.People[table - 1]).Select(seat => pawns[(table, seat)]).ToList();
            int[] first = [.. seats.Select(pawn => pawn.First)], second = [.. seats.Select(pawn => pawn.Second)];
            _ = world.Ways[table - 1] switch
            {
                Way.Once => workshop.Plays(table, "veiligheid-1", first),
                Way.Twice => workshop.Plays(table, "veiligheid-1", first, second),
                _ => workshop.Holds(table, "veiligheid-1", first),
            };
        }
    }

    private static Dictionary<(int Table, int Seat), (int First, int Second)> Swapped(World world, Publications publications)
    {
        var chance = new Random(world.Seed);
        var shown = publications.Shown.Select(group => group.Pawns.Select(pawn => (pawn.Table, pawn.Seat)).ToHashSet()).ToList();
        var swapped = new Dictionary<(int, int), (int, int)>();
        foreach (var cell in world.Pawns.GroupBy(pawn => string.Concat(shown.Select(group => group.Contains(pawn.Key) ? '1' : '0'))))
        {
            var values = cell.Select(pawn => pawn.Value).ToArray();
            if (cell.Key.Contains('1', StringComparison.Ordinal)) chance.Shuffle(values);
            else values = [.. values.Select(_ => (chance.Next(0, 5), chance.Next(0, 5)))];
            foreach (var (pawn, value) in cell.Zip(values)) swapped[pawn.Key] = value;
        }

        return swapped;
    }

    private enum Way { Once, Twice, Waiting }

    private sealed record World(int[] People, bool[] IsLater, Way[] Ways, int[] Squares, int Seed)
    {
        public Dictionary<(int Table, int Seat), (int First, int Second)> Pawns => Enumerable.Range(1, People.Length)
            .SelectMany(table => Enumerable.Range(1, People[table - 1]).Select(seat => (table, seat)))
            .ToDictionary(pawn => pawn, pawn => (Squares[(pawn.table - 1) * 8 + pawn.seat - 1], Squares[32 + (pawn.table - 1) * 8 + pawn.seat - 1]));
    }
}
