using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Tables;

/// <summary>What everybody at a table, and its screen, may see. There is no unrevealed pawn in it, whoever looks.</summary>
/// <param name="OwnStamp">Changes when a page must get its own part anew.</param>
public sealed record TableView(
    TableId Id, int Number, GameState Game, string Message, bool HasAskedForHelp, Board Board,
    Sequence<SeatView> Seats, Sequence<ClaimView> Claims, SeatView? Host,
    RoundView? Round, ChooserView? Chooser, PilesView Piles, string OwnStamp, long Version)
{
    /// <summary>The seats that lately went to another device; the table can undo it (T2).</summary>
    public Sequence<SeatView> HandedOver { get; init; } = [];

    /// <summary>What waits for its second placement.</summary>
    public HeldView Held { get; init; } = HeldView.None;

    /// <summary>Stand-ins play here (W11).</summary>
    public bool IsRehearsed { get; init; }

    /// <summary>The part of the programme that everybody is at.</summary>
    public PartView Part { get; init; } = PartView.None;

    /// <summary>What lies on top of the page: the card, with what the facilitator says and whom the table must recognise.</summary>
    public OnTableView OnTable => new(
        Id, Number, Game, Message, [.. Claims.Select(claim => claim with { Seat = claim.Seat.AtRest })],
        Round is { } round ? round with { Reader = round.Reader?.AtRest, Case = round.Case?.AtRest, Ready = 0, Expected = 0, Pawns = [], Teller = null, Turns = [], Result = null, Notes = NotesView.None } : null,
        Piles.Count, Round is null ? Held : HeldView.None)
    {
        IsRehearsed = IsRehearsed,
        HandedOver = [.. HandedOver.Select(seat => seat.AtRest)],
    };

    /// <summary>How far the placement is that is going on.</summary>
    public CountView Count => Round is { IsPlacing: true } round
        ? new(round.Expected, [.. Seats.Where(seat => seat is { IsPlacer: true, HasPlaced: true }).Select(seat => seat.Pawn)], [.. Seats.Where(seat => seat is { IsPlacer: true, HasPlaced: false }).Select(seat => seat.Name)])
        : CountView.None;

    /// <summary>The way to turn the pawns over.</summary>
    public RevealView Reveal => Round is { IsPlacing: true } round ? new(Id, round.Phase, round.IsEverybodyReady) : RevealView.None;

    /// <summary>What the table does now, but for the count.</summary>
    public TableView Play => this with
    {
        Seats = [.. Seats.Select(seat => seat with { HasPlaced = false })],
        Message = "",
        Part = PartView.None,
        HasAskedForHelp = false,
        Claims = [],
        HandedOver = [],
        Chooser = Chooser is { } chooser ? chooser with { Factors = [] } : null,
        Piles = PilesView.Empty,
        Version = 0,
        Host = Host?.AtRest,
        Round = Round is { } round ? round with { Ready = 0, Reader = null, Case = round.Case?.AtRest, Notes = NotesView.None } : null,
    };

    /// <summary>What the projected screen shows.</summary>
    public TableView Screen => this with { Part = PartView.None, HasAskedForHelp = false, Claims = [], HandedOver = [], Chooser = null, OwnStamp = "", Version = 0, Round = Round is { } round ? round with { Notes = NotesView.None } : null };

    /// <summary>What is needed now and then.</summary>
    public MoreView More => new(Id, HasAskedForHelp, [.. Seats.Select(seat => seat.AtRest)], Host?.Number, Round?.Phase, Round?.Card.Id, Round?.Clock is not null, ScreenKey);

    /// <summary>With which the people of the table open its screen on another machine.</summary>
    public string ScreenKey { get; init; } = "";
}

/// <summary>The card on the table and what is said above it.</summary>
public sealed record OnTableView(TableId Id, int Number, GameState Game, string Message, Sequence<ClaimView> Claims, RoundView? Round, int Played, HeldView Held)
{
    /// <summary>Stand-ins play here (W11).</summary>
    public bool IsRehearsed { get; init; }

    /// <summary>The seats that lately went to another device.</summary>
    public Sequence<SeatView> HandedOver { get; init; } = [];
}

/// <summary>Help, the clock and who is here.</summary>
/// <param name="Card">The card that can still be skipped.</param>
public sealed record MoreView(TableId Id, bool HasAskedForHelp, Sequence<SeatView> Seats, int? Host, Phase? Phase, string? Card, bool HasClock, string ScreenKey);

/// <summary>A seat as the others see it.</summary>
/// <param name="Name">The given name, or the pawn's name in the reader's language.</param>
/// <param name="HasPlaced">Whether the pawn lies in the placement that is going on; never where.</param>
public sealed record SeatView(int Number, int Pawn, string Name, bool IsAway, bool HasPlaced, bool IsPlacer)
{
    /// <summary>The seat where it does not matter whether its pawn lies.</summary>
    public SeatView AtRest => this with { HasPlaced = false, IsPlacer = false };
}

/// <summary>Somebody says that this seat is theirs.</summary>
public sealed record ClaimView(SeatView Seat);

/// <summary>The card on the table, as text.</summary>
public sealed record CardView(string Id, string Factor, string Text, string Plain, string Source, string HappensNow);

/// <summary>A round as the table sees it.</summary>
public sealed record RoundView(
    int Number, RoundKind Kind, Phase Phase, CardView Card, SeatView? Reader, SeatView? Case, DateTimeOffset BeganAt,
    int Ready, int Expected, Sequence<PawnView> Pawns, SeatView? Teller, Sequence<TurnView> Turns,
    ResultView? Result, ClockView? Clock, NotesView Notes)
{
    public bool IsPlacing => Phase is Phase.FirstPlacement or Phase.SecondPlacement;

    public bool IsEverybodyReady => Expected > 0 && Ready == Expected;
}

/// <summary>How many pawns lie, covered.</summary>
/// <param name="Laid">Whose: the pawns, never where.</param>
/// <param name="Thinking">The names of who has not placed yet.</param>
public sealed record CountView(int Expected, Sequence<int> Laid, Sequence<string> Thinking)
{
    public static readonly CountView None = new(0, [], []);

    public bool IsShown => Expected > 0;
}

/// <summary>The button that turns the pawns over, in this phase.</summary>
public sealed record RevealView(TableId Table, Phase? Phase, bool IsEverybodyReady)
{
    public static readonly RevealView None = new(default, null, false);
}

/// <summary>A pawn that lies open: where it stands, and where it came from when it was placed again.</summary>
public sealed record PawnView(SeatView Seat, Place Place, Place? From);

/// <summary>A seat in the order of telling, and what it did with its turn.</summary>
public sealed record TurnView(SeatView Seat, Story? Story);

/// <summary>The points of a card added up, and the pile they propose.</summary>
public sealed record ResultView(int Counting, int Sum, int Lowest, int Highest, double? Score, Pile? Proposal, int Up, int Down, int Same);

/// <summary>The soft clock of a round.</summary>
public sealed record ClockView(DateTimeOffset EndsAt, bool HasRung, TimeSpan Extension);

/// <summary>The newest notes on the card; all of them for who asks, so that each change stays small.</summary>
public sealed record NotesView(TableId Table, Sequence<NoteView> Newest, int All)
{
    public const int Most = 24;

    public static readonly NotesView None = new(default, [], 0);
}

/// <summary>A note as everybody sees it; who wrote it is known only when it is signed.</summary>
public sealed record NoteView(Guid Id, NoteKind Kind, string Text, string SignedBy);

/// <summary>The cards that wait for their second placement (G7).</summary>
/// <param name="MayTake">The table may place them again now.</param>
/// <param name="TakesNext">The card on the table will wait too when it has been told.</param>
public sealed record HeldView(int Cards, bool MayTake, bool TakesNext)
{
    public static readonly HeldView None = new(0, false, false);
}

/// <summary>Between two cards: all that can be chosen, by factor, and what players find worth playing.</summary>
/// <param name="Practice">The practice card, while it can still be played.</param>
/// <param name="Host">Who alone chooses; nothing where everybody may.</param>
public sealed record ChooserView(TableId Table, string? Practice, Sequence<FactorView> Factors, Sequence<string> Skipped, Sequence<StarredView> Starred, SeatView? Host)
{
    /// <summary>While a card is played there is nothing to choose.</summary>
    public static readonly ChooserView Closed = new(default, null, [], [], [], null);

    public bool IsOpen => this != Closed;
}

/// <summary>A factor and how many of its cards have not been played at this table.</summary>
public sealed record FactorView(string Id, string Name, int Cards);

/// <summary>The cards of one factor that have not been played at this table, with one's own stars: fetched by who folds the factor open.</summary>
public sealed record FactorCardsView(TableId Table, string Factor, Sequence<CardView> Cards, Sequence<string> Skipped, Sequence<string> Stars);

/// <summary>A card with its stars.</summary>
public sealed record StarredView(CardView Card, int Stars);

/// <summary>The cards that were played, by pile.</summary>
public sealed record PilesView(Sequence<PlayedView> Green, Sequence<PlayedView> Red)
{
    public static readonly PilesView Empty = new([], []);

    public int Count => Green.Count + Red.Count;
}

/// <summary>A played card on its pile.</summary>
public sealed record PlayedView(int Round, CardView Card, Pile Pile, Pile? Proposed, int Notes);
