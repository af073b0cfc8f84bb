using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Tables;

[Rule("G6")]
public class WritingNotes : ATable
{
    private static readonly NoteId One = new(new Guid("00000000-0000-0000-0000-000000000001"));

    private static Story<Table, TableCommand, TableEvent> Written => Placing.After(Write(Anna, One, "Koffie op maandag"));

    [Theory, InlineData(NoteKind.Green), InlineData(NoteKind.Question), InlineData(NoteKind.Need)]
    public void A_note_is_green_or_a_pink_question_or_need(NoteKind kind) =>
        Placing.When(Write(Anna, One, "Koffie", kind: kind)).Then(new NoteWritten(One, kind, "Koffie", "proof", ""));

    [Fact]
    public void It_belongs_to_the_card_on_the_table() => Written.And(table => Assert.Equal((Safety, 1), (table.Notes[0].Card, table.Notes[0].Round)));

    [Fact]
    public void Between_two_cards_it_belongs_to_the_one_just_played() => Played.When(Write(Anna, One, "Nog iets")).And(table => Assert.Equal(Safety, table.Notes[0].Card));

    [Theory, InlineData(1), InlineData(2)]
    public void At_any_moment_of_the_round(int step) => (step == 1 ? Telling : AddingUp).When(Write(Bram, One, "Ja")).Then(new NoteWritten(One, NoteKind.Green, "Ja", "proof", ""));

    [Fact, Rule("L6")]
    public void Also_when_the_game_was_stopped_while_somebody_was_writing() => Placing.After(new StopGame(Monday)).When(Write(Anna, One, "Klaar")).Then(new NoteWritten(One, NoteKind.Green, "Klaar", "proof", ""));

    [Fact]
    public void The_author_is_not_stored()
    {
        var written = Placing.When(Write(Anna, One, "Koffie")).State.Notes[0];
        Assert.Equal("", written.SignedBy);
        Assert.DoesNotContain(typeof(NoteWritten).GetProperties(), property => property.PropertyType == typeof(SeatNumber) || property.PropertyType == typeof(DeviceId));
    }

    [Fact]
    public void Unless_the_author_signs() => Placing.When(Write(Anna, One, "Koffie", isSigned: true)).Then(new NoteWritten(One, NoteKind.Green, "Koffie", "proof", "Anna"));

    [Fact]
    public void Two_hundred_and_eighty_characters_fit() => Placing.When(Write(Anna, One, new string('a', 280))).Then(new NoteWritten(One, NoteKind.Green, new string('a', 280), "proof", ""));

    [Fact]
    public void One_more_does_not() => Placing.When(Write(Anna, One, new string('a', 281))).ThenRefused(Reason.NoteTooLong);

    [Fact]
    public void An_empty_note_is_refused() => Placing.When(Write(Anna, One, "")).ThenRefused(Reason.NoteEmpty);

    [Fact]
    public void There_is_nothing_to_note_before_the_first_card() => Seated.When(Write(Anna, One, "Koffie")).ThenRefused(Reason.NoRound);

    [Fact, Rule("L2")]
    public void The_same_note_twice_is_one_note() => Written.When(Write(Anna, One, "Koffie op maandag")).ThenNothing();

    [Fact]
    public void Ones_own_note_can_be_changed_withdrawn_and_restored() => Written
        .When(new ChangeNote(Anna, AnnasPhone, One, "Thee", "proof", Monday)).Then(new NoteChanged(One, "Thee"))
        .When(new ChangeNote(Anna, AnnasPhone, One, "Thee", "proof", Monday)).ThenNothing()
        .When(new WithdrawNote(Anna, AnnasPhone, One, "proof", Monday)).Then(new NoteWithdrawn(One))
        .When(new WithdrawNote(Anna, AnnasPhone, One, "proof", Monday)).ThenNothing()
        .When(new RestoreNote(Anna, AnnasPhone, One, "proof", Monday)).Then(new NoteRestored(One))
        .When(new RestoreNote(Anna, AnnasPhone, One, "proof", Monday)).ThenNothing();

    [Fact]
    public void Somebody_elses_note_cannot() => Written.When(new ChangeNote(Bram, BramsPhone, One, "Thee", "other proof", Monday)).ThenRefused(Reason.NotYourNote);

    [Fact]
    public void Nor_withdrawn() => Written.When(new WithdrawNote(Bram, BramsPhone, One, "other proof", Monday)).ThenRefused(Reason.NotYourNote);

    [Theory, InlineData(""), InlineData(null)]
    public void A_change_is_checked_like_a_new_note(string? text) => Written.When(new ChangeNote(Anna, AnnasPhone, One, text ?? new string('a', 281), "proof", Monday)).ThenRefused(text is null ? Reason.NoteTooLong : Reason.NoteEmpty);

    [Fact]
    public void A_note_that_is_not_there_is_refused() => Placing.When(new WithdrawNote(Anna, AnnasPhone, One, "proof", Monday)).ThenRefused(Reason.NoteUnknown);

    [Fact, Rule("W10")]
    public void The_facilitator_takes_a_note_away_and_puts_it_back() => Written
        .When(new HideNote(One, Monday)).Then(new NoteWithdrawn(One))
        .When(new ShowNote(One, Monday)).Then(new NoteRestored(One));

    [Theory]
    [InlineData("  Koffie \r\n op maandag\u0000 ", "Koffie \n op maandag")]
    [InlineData("\t \n ", "")]
    [InlineData("<b>dik</b> 🎉 مرحبا", "<b>dik</b> 🎉 مرحبا")]
    public void What_is_typed_is_kept_as_meant(string typed, string kept) => Assert.Equal(kept, Plain.Text(typed));

    [Fact]
    public void A_name_stands_on_one_line() => Assert.Equal("Anna de Vries", Plain.Line("  Anna\n de   Vries "));

    [Fact]
    public void A_seat_writes_at_most_twenty_on_a_card()
    {
        Placing.When(Write(Anna, One, "Koffie") with { Own = Note.MostOfASeat - 1 }).Then(new NoteWritten(One, NoteKind.Green, "Koffie", "proof", ""));
        Placing.When(Write(Anna, One, "Koffie") with { Own = Note.MostOfASeat }).ThenRefused(new Refusal(Reason.TooManyNotes, 20));
    }

    [Fact, Rule("T3")]
    public void A_device_with_two_seats_writes_for_both() => Laid
        .After(new TakeSeat(AnnasPhone, "Anna", "code-anna", "", Monday), new TakeSeat(AnnasPhone, "Oma", "code-oma", "", Monday), new OpenGame(Monday), Choose(Anna, Safety))
        .When(Write(Anna, One, "Koffie") with { Own = Note.MostOfASeat }).Then(new NoteWritten(One, NoteKind.Green, "Koffie", "proof", ""));

    [Fact]
    public void All_together_write_no_more_than_twelve_seats_could() => Placing
        .After([.. Enumerable.Range(1, Note.MostOnACard).Select(number => Write(Bram, new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), "Koffie"))])
        .When(Write(Anna, new(new Guid(999, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), "Thee")).ThenRefused(new Refusal(Reason.TooManyNotes, 20));

    [Fact]
    public void A_table_writes_no_more_than_three_thousand_over_all_cards() => Seated
        .Given([.. Enumerable.Range(1, 15).SelectMany(card => (TableEvent[])
        [
            new CardChosen(card, Safety, RoundKind.Statement, ChosenBy.Picked, null, Monday),
            .. Enumerable.Range(1, Note.MostAtATable / 15).Select(number => new NoteWritten(new(new Guid(card, (short)number, 0, [0, 0, 0, 0, 0, 0, 0, 0])), NoteKind.Green, "Koffie", "proof", "")),
            new SteppedBack(null),
        ]), new CardChosen(16, Safety, RoundKind.Statement, ChosenBy.Picked, null, Monday)])
        .When(Write(Anna, One, "Thee")).ThenRefused(new Refusal(Reason.TooManyNotes, 20));

    [Fact, Rule("G1")]
    public void A_table_begins_no_card_after_three_hundred()
    {
        var tired = Seated.Given([.. Enumerable.Range(1, Round.MostAtATable).SelectMany(number => (TableEvent[])[new CardChosen(number, Safety, RoundKind.Statement, ChosenBy.Picked, null, Monday), new SteppedBack(null)])]);
        tired.When(Choose(Anna, Safety)).ThenRefused(Reason.TooManyRounds);
        tired.When(new BringCase(Anna, AnnasPhone, new("case-1"), "Een casus", "", Monday)).ThenRefused(Reason.TooManyRounds);
    }
}

[Rule("G10")]
public class TheSoftClock : ATable
{
    private static Story<Table, TableCommand, TableEvent> Ticking => Placing.After(new SetClock(Anna, AnnasPhone, 8, Monday));

    private static DateTimeOffset At(double minutes) => Monday.AddMinutes(minutes);

    private static Story<Table, TableCommand, TableEvent> Rung => Ticking.After(new RingClock(1, At(8), At(8)));

    [Fact]
    public void The_table_decides_how_long() => Placing.When(new SetClock(Anna, AnnasPhone, 8, Monday)).Then(new ClockSet(At(8), TimeSpan.FromMinutes(8)));

    [Theory, InlineData(0), InlineData(61)]
    public void From_one_minute_to_an_hour(int minutes) => Placing.When(new SetClock(Anna, AnnasPhone, minutes, Monday)).ThenRefused(Reason.ClockLength);

    [Fact]
    public void At_zero_it_asks() => Ticking.When(new RingClock(1, At(8), At(8))).Then(new ClockRang());

    [Fact]
    public void It_cuts_nothing_off() => Rung.When(Place(Anna, 2)).Then(new PawnPlaced(Anna, new(2)));

    [Fact]
    public void It_does_not_ring_too_early() => Ticking.When(new RingClock(1, At(8), At(7.9))).ThenNothing();

    [Fact]
    public void A_bell_for_an_earlier_round_is_ignored() => Ticking.When(new RingClock(7, At(8), At(8))).ThenNothing();

    [Fact]
    public void A_bell_for_an_earlier_end_is_ignored() => Ticking.After(new SetClock(Bram, BramsPhone, 20, Monday)).When(new RingClock(1, At(8), At(8))).ThenNothing();

    [Fact]
    public void It_rings_once() => Rung.When(new RingClock(1, At(8), At(8))).ThenNothing();

    [Fact]
    public void Each_extension_is_half_the_one_before() => Rung
        .When(new ExtendClock(Anna, AnnasPhone, At(8))).Then(new ClockExtended(At(12), TimeSpan.FromMinutes(4)))
        .When(new RingClock(1, At(12), At(12)))
        .When(new ExtendClock(Anna, AnnasPhone, At(13))).Then(new ClockExtended(At(15), TimeSpan.FromMinutes(2)));

    [Fact]
    public void But_never_shorter_than_half_a_minute() => Assert.Equal(TimeSpan.FromSeconds(30), new Domain.Tables.Clock(Monday, TimeSpan.FromSeconds(40), true).Extension);

    [Fact]
    public void A_clock_that_still_runs_is_not_extended() => Ticking.When(new ExtendClock(Anna, AnnasPhone, At(3))).ThenRefused(Reason.ClockNotRunning);

    [Fact]
    public void The_table_moves_on_and_puts_it_away() => Rung.When(new PutClockAway(Anna, AnnasPhone, At(8))).Then(new ClockPutAway()).When(new PutClockAway(Anna, AnnasPhone, At(8))).ThenNothing();
}

[Rule("W10")]
public class SteppingBack : ATable
{
    private static readonly StepBack Back = new(Monday);

    [Fact]
    public void A_card_goes_back_to_the_deck() => Placing.When(Back).Then(new SteppedBack(null)).And(table => Assert.Null(table.Round));

    [Fact]
    public void Pawns_turn_face_down_again_where_they_were() => Telling.When(Back).Then(new SteppedBack(Phase.FirstPlacement))
        .And(table => Assert.Equal(new Domain.Tables.Place(4), table.Round!.FirstOf(Chaima)))
        .When(Place(Chaima, 2)).Then(new PawnPlaced(Chaima, new(2)));

    [Fact]
    public void The_second_placement_goes_back_to_the_telling() => PlacingAgain.When(Back).Then(new SteppedBack(Phase.Telling)).And(table => Assert.Equal(3, table.Round!.Turns.Length));

    [Fact]
    public void Adding_up_goes_back_to_the_second_placement() => AddingUp.When(Back).Then(new SteppedBack(Phase.SecondPlacement)).And(table => Assert.Equal(new Domain.Tables.Place(2), table.Round!.SecondOf(Anna)));

    [Fact]
    public void Or_to_the_telling_where_it_was_skipped() => AllTold.After(new SkipSecondPlacement(Anna, AnnasPhone, Monday)).When(Back).Then(new SteppedBack(Phase.Telling));

    [Fact]
    public void A_card_comes_back_from_its_pile() => Played.When(Back).Then(new CardTakenBack(1))
        .And(table => Assert.Equal((Phase.AddingUp, 0), (table.Round!.Phase, table.Played.Length)))
        .When(new LayCard(Anna, AnnasPhone, Pile.RedToImprove, Monday)).Then(new CardLaid(Pile.RedToImprove, Pile.Green));

    [Fact]
    public void An_earlier_card_too() => Played.When(new TakeCardBack(1, Monday)).Then(new CardTakenBack(1));

    [Fact]
    public void But_not_while_another_is_played() => Played.After(Choose(Anna, Openness)).When(new TakeCardBack(1, Monday)).ThenRefused(Reason.RoundIsRunning);

    [Fact]
    public void A_card_that_was_not_played_cannot_come_back() => Played.When(new TakeCardBack(7, Monday)).ThenRefused(Reason.NothingToUndo);

    [Fact]
    public void Before_the_first_card_there_is_nothing_to_undo() => Seated.When(Back).ThenRefused(Reason.NothingToUndo);

    [Fact]
    public void Notes_stay() => Telling.After(Write(Anna, new(Guid.Empty), "Koffie"), Back).And(table => Assert.Single(table.Notes));
}
