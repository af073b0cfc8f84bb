using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json;
using CsCheck;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Tables;

/// <summary>What must hold for all of them, whatever a table is doing.</summary>
public class EveryEventAndCommand : ATable
{
    private static readonly NoteId Note = new(new Guid("00000000-0000-0000-0000-000000000001"));

    private static readonly TableCommand[] Commands =
    [
        new LayTable(new(Guid.Empty, 1, "x", Domain.Decks.Board.Default, 3), Monday), new LayTable(new(Guid.Empty, 1, "x", Domain.Decks.Board.Default, 5, "De Uilen"), Monday), new TakeTableAway(Monday), new OpenGame(Monday), new StopGame(Monday), new ShowMessage("Hoi", Monday), new ShowCountdown(Monday.AddMinutes(5), Monday), new ShowCountdown(null, Monday),
        new TakeSeat(DennisPhone, "", "d", "", Monday), new ReturnToSeat(DennisPhone, "code-anna", Monday), new ClaimSeat(DennisPhone, Anna, Monday), new GiveSeatBack(BramsPhone, Anna, Monday), new RingClock(1, Monday, Monday),
        new EndHelp(Monday), new StepBack(Monday), new TakeCardBack(1, Monday), new HideNote(Note, Monday), new ShowNote(Note, Monday),
        new RenameSeat(Anna, AnnasPhone, "A", Monday), new ChangePawn(Anna, AnnasPhone, 8, Monday), new LeaveTable(Anna, AnnasPhone, Monday), new ComeBack(Anna, AnnasPhone, Monday),
        new SetAside(Anna, AnnasPhone, Bram, Monday), new AnswerClaim(Bram, BramsPhone, Anna, false, Monday), new AnswerClaim(Bram, BramsPhone, Anna, true, Monday.AddHours(1)), new ChooseHost(Anna, AnnasPhone, Bram, Monday),
        new AskForHelp(Anna, AnnasPhone, Monday), new WithdrawHelp(Anna, AnnasPhone, Monday), new StarCard(Anna, AnnasPhone, Safety, Monday), new UnstarCard(Anna, AnnasPhone, Safety, Monday),
        Place(Anna, 1), Place(Bram, 2), Place(Chaima, 0), Write(Anna, Note, "Koffie"), new ChangeNote(Anna, AnnasPhone, Note, "Thee", "proof", Monday),
        new WithdrawNote(Anna, AnnasPhone, Note, "proof", Monday), new RestoreNote(Anna, AnnasPhone, Note, "proof", Monday), Choose(Anna, Safety), Choose(Bram, Openness),
        new BringCase(Bram, BramsPhone, CardId.OfCase(Note.Value), "Casus", "", Monday), new SkipCard(Anna, AnnasPhone, Safety, Monday), new SkipPractice(Anna, AnnasPhone, Monday),
        Reveal(Anna, anyway: true), Tell(Anna), Tell(Bram, Story.Passed), Tell(Chaima), new OpenSecondPlacement(Anna, AnnasPhone, true, Monday),
        new SkipSecondPlacement(Anna, AnnasPhone, Monday), new TakeAlong(Bram, BramsPhone, Note, true, Monday), new LayCard(Anna, AnnasPhone, Pile.Green, Monday), new SetClock(Anna, AnnasPhone, 1, Monday),
        new ExtendClock(Anna, AnnasPhone, Monday), new PutClockAway(Anna, AnnasPhone, Monday),
        new CallNote(Anna, AnnasPhone, Note, NoteKind.Activity, Monday), new KeepNote(Anna, AnnasPhone, Note, true, Monday), new KeepRound(Anna, AnnasPhone, 1, true, Monday), new GiveHarvest(Anna, AnnasPhone, Monday),
        new SetSecondMoment(SecondMoment.AtTheEnd, Monday), new OpenHeldCards(Monday), new CloseHeldCards(Monday), new TakeHeldCard(Anna, AnnasPhone, Monday),
        new SeatOnPaper(5, Monday), new SeatOnPaper(2, Monday), new EnterPaperRound(new(null, Openness, null, [new(Anna, new(1)), new(Bram, new(4))], [], [], Pile.Green, [new(Note, NoteKind.Need, "Tijd")]), Monday),
        new EnterPaperRound(new(null, CardId.OfCase(Guid.Empty), new(Bram, "Casus", ""), [new(Anna, new(1))], [], [], null, [new(new(Guid.Empty), NoteKind.Green, "Zo doen wij het") { IsTaken = true }]), Monday),
    ];

    [Fact]
    public void There_is_a_sample_of_every_command() =>
        Assert.Equal(KindsOf(typeof(TableCommand)).Except([typeof(SeatCommand), typeof(MoveCommand)]).Select(type => type.Name).Order(), Commands.Select(command => command.GetType().Name).Distinct().Order());

    [Fact]
    public void Every_command_is_decided_in_every_situation()
    {
        foreach (var story in (Func<Story<Table, TableCommand, TableEvent>>[])[() => Nothing, () => Laid, () => Seated, () => Placing, () => Telling, () => PlacingAgain, () => AddingUp, () => Played])
            foreach (var command in Commands) story().When(command);
    }

    [Fact]
    public void Stored_names_may_only_be_added()
    {
        var known = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Tables", "stored-names.txt"));
        var names = new[] { typeof(TableEvent), typeof(WorkshopEvent), typeof(CodeEvent), typeof(PublicationEvent), typeof(BinEvent), typeof(QuestionEvent), typeof(Domain.OwnDecks.DeckEvent), typeof(Domain.FollowUps.FollowUpEvent), typeof(Domain.Guests.GuestEvent) }
            .SelectMany(type => type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(stored => $"{type.Name} {stored.TypeDiscriminator} {string.Join(',', stored.DerivedType.GetProperties().Select(property => property.Name))}")).ToList();

        Assert.Empty(known.Except(names));
        Assert.Empty(names.Except(known));
    }

    [Fact]
    public void A_stored_board_is_its_squares_and_an_older_one_with_more_can_be_read()
    {
        var board = JsonSerializer.Serialize(Domain.Decks.Board.Default);
        Assert.Equal(["Squares"], JsonDocument.Parse(board).RootElement.EnumerateObject().Select(property => property.Name));

        var older = board[..^1] + ",\"LowestPoints\":1,\"HighestPoints\":4}";
        Assert.Equal(Domain.Decks.Board.Default, JsonSerializer.Deserialize<Domain.Decks.Board>(older));
    }

    [Theory, InlineData(typeof(TableEvent)), InlineData(typeof(WorkshopEvent)), InlineData(typeof(CodeEvent)), InlineData(typeof(BinEvent)), InlineData(typeof(BinCommand)), InlineData(typeof(TableCommand)), InlineData(typeof(WorkshopCommand)), InlineData(typeof(PublicationEvent)), InlineData(typeof(PublicationCommand)), InlineData(typeof(Domain.OwnDecks.DeckEvent)), InlineData(typeof(Domain.OwnDecks.DeckCommand)), InlineData(typeof(Domain.FollowUps.FollowUpEvent)), InlineData(typeof(Domain.FollowUps.FollowUpCommand)), InlineData(typeof(Domain.Guests.GuestEvent)), InlineData(typeof(Domain.Guests.GuestCommand))]
    public void Every_kind_has_a_name(Type kind) =>
        Assert.Equal(KindsOf(kind).Where(type => !type.IsAbstract).Order(ByName), kind.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(stored => stored.DerivedType).Order(ByName));

    [Fact, Rule("L2")]
    public void A_command_twice_has_no_second_effect_and_replay_is_the_same_as_live() =>
        Gen.Int[0, Commands.Length - 1].Select(number => Commands[number]).Array[0, 80].Sample(
            commands =>
            {
                var live = Seated.State;
                var happened = new List<TableEvent>();
                foreach (var command in commands)
                {
                    happened.AddRange(Step(ref live, command));
                    Assert.Empty(Repeats(command) ? [] : Step(ref live, command));
                    Sound(live);
                }

                Assert.Equal(Text(live), Text(happened.Select(Stored).Aggregate(Seated.State, Table.Evolve)));
            },
            iter: 2000);

    // These say "do what comes next": a second one comes next again. Their command id makes them once-only (see the journal).
    private static bool Repeats(TableCommand command) => command is StepBack or TakeSeat or SetClock or ExtendClock or LayCard;

    private static List<TableEvent> Step(ref Table table, TableCommand command)
    {
        var events = Table.Decide(table, command).Events.ToList();
        table = events.Aggregate(table, Table.Evolve);
        return events;
    }

    private static void Sound(Table table)
    {
        Assert.Equal(table.Seats.Length, table.Seats.Select(seat => seat.Pawn).Distinct().Count());
        Assert.All(table.Played, round => Assert.True(round.Pile is not null || round.IsHeld || round.Kind == RoundKind.Practice));
        Assert.All(table.Played.Add(table.Round ?? new(0, Safety, RoundKind.Statement, null, Monday)), round => Assert.All(round.First.AddRange(round.Second), pawn => Assert.True(table.Setting!.Board.Has(pawn.Place))));
        Assert.Equal(table.Played.Length, table.Played.Select(round => round.Number).Distinct().Count());
    }

    private static TableEvent Stored(TableEvent happened) => JsonSerializer.Deserialize<TableEvent>(JsonSerializer.Serialize(happened))!;

    private static string Text(Table table) => JsonSerializer.Serialize(table);

    private static IEnumerable<Type> KindsOf(Type kind) => kind.Assembly.GetTypes().Where(type => type.IsSubclassOf(kind));

    private static readonly IComparer<Type> ByName = Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name));
}
