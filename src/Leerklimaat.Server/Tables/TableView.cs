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

    /// <summary>Empty where it was given none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Stand-ins play here (W11).</summary>
    public bool IsRehearsed { get; init; }

    /// <summary>The pile of the card that was laid last; nothing before the first.</summary>
    public Pile? LastLaid { get; init; }

    /// <summary>The part of the programme that everybody is at.</summary>
    public PartView Part { get; init; } = PartView.None;

    /// <summary>What lies on top of the page: the card, with what the facilitator says and whom the table must recognise.</summary>
    public OnTableView OnTable => new(
        Id, Number, Game, Message, [.. Claims.Select(claim => claim with { Seat = claim.Seat.AtRest })],
        Round is { } round ? round with { Phase = IsNew(round) ? Phase.FirstPlacement : Phase.Telling, Reader = IsNew(round) ? round.Reader?.AtRest : null, Writer = IsNew(round) ? round.Writer : null, Case = round.Case?.AtRest, Ready = 0, Expected = 0, Pawns = [], Teller = null, Turns = [], Result = null, Given = [], Notes = NotesView.None } : null,
        Piles.Count, Round is null ? Held : HeldView.None)
    {
        Name = Name,
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
    public TellerView Teller => new(Id, Telling is not null, Telling?.Teller?.AtRest, Telling?.Writer, Held.TakesNext);

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
    public PileView Pile => Round is { Phase: Phase.AddingUp or Phase.Closed } round ? new(Id, round.Kind, round.Result, round.IsJudged ? round.Case?.AtRest : null, round.Given) : new(Id, null, null, null, []);

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
