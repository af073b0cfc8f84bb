using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>"Gebeurt al" and "nog niet" added up over all cards, of everybody of whom that may be shown.</summary>
[Rule("R1"), Rule("D3")]
public class TellingStories
{
    private const Story Already = Story.HappensAlready, NotYet = Story.NotYet, Passed = Story.Passed;

    [Fact]
    public void They_are_added_up_over_cards_and_tables_and_who_passed_told_nothing()
    {
        var report = new AReport(6, 5).Tell(1, "veiligheid-1", Already, Already, NotYet, NotYet, NotYet, Passed).Tell(1, "openheid-1", Already, Already, Already, NotYet, NotYet, Passed).Tell(2, "veiligheid-1", NotYet, NotYet, Already, Already, Already);
        Assert.Equal(new(8, 7, null, 10), report.Make().Stories);
        Assert.True(report.Make().HasStories);
    }

    [Fact]
    public void A_card_that_waits_counts_when_it_lies_on_a_pile()
    {
        var report = new AReport(6).Tell(1, "veiligheid-1", Already, Already, Already, NotYet, NotYet, NotYet);
        report.Happens(1, [new CardChosen(2, new("openheid-1"), RoundKind.Statement, ChosenBy.Picked, null, AReport.Monday), .. Enumerable.Range(1, 6).Select(seat => new PawnPlaced(new(seat), new(2))), new PawnsRevealed()])
            .Tells(1, Already, Already, Already, Already, Already, Already).Happens(1, new CardHeld());
        Assert.Equal(new(3, 3, null, 6), report.Make().Stories);
        Assert.Equal(new(9, 3, null, 6), report.PlacesAgain(1, [1, 2, 3, 4, 1, 2]).Make().Stories);
    }

    [Theory, InlineData(4, 0, 0, 0), InlineData(4, 4, 0, 0), InlineData(6, 1, 0, 6), InlineData(6, 4, 0, 6), InlineData(5, 5, 0, 10), InlineData(5, 2, 3, 10), InlineData(4, 4, 4, 12)]
    public void Neither_an_outsider_nor_who_sat_at_a_table_can_tell_a_few_people_apart(int one, int two, int three, int shown)
    {
        var sizes = new[] { one, two, three }.Where(size => size > 0).ToArray();
        var report = new AReport(sizes);
        for (var table = 1; table <= sizes.Length; table++) report.Tell(table, "veiligheid-1", [.. Enumerable.Range(0, sizes[table - 1]).Select(seat => seat % 2 == 0 ? Already : NotYet)]);
        var made = report.Make();
        Assert.Equal(shown, made.Stories?.People ?? 0);
        Assert.True(made.HasStories);
    }

    [Theory, Rule("D4"), InlineData(0, Already), InlineData(1, Already), InlineData(2, null), InlineData(5, NotYet), InlineData(6, NotYet)]
    public void Where_all_or_all_but_one_said_the_same_each_time_no_number_is_told(int notYet, Story? nearly)
    {
        var told = new AReport(6).Tell(1, "veiligheid-1", [.. Enumerable.Range(0, 6).Select(seat => seat < notYet ? NotYet : Already)]).Make().Stories!;
        Assert.Equal((nearly, nearly is null, 6), (told.NearlyAll, told.Already is not null && told.NotYet is not null, told.People));
    }

    [Fact, Rule("D7")]
    public void What_a_few_told_since_comes_in_as_soon_as_enough_others_did()
    {
        var report = new AReport(6, 4, 2).Tell(1, "veiligheid-1", Already, Already, Already, NotYet, NotYet, NotYet);
        Assert.Equal(new(3, 3, null, 6), report.Make().Stories);
        report.Tell(2, "veiligheid-1", Already, Already, Already, Already);
        Assert.Equal(new(3, 3, null, 6), report.Make().Stories);
        // Who sat at table 2 still sees only table 3 in the difference, and the other way round.
        report.Tell(3, "veiligheid-1", Already, NotYet);
        Assert.Equal(6, report.Make().Stories!.People);
        // Table 1 told of another card: now the difference is all of them.
        report.Tell(1, "openheid-1", Already, Already, Already, Already, Already, Already);
        Assert.Equal(new(14, 4, null, 12), report.Make().Stories);
    }

    [Fact, Rule("D7")]
    public void Who_tells_otherwise_after_a_step_back_does_not_stand_alone_in_the_difference()
    {
        var report = new AReport(6).Tell(1, "veiligheid-1", Already, Already, Already, NotYet, NotYet, NotYet);
        report.Make();
        report.Happens(1, new CardTakenBack(report.State(1).Played[^1].Number), new SteppedBack(Phase.Telling), new TurnFinished(new(1), NotYet), new SecondPlacementSkipped(), new CardLaid(Pile.Green, null));
        Assert.Equal(new(3, 3, null, 6), report.Make().Stories);
    }

    [Fact, Rule("D9")]
    public void Seats_on_one_device_are_one_voice()
    {
        Story[] told = [Already, Already, Already, NotYet, NotYet, NotYet];
        Assert.Null(new AReport(6).On(1, 1, 1, 1, 2, 3, 4).Tell(1, "veiligheid-1", told).Make().Stories);
        Assert.NotNull(new AReport(6).On(1, 1, 1, 2, 3, 4, 5).Tell(1, "veiligheid-1", told).Make().Stories);
    }

    [Fact, Rule("W11")]
    public void What_stand_ins_told_is_in_no_sum() =>
        Assert.False(new AReport(6).Tell(1, "veiligheid-1", Already, Already, Already, NotYet, NotYet, NotYet).Rehearses(1).Make().HasStories);
}

internal static class Tellers
{
    /// <summary>Plays a card, and each seat tells, the first first.</summary>
    public static AReport Tell(this AReport report, int table, string card, params Story[] stories) =>
        report.Plays(table, card, [.. Enumerable.Range(0, report.State(table).Seats.Length).Select(seat => 1 + seat % 4)], stories: stories);
}
