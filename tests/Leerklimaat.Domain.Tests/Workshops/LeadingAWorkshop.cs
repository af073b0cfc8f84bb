using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Workshops;

public class LeadingAWorkshop
{
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly JoinCode Code = JoinCode.From([1, 2, 3, 4, 5, 6]);
    private static readonly TableId One = new(new Guid(1, 0, 0, new byte[8])), Two = new(new Guid(2, 0, 0, new byte[8])), Three = new(new Guid(3, 0, 0, new byte[8]));

    private static Story<Workshop, WorkshopCommand, WorkshopEvent> Nothing => new(Workshop.Empty, Workshop.Decide, Workshop.Evolve);

    private static StartWorkshop Start(string title = "Samen leren") => new(title, Code, "leerklimaat", "nl", Board.Default, Template.Of(90)!, [One, Two], "key", "recovery", false, Monday);

    private static Story<Workshop, WorkshopCommand, WorkshopEvent> Started => Nothing.After(Start());

    [Fact, Rule("W1")]
    public void A_workshop_starts_from_a_template_with_its_tables_ready() => Nothing.When(Start()).Then(
        new WorkshopStarted("Samen leren", Code, "leerklimaat", "nl", Board.Default, 90, 8, "key", "recovery", false, Monday), new TableAdded(One, 1), new TableAdded(Two, 2));

    [Fact, Rule("W1")]
    public void There_are_templates_of_45_90_and_180_minutes() => Assert.Equal([45, 90, 180], Template.All.Select(template => template.Minutes));

    [Fact, Rule("L2")]
    public void Starting_twice_starts_once() => Started.When(Start()).ThenNothing();

    [Fact]
    public void A_title_is_not_too_long() => Nothing.When(Start(new string('a', 101))).ThenRefused(Reason.TitleTooLong);

    [Theory, Rule("G13")]
    [InlineData(new[] { "nooit", "altijd" }, Reason.BoardSquaresWrong)]
    [InlineData(new[] { "a", "b", "c", "d", "e", "f", "g", "h" }, Reason.BoardSquaresWrong)]
    [InlineData(new[] { "nooit", "soms", "Nooit" }, Reason.SquareTwice)]
    [InlineData(new[] { "nooit", "als het zo uitkomt en dat is zelden", "altijd" }, Reason.SquareTooLong)]
    [InlineData(new[] { "nooit", "zelden", "soms", "vrijwel altijd en overal", "altijd" }, Reason.SquareTooLong)]
    public void Own_words_make_a_board_of_three_to_seven_different_squares(string[] words, Reason reason) => Nothing
        .When(Start() with { Board = Board.Of(BoardKind.OwnWords, words) })
        .ThenRefused(reason switch { Reason.BoardSquaresWrong => new(reason, 3, 7), Reason.SquareTooLong => new(reason, words.Length > 4 ? Board.LongestOfMany : Board.LongestWords), _ => new Refusal(reason) });

    [Fact, Rule("G13")]
    public void A_workshop_is_played_on_the_board_that_was_chosen() => Nothing
        .When(Start() with { Board = Board.Of(BoardKind.OwnWords, ["nooit", "soms", "altijd"]) })
        .And(workshop => Assert.Equal((BoardKind.OwnWords, 3), (workshop.Board.Kind, workshop.Board.Squares.Length)));

    [Fact]
    public void What_was_not_started_is_not_there() => Nothing.When(new StartGame(Monday)).ThenRefused(Reason.WorkshopUnknown);

    [Fact, Rule("R1")]
    public void Without_a_programme_it_was_held_when_its_game_first_opened() => Started
        .And(workshop => Assert.Null(workshop.HeldAt))
        .When(new StartGame(Monday.AddDays(1))).When(new HaltGame(Monday.AddDays(1))).When(new StartGame(Monday.AddDays(2)))
        .And(workshop => Assert.Equal(Monday.AddDays(1), workshop.HeldAt));

    [Fact]
    public void The_game_starts_and_halts() => Started
        .When(new StartGame(Monday)).Then(new GameStarted(Monday)).When(new StartGame(Monday)).ThenNothing()
        .When(new HaltGame(Monday)).Then(new GameHalted(Monday)).When(new HaltGame(Monday)).ThenNothing();

    [Fact]
    public void A_table_is_added_and_named() => Started
        .When(new AddTable(Three, Monday)).Then(new TableAdded(Three, 3)).When(new AddTable(Three, Monday)).ThenNothing()
        .When(new NameTable(Three, "De Uilen", Monday)).Then(new TableNamed(Three, "De Uilen"));

    [Fact]
    public void An_unknown_table_has_no_name() => Started.When(new NameTable(Three, "x", Monday)).ThenRefused(Reason.TableUnknown);

    [Fact]
    public void A_table_name_is_not_too_long() => Started.When(new NameTable(One, new string('a', 31), Monday)).ThenRefused(new Refusal(Reason.NameTooLong, 30));

    [Fact]
    public void A_hundred_tables_are_enough()
    {
        var full = Started.After([.. Enumerable.Range(10, 98).Select(number => new AddTable(new(new Guid(number, 0, 0, new byte[8])), Monday))]);
        full.When(new AddTable(Three, Monday)).ThenRefused(Reason.TooManyTables);
    }

    [Fact, Rule("W10")]
    public void It_gets_another_name_at_any_moment() => Started
        .When(new RenameWorkshop("Leren bij Wonen", Monday)).Then(new WorkshopRenamed("Leren bij Wonen")).And(workshop => Assert.Equal("Leren bij Wonen", workshop.Title))
        .When(new RenameWorkshop("Leren bij Wonen", Monday)).ThenNothing();

    [Theory, InlineData(0, Reason.TitleEmpty), InlineData(101, Reason.TitleTooLong)]
    public void A_name_is_neither_empty_nor_too_long(int length, Reason reason) => Started.When(new RenameWorkshop(new('a', length), Monday)).ThenRefused(reason);

    [Fact]
    public void A_message_goes_to_all_tables() => Started.When(new SendMessage("Nog vijf minuten", Monday)).Then(new MessageSent("Nog vijf minuten", Monday)).When(new SendMessage("Nog vijf minuten", Monday)).ThenNothing();

    [Fact, Rule("W10")]
    public void A_message_stands_for_as_many_minutes_as_was_said_and_can_be_taken_away() => Started
        .When(new SendMessage("Nog vijf minuten", Monday, Minutes: 5)).Then(new MessageSent("Nog vijf minuten", Monday, Monday.AddMinutes(5)))
        .When(new SendMessage("Nog vijf minuten", Monday.AddMinutes(1), Minutes: 5)).Then(new MessageSent("Nog vijf minuten", Monday.AddMinutes(1), Monday.AddMinutes(6)))
        .When(new SendMessage("", Monday.AddMinutes(2))).Then(new MessageSent("", Monday.AddMinutes(2)))
        .When(new SendMessage("", Monday.AddMinutes(3))).ThenNothing();

    [Fact]
    public void A_message_stands_for_an_hour_at_most() => Started.When(new SendMessage("Pauze", Monday, Minutes: 61)).ThenRefused(Reason.MessageMinutesWrong);

    [Fact, Rule("W4")]
    public void The_room_counts_down_and_gets_more_time_or_is_stopped() => Started
        .When(new StartCountdown(5, Monday)).Then(new CountdownSet(Monday.AddMinutes(5), Monday)).When(new StartCountdown(5, Monday)).ThenNothing()
        .When(new ExtendCountdown(1, Monday.AddMinutes(2))).Then(new CountdownSet(Monday.AddMinutes(6), Monday.AddMinutes(2)))
        .When(new ExtendCountdown(1, Monday.AddMinutes(8))).Then(new CountdownSet(Monday.AddMinutes(9), Monday.AddMinutes(8)))
        .When(new StopCountdown(Monday.AddMinutes(8))).Then(new CountdownSet(null, Monday.AddMinutes(8))).When(new StopCountdown(Monday.AddMinutes(8))).ThenNothing()
        .When(new ExtendCountdown(1, Monday.AddMinutes(9))).ThenNothing();

    [Theory, InlineData(0), InlineData(61), InlineData(-1)]
    public void A_countdown_lasts_one_to_sixty_minutes(int minutes)
    {
        Started.When(new StartCountdown(minutes, Monday)).ThenRefused(Reason.CountdownWrong);
        Started.When(new ExtendCountdown(minutes, Monday)).ThenRefused(Reason.CountdownWrong);
    }

    [Fact]
    public void The_wall_shows_how_to_join_once_and_until_it_is_taken_away() => Started
        .When(new ShowJoining(true, Monday)).Then(new JoiningShown(true)).When(new ShowJoining(true, Monday)).ThenNothing()
        .When(new ShowJoining(false, Monday)).Then(new JoiningShown(false));

    [Fact]
    public void A_message_is_not_too_long() => Started.When(new SendMessage(new string('a', 201), Monday)).ThenRefused(Reason.MessageTooLong);

    [Fact, Rule("T1")]
    public void The_facilitator_chooses_how_people_come_to_a_table() => Started.When(new ChooseSeating(Seating.Mix, Monday)).Then(new SeatingChosen(Seating.Mix)).When(new ChooseSeating(Seating.Mix, Monday)).ThenNothing();

    [Fact]
    public void A_closed_workshop_takes_no_more_and_can_be_opened_again() => Started
        .When(new CloseWorkshop(Monday)).Then(new WorkshopClosed(Monday)).When(new CloseWorkshop(Monday)).ThenNothing()
        .When(new ReopenWorkshop(Monday)).Then(new WorkshopReopened(Monday)).When(new ReopenWorkshop(Monday)).ThenNothing();

    [Fact, Rule("W10")]
    public void A_workshop_that_comes_back_from_the_bin_or_was_closed_has_still_to_begin_when_it_had_not()
    {
        foreach (var (away, back) in new (WorkshopCommand, WorkshopCommand)[] { (new CloseWorkshop(Monday), new ReopenWorkshop(Monday)), (new BinWorkshop(Monday), new RestoreWorkshop(Monday)) })
        {
            Started.After(away, back).When(new ReopenWorkshop(Monday)).ThenNothing().And(workshop => Assert.Equal(GameState.NotOpened, workshop.Game));
            Started.After(new StartGame(Monday), away, back).When(new ReopenWorkshop(Monday)).ThenNothing().And(workshop => Assert.Equal(GameState.Stopped, workshop.Game));
        }
    }

    [Fact]
    public void In_a_closed_workshop_the_game_does_not_start() => Started.After(new CloseWorkshop(Monday)).When(new StartGame(Monday)).ThenRefused(Reason.WorkshopClosed);

    [Fact, Rule("W1")]
    public void The_private_link_is_renewed() => Started.When(new RenewFacilitatorLink("new", Monday)).Then(new FacilitatorLinkRenewed("new")).When(new RenewFacilitatorLink("new", Monday)).ThenNothing();

    [Fact, Rule("W3")]
    public void A_code_leads_to_one_workshop_for_good()
    {
        var (one, other) = (new WorkshopId(new Guid(1, 0, 0, new byte[8])), new WorkshopId(new Guid(2, 0, 0, new byte[8])));
        var story = new Story<CodeOwner, CodeCommand, CodeEvent>(CodeOwner.Empty, CodeOwner.Decide, CodeOwner.Evolve);
        story.When(new GiveCode(one)).Then(new CodeGiven(one)).When(new GiveCode(one)).ThenNothing().When(new GiveCode(other)).ThenRefused(Reason.CodeTaken);
    }
}

[Rule("W3")]
public class TypingACode
{
    [Theory, InlineData("K7P4WM"), InlineData("k7p4wm"), InlineData("K7P 4WM"), InlineData(" k7p-4wm ")]
    public void Case_spaces_and_dashes_do_not_matter(string typed)
    {
        Assert.True(JoinCode.TryRead(typed, out var code));
        Assert.Equal("K7P4WM", code.Value.Value);
    }

    [Theory, InlineData("K7P4W"), InlineData("K7P4WMX"), InlineData("K7P4W0"), InlineData("K7P4WI"), InlineData(""), InlineData(null), InlineData("K7P4WL"), InlineData("čččččč")]
    public void What_cannot_be_a_code_is_none(string? typed) => Assert.False(JoinCode.TryRead(typed, out _));

    [Fact]
    public void Nothing_in_the_alphabet_looks_like_something_else() => Assert.Empty("0O1IL".Intersect(JoinCode.Alphabet));

    [Fact]
    public void It_is_said_in_two_groups() => Assert.Equal("K7P 4WM", JoinCode.TryRead("K7P4WM", out var code) ? code.Value.Spoken : "");
}

[Rule("T1")]
public class FindingATable
{
    private static readonly TableId One = new(new Guid(1, 0, 0, new byte[8])), Two = new(new Guid(2, 0, 0, new byte[8]));

    [Fact]
    public void Spread_goes_to_the_emptiest_table() => Assert.Equal(Two, TableFinder.For(Seating.Spread, "", [new(One, 8, ["", ""]), new(Two, 8, [""])]));

    [Fact]
    public void Mix_goes_to_where_fewest_sit_from_the_same_department() =>
        Assert.Equal(One, TableFinder.For(Seating.Mix, "vergunningen", [new(One, 8, ["Burgerzaken", "Burgerzaken"]), new(Two, 8, ["Vergunningen"])]));

    [Fact]
    public void A_full_table_is_passed_over() => Assert.Equal(Two, TableFinder.For(Seating.Spread, "", [new(One, 1, [""]), new(Two, 8, ["", ""])]));

    [Fact]
    public void When_all_are_full_there_is_none() => Assert.Null(TableFinder.For(Seating.Spread, "", [new(One, 1, [""])]));
}
