using System.Text.Json;
using CsCheck;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>What reports of one workshop show of its people, one after the other, and somebody who keeps them all.</summary>
[Rule("D3"), Rule("D7")]
public class PublishingReports
{
    [Fact]
    public void A_card_of_fewer_than_five_people_has_no_numbers_but_the_pile_that_the_table_chose()
    {
        var card = new AReport(4).Plays(1, "veiligheid-1", [1, 2, 3, 4], [2, 2, 3, 4]).Make().Cards.Single();

        Assert.Null(card.Twice);
        Assert.Null(card.Once);
        Assert.Null(card.Tables.Single().Counted);
        Assert.Equal(Pile.Green, card.Tables.Single().Pile);
    }

    [Fact]
    public void A_small_table_that_plays_the_card_later_does_not_change_what_was_shown()
    {
        var workshop = new AReport(6, 3).Plays(1, "veiligheid-1", [1, 2, 2, 3, 3, 4]);
        var before = workshop.Make().Cards.Single();
        var after = workshop.Plays(2, "veiligheid-1", [4, 4, 4]).Make().Cards.Single();

        Assert.Equal(before.Once!.Before, after.Once!.Before);
        Assert.False(before.Once.IsEarlier);
        Assert.Equal(3, after.NotIn);
        Assert.Null(after.Tables[1].Counted);
    }

    [Fact]
    public void One_pawn_that_was_moved_after_a_report_is_not_shown_moving()
    {
        var workshop = new AReport(5).Plays(1, "veiligheid-1", [1, 2, 2, 3, 4]);
        var before = workshop.Make().Cards.Single();
        workshop.Happens(1, new CardTakenBack(1), new SteppedBack(Phase.Telling), new SteppedBack(Phase.FirstPlacement), new PawnPlaced(new(1), new(4)), new PawnsRevealed(), new SecondPlacementSkipped(), new CardLaid(Pile.Green, null));

        Assert.Equal(before.Once!.Before, workshop.Make().Cards.Single().Once!.Before);
    }

    [Fact]
    public void Who_left_between_the_placements_is_in_neither()
    {
        var card = new AReport(6).Plays(1, "veiligheid-1", [1, 2, 2, 3, 3, 4], [2, 2, 3, 3, 4, -1]).Make().Cards.Single();

        Assert.Equal(5, card.Twice!.Before.People);
        Assert.Equal(5, card.Twice.After!.People);
        Assert.Null(card.Once);
    }

    [Fact]
    public void Where_few_placed_twice_all_first_placements_are_shown()
    {
        var card = new AReport(4, 5, 6).Plays(1, "veiligheid-1", [1, 1, 2, 3], [2, 2, 2, 4]).Plays(2, "veiligheid-1", [4, 4, 3, 4, 1]).Plays(3, "veiligheid-1", [1, 2, 3, 4, 3, 4]).Make().Cards.Single();

        Assert.Null(card.Twice);
        Assert.Equal(15, card.Once!.People);
    }

    [Fact, Rule("P5")]
    public void A_report_does_not_add_a_few_people_to_what_the_screen_showed()
    {
        var workshop = new AReport(6, 3).Plays(1, "veiligheid-1", [1, 2, 2, 3, 3, 4]);
        var picture = workshop.Pictures("veiligheid-1")!;
        var card = workshop.Plays(2, "veiligheid-1", [4, 4, 4]).Make().Cards.Single();
        Assert.Equal(picture.Before, card.Once!.Before.Counts);
        Assert.Equal(3, card.NotIn);
    }

    [Fact, Rule("P5")]
    public void Nor_does_the_screen_add_a_few_to_what_a_report_showed()
    {
        var workshop = new AReport(6, 3).Plays(1, "veiligheid-1", [1, 2, 2, 3, 3, 4]);
        var card = workshop.Make().Cards.Single();
        Assert.Equal(card.Once!.Before.Counts, workshop.Plays(2, "veiligheid-1", [4, 4, 4]).Pictures("veiligheid-1")!.Before);
    }

    [Fact, Rule("P5")]
    public void A_pawn_that_moved_after_the_screen_showed_it_is_not_shown_moving()
    {
        var workshop = new AReport(5).Plays(1, "veiligheid-1", [1, 2, 2, 3, 4]);
        var picture = workshop.Pictures("veiligheid-1")!;
        workshop.Happens(1, new CardTakenBack(1), new SteppedBack(Phase.Telling), new SteppedBack(Phase.FirstPlacement), new PawnPlaced(new(1), new(4)), new PawnsRevealed(), new SecondPlacementSkipped(), new CardLaid(Pile.Green, null));

        Assert.Equal(picture.Before, workshop.Make().Cards.Single().Once!.Before.Counts);
    }

    [Fact, Rule("P5"), Rule("G7")]
    public void The_screen_shows_the_first_placement_of_a_card_that_waits_and_a_report_does_not_until_it_is_on_a_pile()
    {
        var workshop = new AReport(6).Holds(1, "veiligheid-1", [1, 2, 2, 3, 3, 4]);
        Assert.Equal([1, 2, 2, 1], workshop.Pictures("veiligheid-1")!.Before.Counts);
        Assert.Empty(workshop.Make().Cards);
        Assert.Null(workshop.Writes(1, "bijna").Make().Cards.Single().Once);

        workshop.PlacesAgain(1, [2, 2, 3, 3, 4, 4]);
        Assert.Equal(6, workshop.Make().Cards.Single().Twice!.People);
        Assert.Equal([0, 2, 2, 2], workshop.Pictures("veiligheid-1")!.After!.Counts);
    }

    [Fact]
    public void The_minimum_can_be_set_upwards_only()
    {
        var workshop = new AReport(6).Plays(1, "veiligheid-1", [1, 2, 2, 3, 3, 4]);

        Assert.Null(workshop.Make(minimum: 7).Cards.Single().Once);
        Assert.NotNull(workshop.Make().Cards.Single().Once);
        Assert.Throws<ArgumentOutOfRangeException>(() => workshop.Make(minimum: 4));
    }

    [Fact]
    public void The_profile_of_a_factor_adds_nothing_to_its_cards()
    {
        var report = new AReport(4, 6).Plays(1, "veiligheid-1", [1, 1, 1, 1]).Plays(2, "veiligheid-2", [4, 4, 4, 4, 3, 3]).Make();

        Assert.Equal((1, 1), (report.Factors.Single().Shown, report.Factors.Single().Withheld));
        Assert.Equal(new Distribution([0, 0, 2, 4]), report.Factors.Single().Profile!.Distribution);
    }

    [Fact]
    public void Nobody_is_found_by_who_keeps_every_report_of_a_workshop_that_goes_on_wherever_they_sit() =>
        Gen.Select(Gen.Int[1, 8].Array[1, 4], Waves).Sample((people, waves) => Attacker.FindsAnywhere(Shown(people, waves, remembers: true)) is null, iter: 500);

    [Fact, Rule("P5"), Rule("G7")]
    public void Nor_by_who_keeps_every_report_and_every_picture_on_the_screen_also_while_cards_wait() =>
        Gen.Select(Gen.Int[1, 8].Array[1, 4], Showings).Sample((people, showings) => Attacker.FindsAnywhere(Seen(people, showings, isOneHistory: true)) is null, iter: 500);

    // Five and five are ten; with three more they are thirteen. Each may be shown where the other was not (the difference is the three).
    [Fact, Rule("P5")]
    public void Who_keeps_both_does_find_people_when_the_screen_and_the_reports_do_not_know_of_each_other() => Assert.Contains(
        Enumerable.Range(1, 60), seed => Attacker.FindsAnywhere(Seen([5, 5, 3], [(false, [Plays(seed, 0), Plays(seed, 1)]), (true, [Plays(seed, 2)])], isOneHistory: false)) is not null);

    [Fact]
    public void Who_keeps_reports_that_forget_the_one_before_does_find_people() => Assert.Contains(
        Enumerable.Range(1, 60),
        seed => Attacker.FindsAnywhere(Shown([5, 5, 3], [[.. new[] { 0, 1 }.Select(table => (table, false, Plays(seed, table).First, Array.Empty<int>()))], [(2, false, Plays(seed, 2).First, [])]], remembers: false)) is not null);

    [Fact]
    public void The_same_report_again_shows_nothing_new() =>
        Gen.Select(Gen.Int[2, 8].Array[2, 4], Waves).Sample(
            (people, waves) =>
            {
                var workshop = new AReport(people);
                foreach (var wave in waves) Play(workshop, people, wave);
                var first = JsonSerializer.Serialize(workshop.Make());
                var shown = workshop.Publications.Shown;
                return first == JsonSerializer.Serialize(workshop.Make()) && shown == workshop.Publications.Shown;
            },
            iter: 100);

    // In each wave some tables play the card (again): who takes part, and whether a second time.
    private static Gen<(int Table, bool IsTwice, int[] First, int[] Second)[][]> Waves { get; } =
        Gen.Select(Gen.Int[0, 3], Gen.Bool, Square.Array[8], Square.Array[8]).Array[1, 3].Array[1, 4];

    // Mostly on a square; now and then "weet ik niet", or not at all.
    private static Gen<int> Square => Gen.Int[-1, 20].Select(number => number <= 0 ? number : (number - 1) % 4 + 1);

    private static void Play(AReport workshop, int[] people, IEnumerable<(int Table, bool IsTwice, int[] First, int[] Second)> wave)
    {
        foreach (var (number, isTwice, first, second) in wave)
        {
            var table = number % people.Length;
            workshop.Plays(table + 1, "veiligheid-1", first[..people[table]], isTwice ? second[..people[table]] : null);
        }
    }

    private static (int Table, Way Way, int[] First, int[] Second) Plays(int seed, int table)
    {
        var chance = new Random(seed * 10 + table);
        return (table, Way.Once, [.. Enumerable.Range(0, 8).Select(_ => chance.Next(1, 5))], []);
    }

    // In each showing some tables play, tell, or place again, and then there is a report or a picture.
    private static Gen<(bool IsPicture, (int Table, Way Way, int[] First, int[] Second)[] Wave)[]> Showings { get; } =
        Gen.Select(Gen.Bool, Gen.Select(Gen.Int[0, 3], Gen.Enum<Way>(), Square.Array[8], Square.Array[8]).Array[1, 3]).Array[1, 5];

    private enum Way { Once, Twice, Waiting, Again }

    // What was really seen: the groups behind each report and each picture. Without one history the screen has a workshop of its own, of the same events.
    private static List<GroupShown> Seen(int[] people, (bool IsPicture, (int Table, Way Way, int[] First, int[] Second)[] Wave)[] showings, bool isOneHistory)
    {
        var reports = new AReport(people);
        var screen = isOneHistory ? reports : new AReport(people);
        foreach (var (isPicture, wave) in showings)
        {
            foreach (var workshop in new[] { reports, screen }.Distinct()) Play(workshop, people, wave);
            if (isPicture) screen.Pictures("veiligheid-1");
            else reports.Make();
        }

        return [.. reports.Publications.Shown, .. isOneHistory ? [] : screen.Publications.Shown];
    }

    private static void Play(AReport workshop, int[] people, IEnumerable<(int Table, Way Way, int[] First, int[] Second)> wave)
    {
        foreach (var (number, way, first, second) in wave)
        {
            var (table, seats) = (number % people.Length + 1, people[number % people.Length]);
            _ = way switch
            {
                Way.Once => workshop.Plays(table, "veiligheid-1", first[..seats]),
                Way.Twice => workshop.Plays(table, "veiligheid-1", first[..seats], second[..seats]),
                Way.Again when workshop.State(table).Held.Any() => workshop.PlacesAgain(table, second[..seats]),
                _ => workshop.Holds(table, "veiligheid-1", first[..seats]),
            };
        }
    }

    private static List<GroupShown> Shown(int[] people, (int Table, bool IsTwice, int[] First, int[] Second)[][] waves, bool remembers)
    {
        var workshop = new AReport(people);
        var shown = new List<GroupShown>();
        foreach (var wave in waves)
        {
            Play(workshop, people, wave);
            workshop.Make();
            if (remembers) continue;

            shown.AddRange(workshop.Publications.Shown);
            workshop.Forget();
        }

        return remembers ? [.. workshop.Publications.Shown] : shown;
    }
}
