using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Domain.Tests.Reports;

/// <summary>A workshop of some tables, told in events, and the reports that were made of it.</summary>
internal sealed class AReport
{
    public static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly Deck Small = new(
        "leerklimaat", 1, "nl", "Een goed leerklimaat", "", "", "", Board.Default,
        [new("veiligheid", "Veiligheid", ""), new("openheid", "Openheid", ""), new("tijd", "Tijd", "")],
        [
            new("oefenkaart", CardKind.Practice, "openheid", "practice", "De koffie is lekker.", "", ""),
            new("veiligheid-1", CardKind.Statement, "veiligheid", "factors", "Fouten melden we.", "", ""),
            new("veiligheid-2", CardKind.Statement, "veiligheid", "factors", "Vragen mag.", "", ""),
            new("openheid-1", CardKind.Statement, "openheid", "factors", "We zeggen wat we denken.", "", ""),
            new("tijd-1", CardKind.Statement, "tijd", "factors", "Er is tijd om te leren.", "", ""),
        ]);

    private readonly Dictionary<int, List<TableEvent>> happened = [];
    private Rehearsal? rehearsal;

    public AReport(params int[] people)
    {
        for (var table = 1; table <= people.Length; table++)
        {
            happened[table] = [new TableLaid(new(Guid.Empty, table, "leerklimaat", Board.Default, 12)), new GameOpened()];
            happened[table].AddRange(Enumerable.Range(1, people[table - 1]).Select(seat => new SeatTaken(new(seat), seat, default, $"Naam{table}{seat}", "", "")));
        }
    }

    public Deck Deck { get; init; } = Small;

    public int Tables => happened.Count;

    public Plenary Plenary { get; private set; } = Plenary.Empty;

    /// <summary>What was answered to the questions of the programme.</summary>
    public ImmutableArray<ReportedQuestion> Questions { get; init; } = [];

    public Purpose Purpose { get; init; } = Purpose.None;

    public Publications Publications { get; private set; } = Publications.Empty;

    public AReport Happens(int table, params TableEvent[] events)
    {
        happened[table].AddRange(events);
        return this;
    }

    /// <summary>On which device each seat of this table plays, the first seat first.</summary>
    public AReport On(int table, params int[] devices)
    {
        happened[table] = [.. happened[table].Select(one => one is SeatTaken seat ? seat with { Device = new(new Guid(devices[seat.Seat.Value - 1], 9, 0, [0, 0, 0, 0, 0, 0, 0, 0])) } : one)];
        return this;
    }

    /// <summary>Plays a card to its pile. Squares are those of seat 1 and up; −1 for who does not place.</summary>
    public AReport Plays(int table, string card, int[] first, int[]? second = null, Pile pile = Pile.Green, RoundKind kind = RoundKind.Statement, Story[]? stories = null, bool isReversed = false)
    {
        Happens(table, new CardChosen(State(table).RoundsBegun + 1, new(card), kind, ChosenBy.Picked, null, Monday) { IsReversed = isReversed });
        Happens(table, [.. Placed(first).Select(pawn => new PawnPlaced(pawn.Seat, pawn.Place)), new PawnsRevealed()]);
        Tells(table, stories ?? []);
        if (second is null) Happens(table, new SecondPlacementSkipped());
        else Happens(table, [new SecondPlacementOpened(), .. Placed(second).Select(pawn => new PawnPlacedAgain(pawn.Seat, pawn.Place)), new SecondPawnsRevealed()]);
        return Happens(table, new CardLaid(kind == RoundKind.Practice ? null : pile, null));
    }

    /// <summary>What each seat tells about the card that lies on the table, the first seat first.</summary>
    public AReport Tells(int table, params Story[] stories) => Happens(table, [.. stories.Select((story, index) => new TurnFinished(new(index + 1), story))]);

    /// <summary>Tells about a card, which then waits for its second placement (G7).</summary>
    public AReport Holds(int table, string card, int[] first) => Happens(table,
        [new CardChosen(State(table).RoundsBegun + 1, new(card), RoundKind.Statement, ChosenBy.Picked, null, Monday), .. Placed(first).Select(pawn => new PawnPlaced(pawn.Seat, pawn.Place)), new PawnsRevealed(), new CardHeld()]);

    /// <summary>Places again on the first card that waits, and lays it on its pile.</summary>
    public AReport PlacesAgain(int table, int[] second, Pile pile = Pile.Green) => Happens(table,
        [new HeldCardTaken(State(table).Held.First().Number, Monday), .. Placed(second).Select(pawn => new PawnPlacedAgain(pawn.Seat, pawn.Place)), new SecondPawnsRevealed(), new CardLaid(pile, null)]);

    public AReport Writes(int table, string text, NoteKind kind = NoteKind.Green, string signedBy = "") =>
        Happens(table, new NoteWritten(new(new Guid(happened[table].Count, (short)table, 0, [0, 0, 0, 0, 0, 0, 0, 0])), kind, text, "proof", signedBy));

    public WorkshopReport Make(int minimum = Disclosure.Minimum)
    {
        var making = new ReportMaking(Workshop, happened.Keys.ToDictionary(Id, State), Plenary, Deck);
        Publications = Publications.Decide(Publications, new ShowGroups(making.Played, minimum, At: Monday)
        {
            Stories = PlayedCards.Stories(Workshop, happened.Keys.ToDictionary(Id, State)),
            Rounds = PlayedCards.Rounds(Workshop, happened.Keys.ToDictionary(Id, State)),
        }).Events.Aggregate(Publications, Publications.Evolve);
        return Look(minimum);
    }

    /// <summary>As somebody sees it who looks and publishes nothing.</summary>
    public WorkshopReport Look(int minimum = Disclosure.Minimum) => new ReportMaking(Workshop, happened.Keys.ToDictionary(Id, State), Plenary, Deck).Make(Publications, Questions, minimum);

    /// <summary>Something that happened in the plenary.</summary>
    public AReport Agrees(params PlenaryEvent[] events)
    {
        Plenary = events.Aggregate(Plenary, Plenary.Evolve);
        return this;
    }

    /// <summary>The screen shows a card, as far as it may be shown.</summary>
    public CardPicture? Pictures(string card, int minimum = Disclosure.Minimum)
    {
        Show([.. PlayedCards.Told(Workshop, happened.Keys.ToDictionary(Id, State)).Where(played => played.Card.Value == card)], minimum);
        return CardPicture.Draw(new(card), Board.Default, Publications);
    }

    /// <summary>Stand-ins play at these tables.</summary>
    public AReport Rehearses(params int[] tables)
    {
        rehearsal = new([.. tables.Select(Id)], 5, Tempo.Real, Monday);
        return this;
    }

    public void Forget() => Publications = Publications.Empty;

    public Table State(int table) => happened[table].Aggregate(Table.Empty, Table.Evolve);

    private void Show(ImmutableArray<PlayedCard> cards, int minimum) =>
        Publications = Publications.Decide(Publications, new ShowGroups(cards, minimum) { Stories = Publications.Stories }).Events.Aggregate(Publications, Publications.Evolve);

    private Workshop Workshop => Domain.Workshops.Workshop.Empty with
    {
        Purpose = Purpose,
        Title = "Samen leren",
        Deck = "leerklimaat",
        StartedAt = Monday,
        OpenedAt = Monday,
        Rehearsal = rehearsal,
        Tables = [.. happened.Keys.Order().Select(table => new WorkshopTable(Id(table), table, "", 8))],
    };

    private static TableId Id(int table) => new(new Guid(table, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    private static ImmutableArray<Placement> Placed(int[] squares) =>
        [.. squares.Select((square, index) => new Placement(new(index + 1), new(square))).Where(pawn => pawn.Place.Square >= 0)];
}
