using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Tables;

/// <summary>The approach of a case is judged on a board of its own; it lies on no pile, and counts with no statement.</summary>
[Rule("G11")]
public class JudgingACase : ATable
{
    private static readonly Board Approach = Board.Of(BoardKind.Approach, ["werkt niet", "werkt een beetje", "werkt goed"]);

    private static readonly CardId Blank = CardId.OfCase(new Guid("00000000-0000-0000-0000-0000000000ca"));

    private static readonly NoteId Example = new(new Guid("00000000-0000-0000-0000-000000000001")), Tip = new(new Guid("00000000-0000-0000-0000-000000000002")), Asked = new(new Guid("00000000-0000-0000-0000-000000000003"));

    [Fact]
    public void It_is_judged_on_a_board_of_its_own() => Brought
        .And(table => Assert.Equal(Approach, table.BoardOf(table.Round!)))
        .When(Place(Anna, 4)).ThenRefused(Reason.SquareUnknown);

    [Fact]
    public void A_statement_at_the_same_table_is_not() => AtATable.After(Choose(Anna, Safety)).When(Place(Anna, 4)).Then(new PawnPlaced(Anna, new(4)));

    [Theory, Rule("G6"), InlineData(NoteKind.Aspect), InlineData(NoteKind.Activity)]
    public void What_others_write_on_green_is_an_example_and_neither_aspect_nor_activity(NoteKind kind) => Brought
        .When(Write(Anna, Example, "Wij bellen eerst", kind: kind)).Then(new NoteWritten(Example, NoteKind.Green, "Wij bellen eerst", "proof", ""))
        .When(new CallNote(Anna, AnnasPhone, Example, kind, Monday)).ThenNothing();

    [Fact]
    public void It_ends_on_no_pile_whatever_somebody_sends() => ToTake.When(new LayCard(Anna, AnnasPhone, Pile.Green, Monday)).Then(new CardLaid(null, null));

    [Fact]
    public void No_pawn_proposes_a_pile() => ToTake.And(table => Assert.Null(table.Round!.TallyOn(table.BoardOf(table.Round)).Proposal));

    [Fact]
    public void Who_brought_it_says_what_they_take_along_and_may_leave_it_after_all() => ToTake
        .When(Take(Example)).Then(new ExampleTaken(Example))
        .When(Take(Example)).ThenNothing()
        .When(Take(Tip)).Then(new ExampleTaken(Tip))
        .When(Take(Example, isTaken: false)).Then(new ExampleLeft(Example))
        .And(table => Assert.Equal([Tip], table.Round!.Taken));

    [Fact]
    public void Nobody_else_says_it_for_them() => ToTake.When(new TakeAlong(Anna, AnnasPhone, Example, true, Monday)).ThenRefused(Reason.OnlyTheBringer);

    [Fact]
    public void A_question_is_not_given_to_them() => ToTake.When(Take(Asked)).ThenRefused(Reason.NoteUnknown);

    [Fact]
    public void What_its_writer_withdrew_is_not_there_to_take() => ToTake.After(new WithdrawNote(Anna, AnnasPhone, Example, "proof", Monday)).When(Take(Example)).ThenRefused(Reason.NoteUnknown);

    [Fact]
    public void Before_all_have_placed_nothing_is_taken() => Brought.After(Write(Anna, Example, "Wij bellen eerst")).When(Take(Example)).ThenRefused(Reason.NotNow);

    [Fact]
    public void At_a_statement_nothing_is_taken() => AddingUp.When(new TakeAlong(Bram, BramsPhone, Example, true, Monday)).ThenRefused(Reason.NotNow);

    [Fact, Rule("W10")]
    public void A_step_back_keeps_what_was_taken() => ToTake.After(Take(Example), new LayCard(Anna, AnnasPhone, null, Monday), new StepBack(Monday))
        .And(table => Assert.Equal([Example], table.Round!.Taken))
        .And(table => Assert.Equal(Phase.AddingUp, table.Round!.Phase));

    [Fact]
    public void A_table_from_before_plays_a_case_as_it_did() => Seated.After(Bring).And(table => Assert.False(table.Round!.IsJudged));

    [Fact, Rule("T7")]
    public void On_paper_it_is_entered_without_a_pile() => AtATable.After(new SeatOnPaper(4, Monday))
        .When(new EnterPaperRound(new(null, Blank, new(new(4), "Een casus", ""), [new(Anna, new(3)), new(Bram, new(1))], [], [], null, []), Monday))
        .And(table => Assert.Equal((true, (Pile?)null), (table.Played.Single().IsJudged, table.Played.Single().Pile)));

    [Fact, Rule("T7")]
    public void On_paper_who_brought_it_takes_along_what_has_a_star()
    {
        var (example, tip) = (new PaperNote(Example, NoteKind.Green, "Wij bellen eerst"), new PaperNote(Tip, NoteKind.Need, "Een vaste dag"));
        var entered = AtATable.After(new SeatOnPaper(4, Monday), Written(null, example with { IsTaken = true }, tip));
        Assert.Equal([(Example, true), (Tip, false)], Given(entered.State));
        entered.When(Written(1, example with { IsTaken = true }, tip)).ThenNothing();

        // A correction keeps which note it is, whatever id it comes with.
        var corrected = entered.After(Written(1, new(new(Guid.NewGuid()), NoteKind.Green, "Wij bellen altijd eerst"), new(new(Guid.NewGuid()), NoteKind.Need, "Een vaste dag") { IsTaken = true }));
        Assert.Equal([(Example, false), (Tip, true)], Given(corrected.State));
        Assert.Equal([(Example, false), (Tip, true)], Given(corrected.After(new TakeCardBack(1, Monday), Written(1, example with { Text = "Wij bellen altijd eerst" }, tip with { IsTaken = true })).State));

        static EnterPaperRound Written(int? replaces, params PaperNote[] notes) => new(new(replaces, Blank, new(new(4), "Een casus", ""), [new(Anna, new(3)), new(Bram, new(1))], [], [], null, notes), Monday);

        static IEnumerable<(NoteId, bool)> Given(Table table) => Harvest.Cases(new Dictionary<TableId, Table> { [new(Guid.Empty)] = table }).Single().Given.Select(given => (given.Note.Id, given.IsTaken));
    }

    [Fact, Rule("P1")]
    public void Examples_can_be_so_tips_are_to_be_developed_and_the_case_itself_is_on_no_list()
    {
        var tables = new Dictionary<TableId, Table> { [new(Guid.Empty)] = Done.State };
        Assert.Equal(
            [(EntryKind.Example, PlenaryList.Present), (EntryKind.Tip, PlenaryList.ToDevelop), (EntryKind.Question, PlenaryList.Questions)],
            Harvest.Of(tables).Select(entry => (entry.Kind, entry.List)));

        var brought = Assert.Single(Harvest.Cases(tables));
        Assert.Equal(("Een casus", "Hoe doen jullie dat?"), (brought.Case.Text, brought.Case.Asks));
        Assert.Equal([(Example, true), (Tip, false)], brought.Given.Select(given => (given.Note.Id, given.IsTaken)));
    }

    private static BringCase Bring => new(Bram, BramsPhone, Blank, "Een casus", "We doen al iets", Monday, "Hoe doen jullie dat?");

    private static TakeAlong Take(NoteId note, bool isTaken = true) => new(Bram, BramsPhone, note, isTaken, Monday);

    private static Story<Table, TableCommand, TableEvent> AtATable => Nothing.Given(new TableLaid(new(Guid.Empty, 1, "leerklimaat", Board.Default, 4, Cases: Approach))).After(
        new TakeSeat(AnnasPhone, "Anna", "code-anna", "", Monday), new TakeSeat(BramsPhone, "Bram", "code-bram", "", Monday), new TakeSeat(ChaimasPhone, "", "code-chaima", "", Monday), new OpenGame(Monday));

    private static Story<Table, TableCommand, TableEvent> Brought => AtATable.After(Bring);

    private static Story<Table, TableCommand, TableEvent> ToTake => Brought.After(
        Place(Anna, 3), Place(Chaima, 2), Reveal(Anna), Write(Anna, Example, "Wij bellen eerst"), Write(Chaima, Tip, "Probeer een buddy", kind: NoteKind.Need), Write(Chaima, Asked, "Wie belt er?", kind: NoteKind.Question),
        new SkipSecondPlacement(Anna, AnnasPhone, Monday));

    private static Story<Table, TableCommand, TableEvent> Done => ToTake.After(Take(Example), new LayCard(Anna, AnnasPhone, null, Monday));
}
