using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Tables;

/// <summary>What everybody at a table, and its screen, may see. There is no unrevealed pawn in it, whoever looks.</summary>
/// <param name="OwnStamp">Changes when a page must get its own part anew.</param>
public sealed record TableView(
    TableId Id, int Number, GameState Game, MessageView Message, bool HasAskedForHelp, Board Board,
    Sequence<SeatView> Seats, Sequence<ClaimView> Claims, SeatView? Host,
    RoundView? Round, ChooserView? Chooser, PilesView Piles, string OwnStamp, long Version)
{
    /// <summary>The seats that lately went to another device; the table can undo it (T2).</summary>
    public Sequence<SeatView> HandedOver { get; init; } = [];

    /// <summary>What waits for its second placement.</summary>
    public HeldView Held { get; init; } = HeldView.None;

    /// <summary>Stand-ins play here (W11).</summary>
    public bool IsRehearsed { get; init; }

    /// <summary>The pile of the card that was laid last; nothing before the first.</summary>
    public Pile? LastLaid { get; init; }

    /// <summary>The part of the programme that everybody is at.</summary>
    public PartView Part { get; init; } = PartView.None;

    /// <summary>What lies on top of the page: the card, with what the facilitator says and whom the table must recognise.</summary>
    public OnTableView OnTable => new(
        Id, Number, Game, Message, [.. Claims.Select(claim => claim with { Seat = claim.Seat.AtRest })],
        Round is { } round ? round with { Phase = IsNew(round) ? Phase.FirstPlacement : Phase.Telling, Reader = IsNew(round) ? round.Reader?.AtRest : null, Case = round.Case?.AtRest, Ready = 0, Expected = 0, Pawns = [], Teller = null, Turns = [], Result = null, Notes = NotesView.None } : null,
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

    /// <summary>What the table does now.</summary>
    public PlayView Play => new(
        Id, Game, Stage, OwnStamp,
        Game == GameState.Open ? [] : [.. Seats.Select(seat => seat.AtRest)], IsChoosing ? Chooser?.Starred ?? [] : [], Round?.Clock is { HasRung: true } clock ? clock : null);

    /// <summary>The phase of the round, or that the table waits or chooses: by it the page shows what belongs to it.</summary>
    public string Stage => Game != GameState.Open ? "Waiting" : Round is { } round ? round.Phase.ToString() : "Choosing";

    /// <summary>Between two cards.</summary>
    public bool IsChoosing => Game == GameState.Open && Round is null;

    /// <summary>The pawns that are to be placed.</summary>
    public TrayView Tray => new([.. Seats.Where(seat => seat.IsPlacer).Select(seat => seat.Pawn)]);

    /// <summary>Whose turn it is to tell.</summary>
    public TellerView Teller => new(Id, Telling is not null, Telling?.Teller?.AtRest, Held.TakesNext);

    /// <summary>The pawns that lie open.</summary>
    public OpenBoardView OpenBoard => Game == GameState.Open && Round is { IsPlacing: false } round ? new(true, Board, Seats.Count, [.. round.Pawns.Select(pawn => pawn with { Seat = pawn.Seat.AtRest })]) : OpenBoardView.None;

    /// <summary>The order of telling.</summary>
    public TurnsView Turns => new(Telling is { } round ? [.. round.Turns.Select(turn => turn.Seat.AtRest)] : []);

    /// <summary>What each told, when any has. It is another when the order is another, which is drawn without it.</summary>
    public IEnumerable<ToldView> Told
    {
        get
        {
            if (Telling is not { } round || round.Turns.All(turn => turn.Story is null)) return [];
            var turns = Turns;
            return round.Turns.Select(turn => new ToldView(turns, turn.Seat.Number, turn.Story));
        }
    }

    /// <summary>The way to the second placement.</summary>
    public AgainView Again => new(Id, Telling is not null, Telling is { Teller: null }, Held.TakesNext);

    /// <summary>The pile that is proposed, when all have placed for the last time.</summary>
    public PileView Pile => Round is { Phase: Phase.AddingUp or Phase.Closed } round ? new(Id, round.Kind, round.Result) : new(Id, null, null);

    private RoundView? Telling => Round is { Phase: Phase.Telling } round ? round : null;

    /// <summary>The card has not been turned over, and is read aloud.</summary>
    private static bool IsNew(RoundView round) => round.Phase == Phase.FirstPlacement;

    /// <summary>What the projected screen shows.</summary>
    public TableView Screen => this with { Part = PartView.None, HasAskedForHelp = false, Claims = [], HandedOver = [], Chooser = null, OwnStamp = "", Version = 0, Round = Round is { } round ? round with { Notes = NotesView.None } : null };

    /// <summary>The way to the facilitator.</summary>
    public HelpView Help => new(Id, HasAskedForHelp);

    /// <summary>The soft clock, while a card is played.</summary>
    public ClockToolsView ClockTools => new(Id, Round?.Clock is not null);

    /// <summary>Who is here.</summary>
    public PeopleView People => new(Id, [.. Seats.Select(seat => seat.AtRest)], Host?.Number, ScreenKey);

    /// <summary>With which the people of the table open its screen on another machine.</summary>
    public string ScreenKey { get; init; } = "";
}

/// <summary>The card on the table and what is said above it.</summary>
public sealed record OnTableView(TableId Id, int Number, GameState Game, MessageView Message, Sequence<ClaimView> Claims, RoundView? Round, int Played, HeldView Held)
{
    /// <summary>Stand-ins play here (W11).</summary>
    public bool IsRehearsed { get; init; }

    /// <summary>The seats that lately went to another device.</summary>
    public Sequence<SeatView> HandedOver { get; init; } = [];
}

/// <summary>At what the table is, and what it is told then.</summary>
/// <param name="Stage">The phase of the round, or that it waits or chooses: by it the page shows what belongs to it.</param>
/// <param name="Seats">Who is here, while the table waits.</param>
/// <param name="Starred">What players find worth playing, between two cards.</param>
/// <param name="Rung">The clock that has rung.</param>
public sealed record PlayView(TableId Id, GameState Game, string Stage, string OwnStamp, Sequence<SeatView> Seats, Sequence<StarredView> Starred, ClockView? Rung);

/// <summary>The pawns that are to be placed, by number.</summary>
public sealed record TrayView(Sequence<int> Placers);

/// <summary>Whose turn it is to tell; nobody's when all have told.</summary>
/// <param name="TakesNext">The second placement comes later, and another card is next.</param>
public sealed record TellerView(TableId Table, bool IsTelling, SeatView? Teller, bool TakesNext);

/// <summary>The board with the pawns that lie open.</summary>
/// <param name="Seats">How many sit at the table, by which the board has its size.</param>
public sealed record OpenBoardView(bool IsOpen, Board Board, int Seats, Sequence<PawnView> Pawns)
{
    public static readonly OpenBoardView None = new(false, Board.Default, 0, []);
}

/// <summary>In which order people tell.</summary>
public sealed record TurnsView(Sequence<SeatView> Order);

/// <summary>What one of that order told; nothing yet, or that they passed.</summary>
public sealed record ToldView(TurnsView Turns, int Seat, Story? Story);

/// <summary>The button that begins the second placement.</summary>
public sealed record AgainView(TableId Table, bool IsTelling, bool HaveAllTold, bool TakesNext);

/// <summary>What the table lays on which pile; nothing while it is not that far.</summary>
public sealed record PileView(TableId Table, RoundKind? Kind, ResultView? Result);

/// <summary>Whether the table has asked for help.</summary>
public sealed record HelpView(TableId Table, bool HasAsked);

/// <summary>Whether the clock of a card is set.</summary>
public sealed record ClockToolsView(TableId Table, bool IsSet);

/// <summary>Who is here, and who chooses the cards when one does.</summary>
public sealed record PeopleView(TableId Table, Sequence<SeatView> Seats, int? Host, string ScreenKey);

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
    /// <summary>Nothing but placing again is asked of the table now.</summary>
    public bool IsWhatIsNext { get; init; }

    public static readonly HeldView None = new(0, false, false);
}

/// <summary>Between two cards: all that can be chosen, by factor, and what players find worth playing.</summary>
/// <param name="Practice">The practice card, while it can still be played.</param>
/// <param name="Gone">Differs when cards were played or skipped: who has folded a factor open gets its cards anew.</param>
/// <param name="Host">Who alone chooses; nothing where everybody may.</param>
public sealed record ChooserView(TableId Table, string? Practice, Sequence<FactorView> Factors, string Gone, Sequence<StarredView> Starred, SeatView? Host)
{
    /// <summary>The quick ways to a card.</summary>
    public WaysView Ways => new(Table, Practice, Starred.Count > 0, Gone, Host);
}

/// <summary>The practice card, or a card that is drawn or has stars.</summary>
public sealed record WaysView(TableId Table, string? Practice, bool HasStars, string Gone, SeatView? Host);

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
