using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Tables;

/// <summary>Rule T7: a table that played on paper is entered afterwards by one person. Anna, Bram and Chaima are its first three pawns, without a phone.</summary>
public class EnteringAPaperTable : ATable
{
    private static readonly SeatNumber Daan = new(4);
    private static readonly NoteId Coffee = Note(1), Courage = Note(2), Why = Note(3);

    private static Story<Table, TableCommand, TableEvent> Four => Laid.After(new SeatOnPaper(4, Monday));

    private static PaperRound Round(CardId card, int? replaces = null, Pile? pile = Pile.Green) =>
        new(replaces, card, null, Pawns(1, 3, 4, 0), Pawns(2, 3, 4, 4), [new(Anna, Story.NotYet), new(Bram, Story.HappensAlready)], pile, [new(Coffee, NoteKind.Green, "Koffie"), new(Courage, NoteKind.Need, "Lef")]);

    private static Story<Table, TableCommand, TableEvent> Entered => Four.After(Enter(Round(Safety)));

    [Fact, Rule("T7")]
    public void A_card_that_was_played_on_paper_is_entered_with_its_notes() => Four
        .When(Enter(Round(Safety)))
        .Then(
            new PaperRoundEntered(1, Safety, null, Round(Safety).First, Round(Safety).Second, Round(Safety).Turns, Pile.Green, Pile.Green, Monday),
            new PaperNoteWritten(Coffee, 1, NoteKind.Green, "Koffie"),
            new PaperNoteWritten(Courage, 1, NoteKind.Need, "Lef"))
        .And(table => Assert.Equal((Phase.Closed, true, Safety), (table.Played.Single().Phase, table.Played.Single().IsOnPaper, table.Notes[0].Card)));

    [Fact, Rule("T7")]
    public void It_is_harvested_like_any_other_table() => Entered.And(table => Assert.Equal(
        [EntryKind.GreenCard, EntryKind.GreenNote, EntryKind.Need],
        Harvest.Of([new(new(Guid.NewGuid()), table)]).Select(entry => entry.Kind)));

    [Fact, Rule("T7")]
    public void Nobody_waits_for_who_plays_on_paper() => Four.And(table =>
    {
        Assert.Equal([1, 2, 3, 4], table.Seats.Select(seat => seat.Pawn));
        Assert.All(table.Seats, seat => Assert.True(seat.IsOnPaper && seat.IsAway));
        Assert.Empty(table.Placers);
    });

    [Theory, InlineData(1), InlineData(13), Rule("T7")]
    public void A_table_has_two_to_twelve_people(int people) => Laid.When(new SeatOnPaper(people, Monday)).ThenRefused(Reason.PaperPeopleWrong);

    [Fact, Rule("T7")]
    public void A_card_needs_to_know_how_many_people_there_were() => Laid.When(Enter(Round(Safety))).ThenRefused(Reason.PaperPeopleWrong);

    [Fact, Rule("T7")]
    public void A_wrong_number_of_people_is_put_right() => Four.When(new SeatOnPaper(6, Monday)).Then(new PaperSeatsLaid(6)).When(new SeatOnPaper(3, Monday)).Then(new PaperSeatsLaid(3))
        .And(table => Assert.Equal(3, table.Seats.Length));

    [Fact, Rule("T7")]
    public void People_who_are_on_the_sheet_do_not_go() => Entered.When(new SeatOnPaper(3, Monday)).ThenRefused(new Refusal(Reason.PaperSeatUsed, 0, 4));

    [Fact, Rule("T7")]
    public void People_with_a_phone_do_not_go() => Seated.When(new SeatOnPaper(2, Monday)).ThenRefused(new Refusal(Reason.PaperSeatUsed, 0, 3));

    [Fact, Rule("T7")]
    public void A_table_whose_phones_fell_silent_goes_on_on_paper() => Played
        .When(Enter(Round(Openness) with { First = Pawns(1, 2, 2), Second = [] }))
        .And(table => Assert.Equal([(1, false), (2, true)], table.Played.Select(round => (round.Number, round.IsOnPaper))));

    [Fact, Rule("T7")]
    public void A_note_that_is_written_on_a_phone_stays_with_its_own_card() => Played
        .After(Enter(Round(Openness) with { First = Pawns(1, 2, 2), Second = [], Notes = [] }), Write(Anna, Why, "Nog iets"))
        .And(table => Assert.Equal(Safety, table.Notes.Single().Card));

    [Fact, Rule("T7")]
    public void A_card_that_was_played_on_the_phones_is_not_entered_too() => Played.When(Enter(Round(Safety) with { First = Pawns(1, 2), Second = [] })).ThenRefused(Reason.CardPlayedHere);

    [Fact, Rule("T7")]
    public void The_same_card_is_not_entered_twice() => Entered.When(Enter(Round(Safety))).ThenRefused(Reason.CardEnteredAlready);

    [Fact, Rule("T7")]
    public void A_correction_keeps_its_number_and_the_notes_with_the_same_words() => Entered
        .When(Enter(Round(Safety, replaces: 1) with { First = Pawns(1, 2, 4, 0), Notes = [new(Note(8), NoteKind.Need, "Lef"), new(Note(9), NoteKind.Green, "Thee"), new(Why, NoteKind.Question, "Waarom?")] }))
        .Then(
            new PaperRoundEntered(1, Safety, null, Pawns(1, 2, 4, 0), Round(Safety).Second, Round(Safety).Turns, Pile.Green, Pile.Green, Monday),
            new NoteChanged(Coffee, "Thee"),
            new PaperNoteWritten(Why, 1, NoteKind.Question, "Waarom?"))
        .And(table => Assert.Equal((1, 3), (table.Played.Length, table.Notes.Length)));

    [Fact, Rule("L2")]
    public void A_correction_that_changes_nothing_is_nothing() => Entered.When(Enter(Round(Safety, replaces: 1))).ThenNothing();

    [Fact, Rule("T7")]
    public void A_note_that_is_left_out_of_a_correction_is_withdrawn() => Entered.When(Enter(Round(Safety, replaces: 1) with { Notes = [] })).Then(new NoteWithdrawn(Coffee), new NoteWithdrawn(Courage));

    [Fact, Rule("T7")]
    public void The_wrong_card_is_put_right_and_its_notes_go_along() => Entered.When(Enter(Round(Openness, replaces: 1)))
        .And(table => Assert.Equal((Openness, Openness), (table.Played.Single().Card, table.Notes[0].Card)));

    [Fact, Rule("W10")]
    public void An_entered_card_is_taken_back_and_put_back_with_its_notes() => Entered
        .When(new TakeCardBack(1, Monday)).Then(new PaperRoundTakenBack(1))
        .And(table => Assert.True(table.Played.IsEmpty && table.Notes.IsEmpty && table.OnPaper(1) is not null))
        .When(Enter(Round(Safety, replaces: 1)))
        .And(table => Assert.Equal((1, 2, 0), (table.Played.Length, table.Notes.Length, table.PaperAsides.Length)))
        .And(table => Assert.Equal([Coffee, Courage], table.Notes.Select(note => note.Id)));

    [Fact, Rule("W10")]
    public void A_step_back_takes_back_the_card_that_was_entered_last() => Entered.When(new StepBack(Monday)).Then(new PaperRoundTakenBack(1));

    [Fact, Rule("T7")]
    public void Where_the_pile_was_not_noted_the_points_say_it() => Four.When(Enter(Round(Safety, pile: null) with { Notes = [] }))
        .And(table => Assert.Equal((Pile.Green, Pile.Green), (table.Played.Single().Pile, table.Played.Single().Proposed)));

    [Fact, Rule("T7")]
    public void At_exactly_one_half_the_pile_must_be_chosen() => Four.When(Enter(Round(Safety, pile: null) with { Second = Pawns(1, 4, 2, 3) })).ThenRefused(Reason.PaperPileNeeded);

    [Fact, Rule("T7")]
    public void The_table_may_lay_a_card_elsewhere_than_the_points_say() => Four.When(Enter(Round(Safety, pile: Pile.RedToImprove)))
        .And(table => Assert.Equal((Pile.RedToImprove, Pile.Green), (table.Played.Single().Pile, table.Played.Single().Proposed)));

    [Fact, Rule("T7")]
    public void Everything_that_is_wrong_is_said_at_its_field() => Four.And(table => Assert.Equal(
        [(PaperField.First, 2, Reason.PaperPlaceUnclear), (PaperField.Second, 3, Reason.PaperPlaceUnclear), (PaperField.Told, 4, Reason.PaperStoryUnclear), (PaperField.Green, 2, Reason.PaperNoteTooLong)],
        table.Check(Round(Safety) with
        {
            First = Pawns(1, 5, 2, 2),
            Second = [new(Anna, new(2)), new(Chaima, new(-1))],
            Turns = [new(Daan, (Story)9)],
            Notes = [new(Coffee, NoteKind.Green, "Koffie"), new(Courage, NoteKind.Green, new string('x', 281))],
        }).Select(fault => (fault.Field, fault.Place, fault.Why.Reason))));

    [Fact, Rule("T7")]
    public void A_card_on_which_nobody_placed_is_refused() => Four.When(Enter(Round(Safety) with { First = [], Second = [] })).ThenRefused(Reason.PaperNobodyPlaced);

    [Fact, Rule("G11")]
    public void Who_brings_a_case_on_paper_does_not_place() => Four.When(Enter(Brought(Anna))).ThenRefused(Reason.BringerDoesNotPlace);

    [Fact, Rule("G11")]
    public void A_case_is_entered_also_when_nobody_knows_who_brought_it() => Four.When(Enter(Brought(new(0))))
        .And(table => Assert.Equal((RoundKind.Case, "Een ruilbeurs"), (table.Played.Single().Kind, table.Played.Single().Case!.Text)));

    [Fact, Rule("T7")]
    public void A_case_without_words_or_with_too_many_is_refused() => Four
        .And(table => Assert.Equal([PaperField.Case, PaperField.HappensNow, PaperField.Asks, PaperField.Bringer], table.Check(Brought(new(9)) with { Case = new(new(9), "", new string('x', 281), new string('y', 281)) }).Select(fault => fault.Field)));

    [Fact, Rule("T7")]
    public void More_notes_than_fit_on_a_table_are_refused() => Four
        .When(Enter(Round(Safety) with { Notes = [.. Enumerable.Range(1, 61).Select(number => new PaperNote(Note(number), NoteKind.Green, $"Briefje {number}"))] }))
        .ThenRefused(new Refusal(Reason.PaperTooManyNotes, 0, 60));

    private static PaperRound Brought(SeatNumber bringer) => Round(CardId.OfCase(Why.Value)) with { Case = new(bringer, "Een ruilbeurs", "Elke maand") };

    private static EnterPaperRound Enter(PaperRound paper) => new(paper, Monday);

    private static Placement[] Pawns(params int[] squares) => [.. squares.Select((square, index) => new Placement(new(index + 1), new(square)))];

    private static NoteId Note(int number) => new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));
}
