using System.Globalization;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Tables;

/// <summary>
/// The only place where the state of a table becomes what somebody sees. A placement leaves through here in two ways only: open to all after
/// its reveal (<see cref="OpenPawns"/>), or to the device that holds the seat (<see cref="Playing.MineViews"/>).
/// </summary>
public sealed class TableViews(DeckShelf shelf, Boards boards, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public TableView ForTable(TableId id, Table table, long version)
    {
        var deck = DeckOf(table);
        return new(
            id, table.Setting!.Number, table.Game, MessageView.Of(table.Message, table.MessageEndsAt, table.CountdownEndsAt, time), table.HelpAskedAt is not null, BoardOf(table),
            [.. table.Seats.Select(seat => SeatOf(table, seat))],
            [.. table.Claims.Select(claim => new ClaimView(SeatOf(table, table.Find(claim.Seat)!)))],
            table.Host is { } host ? SeatOf(table, table.Find(host)!) : null,
            table.Round is { } round ? RoundOf(id, table, round, deck) : null,
            table.Round is null && table.Game == GameState.Open ? ChooserOf(id, table) : null,
            PilesOf(id, table, deck), OwnStampOf(table), version)
        {
            Name = table.Setting.Name,
            IsRehearsed = table.IsRehearsed,
            LastLaid = table.Played.LastOrDefault()?.Pile,
            HandedOver = [.. table.HandOvers.Select(handed => SeatOf(table, table.Find(handed.Seat)!))],
            Held = new(table.Held.Count(), table.MayTakeHeld, table.Round is { } told && table.IsHeldAfterTalk(told.Kind, told.WasHeld)) { IsWhatIsNext = table.AreHeldCardsOpened },
        };
    }

    /// <summary>For whoever passes by and looks: pawns by colour and shape, and no names (D8).</summary>
    public TableView ForScreen(TableId id, Table table, long version) =>
        ForTable(id, table with { Seats = [.. table.Seats.Select(seat => seat with { Name = "" })] }, version).Screen with { Version = version };

    /// <summary>
    /// Differs when what a device may see of its own can have changed without anybody there having asked for it. Nothing secret goes into it:
    /// neither a place nor who wrote a note.
    /// </summary>
    public static string OwnStampOf(Table table) => string.Create(CultureInfo.InvariantCulture,
        $"{table.Game}-{table.RoundsBegun}-{table.Round?.Number}-{table.Round?.Phase}-{table.Played.Length}-{table.Skipped.Length}-{table.Notes.Count(note => note.IsWithdrawn)}-{SeatsStampOf(table)}{(table.Round is { IsJudged: true, Phase: Phase.AddingUp } round ? $"-{table.GivenTo(round).Count()}-{round.Taken.Length}" : "")}");

    /// <summary>The board that lies before the table: for a case that is judged another one.</summary>
    public Board BoardOf(Table table) => BoardOf(DeckOf(table), table.Round is { } round ? table.BoardOf(round) : table.Setting!.Board);

    /// <summary>A seat with its name, or its pawn's name when the person gave none.</summary>
    public SeatView SeatOf(Table table, Seat seat) => new(
        seat.Number.Value, seat.Pawn, NameOf(seat), seat.IsAway,
        table.Round is { IsPlacing: true } round && round.CurrentOf(seat.Number) is not null,
        table.Placers.Contains(seat));

    /// <summary>Nobody may take a stand-in for somebody who is there (W11).</summary>
    private string NameOf(Seat seat)
    {
        var name = seat.Name.Length > 0 ? seat.Name : say[$"Pawn.{seat.Pawn}"].Value;
        return seat.IsStandIn ? say["Rehearsal.Person", name] : name;
    }

    public CardView CardOf(Round round, Deck deck) => round.Case is { } written
        ? new(round.Card.Value, say["Case"], written.Text, "", "", written.HappensNow) { IsCase = true, Asks = written.Asks }
        : CardOf(round.Card, deck);

    public CardView CardOf(CardId id, Deck deck)
    {
        if (deck.Find(id.Value) is not { } card) return new(id.Value, "", say["CardGone"], "", "", "");
        if (card.Kind == CardKind.Practice) return new(card.Id, say["PracticeCard"], card.Text, card.Plain, deck.SourceOf(card), "");

        var factor = deck.FactorOf(card);
        return new(card.Id, factor.Name, card.Text, card.Plain, deck.SourceOf(card), "") { Sign = factor.Sign, Number = shelf.NumberOf(deck, card.Id), IsQuestion = card.Kind == CardKind.Question, IsReversed = card.IsReversed };
    }

    /// <summary>The words of the deck's board and of ours in the reader's language, unless the workshop has words of its own.</summary>
    public Board BoardOf(Deck deck, Board board)
    {
        if (board.IsReversed) return BoardOf(deck, board.Reversed()).Reversed();

        foreach (var other in shelf.InLanguages(deck.Reference))
        {
            if (other.Board.Equals(board)) return deck.Board;
            if (board.Equals(other.Cases)) return deck.Cases ?? board;
        }

        return boards.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, board);
    }

    private Deck DeckOf(Table table) => shelf.Find(table.Setting!.Played, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    // The same in every process and after a restart, which HashCode is not.
    private static int SeatsStampOf(Table table)
    {
        var stamp = 17;
        foreach (var seat in table.Seats)
        {
            Add(seat.Pawn);
            Add(seat.IsAway ? 1 : 0);
            Add(seat.HandOvers);
            Add(table.Claims.Any(claim => claim.Seat == seat.Number) ? 1 : 0);
            foreach (var letter in seat.Name) Add(letter);
        }

        return stamp;

        void Add(int one) => stamp = unchecked(stamp * 31 + one);
    }

    private RoundView RoundOf(TableId id, Table table, Round round, Deck deck)
    {
        SeatView? Seat(SeatNumber? number) => number is { } known ? SeatOf(table, table.Find(known)!) : null;

        return new(
            round.Number, round.Kind, round.Phase, CardOf(round, deck), Seat(round.Reader), Seat(round.Case?.Bringer), round.BeganAt,
            table.ReadyCount, table.Placers.Count(), OpenPawns(table, round),
            table.Teller is { } teller ? SeatOf(table, teller) : null, TurnsOf(table, round),
            round.Phase == Phase.AddingUp ? ResultOf(round, BoardOf(table)) : null,
            round.Clock is { } clock ? new(clock.EndsAt, clock.HasRung, clock.Extension) : null,
            NotesOf(id, table, round, NotesView.Most))
        {
            CardNumber = 1 + table.Played.Count(played => played.Kind != RoundKind.Practice && played.Number < round.Number),
            IsJudged = round.IsJudged,
            Given = round is { IsJudged: true, Phase: Phase.AddingUp } ? GivenTo(table, round) : [],
            Writer = table.Writer is { } writer ? SeatOf(table, writer).AtRest : null,
        };
    }

    /// <summary>What others gave to who brought the case, and what of it they take along.</summary>
    public static Sequence<GivenView> GivenTo(Table table, Round round) =>
        [.. table.GivenTo(round).Select(note => new GivenView(new(note.Id.Value, note.Kind, note.Text, note.SignedBy), round.Taken.Contains(note.Id)))];

    public static NotesView NotesOf(TableId id, Table table, Round round, int most)
    {
        var notes = table.NotesOf(round).Where(note => !note.IsWithdrawn).ToList();
        return new(id, [.. notes.TakeLast(most).Select(note => new NoteView(note.Id.Value, note.Kind, note.Text, note.SignedBy))], notes.Count) { IsJudged = round.IsJudged };
    }

    /// <summary>Nothing before the reveal. While people place again nobody's first pawn is shown either, so that they do not look at each other.</summary>
    private Sequence<PawnView> OpenPawns(Table table, Round round) => round.Phase switch
    {
        Phase.Telling => [.. round.First.Select(first => new PawnView(SeatOf(table, table.Find(first.Seat)!), first.Place, null))],
        Phase.AddingUp or Phase.Closed => [.. round.Last.Select(last => new PawnView(SeatOf(table, table.Find(last.Seat)!), last.Place, round.Second.IsEmpty ? null : round.FirstOf(last.Seat)))],
        _ => [],
    };

    private Sequence<TurnView> TurnsOf(Table table, Round round) => round.Phase != Phase.Telling ? [] :
    [
        .. table.TellingOrder.Select(number => table.Find(number)!).Where(seat => !seat.IsAway || round.HasHadTurn(seat.Number))
            .Select(seat => new TurnView(SeatOf(table, seat), round.Turns.FirstOrDefault(turn => turn.Seat == seat.Number)?.Story)),
    ];

    private static ResultView ResultOf(Round round, Board board)
    {
        var tally = round.TallyOn(board);
        var moved = round.Second
            .Where(second => second.Place.IsOnASquare && round.FirstOf(second.Seat) is { IsOnASquare: true })
            .Select(second => second.Place.Square.CompareTo(round.FirstOf(second.Seat)!.Value.Square)).ToList();
        return new(tally.Counting, tally.Sum, tally.Lowest, tally.Highest, tally.Score, tally.Proposal, moved.Count(by => by > 0), moved.Count(by => by < 0), moved.Count(by => by == 0))
        {
            States = board.Kind == BoardKind.States && tally.Counting > 0 ? [.. board.Squares.Zip(Tally.StandingOn(board, round.Last.Select(pawn => pawn.Place))).OrderBy(state => state.First.Points).Select(state => new StateView(state.First.Words, state.Second))] : [],
            IsReversed = board.IsReversed,
        };
    }

    /// <summary>What a page is drawn with also while there is nothing to choose: it stays in the page.</summary>
    public ChooserView ChooserOf(TableId id, Table table)
    {
        var deck = DeckOf(table);
        var played = table.Played.Select(round => round.Card.Value).ToHashSet();
        var open = OpenCards(table, deck).ToLookup(card => card.Factor);
        return new(
            id, table.MayPractise ? deck.Practice?.Id : null,
            [.. deck.Factors.Select(factor => new FactorView(factor.Id, factor.Name, factor.Sign, open[factor.Id].Count()))],
            $"{table.Played.Length} {table.Skipped.Length}",
            [.. table.Stars.Where(star => !played.Contains(star.Card.Value)).GroupBy(star => star.Card)
                .OrderByDescending(stars => stars.Count()).Take(5).Select(stars => new StarredView(CardOf(stars.Key, deck), stars.Count()))],
            table.Host is { } host ? SeatOf(table, table.Find(host)!).AtRest : null);
    }

    /// <summary>What somebody who folds a factor open can choose from; nothing when the deck has no such factor.</summary>
    /// <param name="seats">The seats of the device that asks.</param>
    public FactorCardsView? CardsOf(TableId id, Table table, string factor, IEnumerable<SeatNumber> seats)
    {
        var deck = DeckOf(table);
        return deck.Factors.FirstOrDefault(one => one.Id == factor) is not { } known ? null : new(
            id, factor, known.Name, known.Sign, [.. OpenCards(table, deck).Where(card => card.Factor == factor).Select(card => CardOf(new CardId(card.Id), deck))],
            [.. table.Skipped.Select(card => card.Value)],
            [.. table.Stars.Where(star => seats.Contains(star.Seat)).Select(star => star.Card.Value).Distinct()]);
    }

    private static IEnumerable<Card> OpenCards(Table table, Deck deck)
    {
        var played = table.Played.Select(round => round.Card.Value).ToHashSet();
        return deck.Statements.Where(card => !played.Contains(card.Id));
    }

    /// <summary>What the table reads back before the plenary (T8): each card with what was written on it, also what it holds back.</summary>
    public HarvestView HarvestOf(TableId id, Table table)
    {
        var deck = DeckOf(table);
        return new(id, table.Setting!.Number, table.HarvestGivenAt is not null,
        [
            .. table.Harvest.Select(round => new HarvestedView(
                round.Number, CardOf(round, deck), round.Pile, round.IsKept, round.IsJudged,
                Read(table.NotesOf(round).Where(note => !note.IsWithdrawn)))),
            .. table.LooseNotes.GroupBy(note => note.Card).Select(card => new HarvestedView(null, CardOf(card.Key, deck), null, false, false, Read(card))),
        ]);

        static Sequence<HarvestedNote> Read(IEnumerable<Note> notes) => [.. notes.Select(note => new HarvestedNote(new(note.Id.Value, note.Kind, note.Text, note.SignedBy), note.IsKept))];
    }

    private PilesView PilesOf(TableId id, Table table, Deck deck)
    {
        var played = table.Played.Where(round => round.Pile is not null)
            .Select(round => new PlayedView(round.Number, CardOf(round, deck), round.Pile!.Value, round.Proposed, table.NotesOf(round).Count(note => !note.IsWithdrawn)))
            .ToLookup(card => card.Pile == Pile.Green);
        return new([.. played[true]], [.. played[false]])
        {
            Cases = [.. table.Played.Where(round => round is { IsJudged: true, IsHeld: false }).Select(round => new CaseView(round.Number, CardOf(round, deck), GivenTo(table, round).Count(given => given.IsTaken)))],
            Harvest = table.HasHarvest ? new(id, table.HarvestGivenAt is not null, table is { Game: GameState.Stopped, HarvestGivenAt: null }) : null,
        };
    }
}
