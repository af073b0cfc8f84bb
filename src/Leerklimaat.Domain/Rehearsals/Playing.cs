using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Rehearsals;

/// <summary>
/// What a stand-in wants to do at a table (W11): a pure function of who it is and what it sees there. The command is the one that a phone would
/// send; whoever calls this waits as long as the wish says and asks it of the table.
/// </summary>
public sealed record Playing(Deck Deck, Script Script)
{
    private const int HeldInARow = 3;

    /// <summary>Somebody comes in, as long as there are fewer stand-ins than asked for and a free seat.</summary>
    public Wish<TableCommand>? Arrival(TableId id, Table table, int players, DateTimeOffset at)
    {
        var here = table.Seats.Count(seat => seat.IsStandIn);
        if (table.Setting is not { } setting || here >= players || table.Seats.Length >= setting.Seats) return null;

        var draws = Draws.From(id.Value).For($"arrival-{here}");
        var first = Draws.From(id.Value).Number("names", Script.Names.Length);
        return new($"arrival-{here}", TimeSpan.FromSeconds(1 + 5 * draws.Of("walk")), new TakeSeat(new(draws.Id("phone")), Script.Names[(first + here * 5) % Script.Names.Length], Rehearsed.Mark($"{here + 1}"), "", at));
    }

    /// <returns>Nothing while there is nothing to do for this one: somebody else is at it, or the game is not open.</returns>
    public Wish<TableCommand>? WishOf(Table table, StandIn me, Mind mind, DateTimeOffset at)
    {
        if (table.Game != GameState.Open || table.Find(me.Seat) is not { } seat || me.IsAsleep(table)) return null;

        var person = new AtTheTable(this, table, me, seat.Device, mind, at);
        if (seat.IsAway) return person.ComeBack();
        return table.Round switch
        {
            null => person.BetweenCards(),
            { IsPlacing: true } round => person.Placing(round),
            { Phase: Phase.Telling } round => person.Telling(round),
            { Phase: Phase.AddingUp } round => person.AddingUp(round),
            _ => null,
        };
    }

    /// <summary>One person at the table at one moment.</summary>
    private sealed record AtTheTable(Playing Stage, Table Table, StandIn Me, DeviceId Phone, Mind Mind, DateTimeOffset At)
    {
        public Wish<TableCommand> ComeBack() => Want("come-back", 4, new ComeBack(Me.Seat, Phone, At));

        public Wish<TableCommand>? BetweenCards()
        {
            if (!Table.MayMoveOn(Me.Seat)) return null;
            // Whoever asked for help and moves on to the next card has found out by themselves.
            if (Table.HelpAskedAt is not null) return Move("no-help", 12, new WithdrawHelp(Me.Seat, Phone, At));

            var open = Stage.Deck.Statements.Where(card => !Known.Contains(card.Id)).ToList();
            if (Table.Held.Any() && Table.MayTakeHeld && (Table.SecondMoment == SecondMoment.AfterThePlenary || open.Count == 0 || Table.Held.Count() >= HeldInARow)) return Move("held", 8, new TakeHeldCard(Me.Seat, Phone, At));
            // After the plenary nobody begins a new card.
            if (Table.AreHeldCardsOpened) return null;
            if (Table.MayPractise) return Move("practice", 6, Stage.Deck.Practice is { } practice && Me.TableChances.Happens("practice", .5) ? Choose(practice, RoundKind.Practice) : new SkipPractice(Me.Seat, Phone, At));
            return open.Count == 0 ? null : Move("choose", 14, Choose(Me.TableChances.One($"card-{Table.RoundsBegun}", open), RoundKind.Statement));
        }

        public Wish<TableCommand>? Placing(Round round)
        {
            var isMine = Table.Placers.Any(seat => seat.Number == Me.Seat);
            if (isMine && round.CurrentOf(Me.Seat) is null)
                return IsPuzzled(round) ? Want("help", 5, new AskForHelp(Me.Seat, Phone, At)) : Want("place", round.Phase == Phase.FirstPlacement ? 18 : 12, new PlacePawn(Me.Seat, Phone, round.Number, round.Phase == Phase.FirstPlacement ? First(round) : Second(round), At));
            if (!Table.MayMoveOn(Me.Seat)) return null;
            if (Table.IsEverybodyReady) return Move("reveal", 6, new RevealPawns(Me.Seat, Phone, false, At));

            var missing = Table.Placers.Where(seat => round.CurrentOf(seat.Number) is null).ToList();
            if (missing.Count == 0) return null;
            // People are waited for; of a stand-in whose phone sleeps the others say so at the table, as people would.
            return missing.Find(seat => !seat.IsStandIn) is null
                ? Wait($"wait-{missing.Count}", 45, new SetAside(Me.Seat, Phone, missing[0].Number, At))
                : Wait($"wait-{missing.Count}", 240, new RevealPawns(Me.Seat, Phone, true, At));
        }

        public Wish<TableCommand>? Telling(Round round)
        {
            if (Table.Teller is { } teller && teller.Number == Me.Seat) return Want("tell", 32, new FinishTurn(Me.Seat, Phone, Me.Seat, StoryOf(round), At));
            if (NextNote(round) is { } note) return note;
            if (!Table.MayMoveOn(Me.Seat)) return null;
            return Table.Teller switch
            {
                null => Move("again", 8, new OpenSecondPlacement(Me.Seat, Phone, false, At)),
                { IsStandIn: true } silent => Wait($"silent-{silent.Number.Value}", 90, new SetAside(Me.Seat, Phone, silent.Number, At)),
                var person => Wait($"silent-{person.Number.Value}", 240, new OpenSecondPlacement(Me.Seat, Phone, true, At)),
            };
        }

        public Wish<TableCommand>? AddingUp(Round round) => !Table.MayMoveOn(Me.Seat) ? null : Move("lay", 10, new LayCard(
            Me.Seat, Phone, round.Kind == RoundKind.Practice || round.IsJudged ? null : round.TallyOn(Board).Proposal ?? (Me.TableChances.Happens($"pile-{round.Number}", .5) ? Pile.Green : Pile.RedToImprove), At));

        private Board Board => Table.Round is { } round ? Table.BoardOf(round) : Table.Setting!.Board;

        private HashSet<string> Known => [.. Table.Played.Select(round => round.Card.Value), .. Table.Skipped.Select(card => card.Value)];

        // By the round, the phase and what has been placed already, so that a pawn that was taken back is thought about anew.
        private Wish<TableCommand> Want(string what, double seconds, TableCommand command)
        {
            var about = AboutOf(what);
            return new(about, Me.Takes(seconds, about), command);
        }

        private Wish<TableCommand> Move(string what, double seconds, TableCommand command) => Want(what, seconds * Rank, command);

        // Longer than the slowest of them thinks: nobody is passed over who is only thinking.
        private Wish<TableCommand> Wait(string what, double seconds, TableCommand command) => new(AboutOf(what), TimeSpan.FromSeconds(seconds * Rank), command);

        private string AboutOf(string what) => $"{what}-{Table.RoundsBegun}-{Table.Round?.Number}-{Table.Round?.Phase}";

        // One of the table comes first, another with each card; the others only when that one does not.
        private double Rank
        {
            get
            {
                var here = Table.Present.Where(seat => seat.IsStandIn).Select(seat => seat.Number).ToList();
                return 1 + 1.5 * ((here.IndexOf(Me.Seat) + Table.RoundsBegun) % here.Count);
            }
        }

        private ChooseCard Choose(Card card, RoundKind kind) =>
            new(Me.Seat, Phone, new(card.Id), kind, Me.TableChances.Happens($"drawn-{Table.RoundsBegun}", .3) ? ChosenBy.Drawn : ChosenBy.Picked, At) { IsReversed = card.IsReversed };

        private bool IsPuzzled(Round round) => round.Phase == Phase.FirstPlacement && round.Kind != RoundKind.Practice && Table.HelpAskedAt is null && Mind.AskedForHelpIn < Table.RoundsBegun
            && Me.TableChances.Happens($"puzzled-{round.Number}", .14) && Me.TableChances.Number($"by-{round.Number}", Table.Seats.Length) + 1 == Me.Seat.Value;

        // What is said about a card is the same all over the house, a bit different at each table, and each person has an outlook.
        private Place First(Round round)
        {
            if (Me.Chances.Happens($"unsure-{round.Number}", .06)) return Place.DontKnow;

            var inTheHouse = .15 + .7 * new Draws(0).Of(round.Card.Value);
            var here = inTheHouse + .2 * (Me.TableChances.Of(round.Card.Value) - .5);
            return OnBoard(here * (Board.Squares.Length - 1) + 1 + Me.Outlook + .8 * (Me.Chances.Of($"mood-{round.Number}") - .5));
        }

        // Who is moved by what was told goes one step towards where the table stands.
        private Place Second(Round round)
        {
            var squares = round.First.Where(placement => placement.Place.IsOnASquare).Select(placement => placement.Place.Square).ToList();
            if (squares.Count == 0) return First(round);

            var middle = squares.Average();
            var first = round.FirstOf(Me.Seat) is { IsOnASquare: true } stood ? stood.Square : (int)Math.Round(middle);
            var isMoved = Me.Chances.Happens($"moved-{round.Number}", Me.Openness) && Math.Abs(middle - first) >= .5;
            return OnBoard(isMoved ? first + Math.Sign(middle - first) : first);
        }

        private Place OnBoard(double square) => new(Math.Clamp((int)Math.Round(square), 1, Board.Squares.Length));

        private bool IsRosy(Round round) => round.FirstOf(Me.Seat) is { IsOnASquare: true } place && 2 * place.Square > Board.Squares.Length + 1;

        private Story StoryOf(Round round) => round.FirstOf(Me.Seat) is { IsOnASquare: true } ? IsRosy(round) ? Story.HappensAlready : Story.NotYet : Story.Passed;

        private Wish<TableCommand>? NextNote(Round round)
        {
            if (round.Kind == RoundKind.Practice) return null;
            var written = Table.NotesOf(round).Count(note => note.Proof == NoteProof(round));
            if (written >= (int)(2.4 * Me.Chances.Of($"notes-{round.Number}"))) return null;

            var draws = Me.Chances.For($"note-{round.Number}-{written}");
            var kind = draws.Happens("other side", .25) != IsRosy(round) ? NoteKind.Green : draws.Happens("asks", .5) ? NoteKind.Question : NoteKind.Need;
            var there = Table.Notes.Select(note => note.Text).ToHashSet();
            var texts = Stage.Script.NotesOn(Stage.Deck.Find(round.Card.Value)?.Factor ?? "", kind).Where(text => !there.Contains(text)).ToList();
            return texts.Count == 0 ? null : Want($"note-{written}", 24, new WriteNote(Me.Seat, Phone, new(draws.Id("note")), kind, draws.One("text", texts), NoteProof(round), false, At));
        }

        private string NoteProof(Round round) => Rehearsed.Mark($"{Me.Seat.Value}-{round.Number}");
    }
}
