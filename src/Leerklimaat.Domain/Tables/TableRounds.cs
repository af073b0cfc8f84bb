using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Domain.Tables;

// A round from choosing a card to its pile: rules G1 to G13.
public sealed partial record Table
{
    /// <summary>The players whose pawn is waited for: all who are present, except who brings the case (G11).</summary>
    public IEnumerable<Seat> Placers => Present.Where(seat => seat.Number != Round?.Case?.Bringer);

    public int ReadyCount => Round is { IsPlacing: true } round ? Placers.Count(seat => round.CurrentOf(seat.Number) is not null) : 0;

    public bool IsEverybodyReady => Placers.Any() && ReadyCount == Placers.Count();

    /// <summary>
    /// Who writes along while others tell: the next who is present after who reads, so that it goes round with the cards (G6). Everybody writes notes; this one listens for what
    /// nobody wrote. Nobody at a table of two, where one tells and the other listens.
    /// </summary>
    public Seat? Writer => Round?.Reader is { } reader && Present.ToList() is { Count: > 2 } here ? here.FirstOrDefault(seat => seat.Number.Value > reader.Value) ?? here[0] : null;

    /// <summary>Whose turn it is to tell: extremes first, who came later at the end (G5).</summary>
    public Seat? Teller => Round is { Phase: Phase.Telling } round
        ? TellingOrder.Select(Find).FirstOrDefault(seat => seat is { IsAway: false } && !round.HasHadTurn(seat.Number))
        : null;

    public IEnumerable<SeatNumber> TellingOrder => Round is null ? [] : Telling.Order(Round, BoardOf(Round), Seats);

    /// <summary>The board on which this round is played.</summary>
    public Board BoardOf(Round round) => round.IsJudged ? Setting!.Cases! : Setting!.Board.For(round.IsReversed);

    /// <summary>That a pawn lies is seen by all; moving one's own before the reveal is news to nobody else, not even that it happened (G3).</summary>
    public bool IsNews(TableEvent happened) => happened switch
    {
        PawnPlaced placed => Round?.FirstOf(placed.Seat) is null,
        PawnPlacedAgain placed => Round?.SecondOf(placed.Seat) is null,
        _ => true,
    };

    private Decision<TableEvent>? AboutRounds(TableCommand command) => command switch
    {
        RingClock ring => Ring(ring),
        StepBack => Back(),
        TakeCardBack take => TakeBack(take),
        SeatCommand when Game != GameState.Open => Reason.GameNotOpen,

        StarCard star => Stars.Contains(new(star.Seat, star.Card)) ? Decision<TableEvent>.Nothing : new CardStarred(star.Seat, star.Card),
        UnstarCard star => Stars.Contains(new(star.Seat, star.Card)) ? new CardUnstarred(star.Seat, star.Card) : Decision<TableEvent>.Nothing,

        ChooseCard choose => Choose(choose),
        BringCase bring => Bring(bring),
        SkipCard skip => Skip(skip),
        SkipPractice => MayPractise && Round is null ? new PracticeSkipped() : Decision<TableEvent>.Nothing,

        _ when Round is null => Reason.NoRound,
        PlacePawn place => Put(place, Round),
        RevealPawns reveal => Reveal(reveal, Round),
        FinishTurn finish => Finish(finish, Round),
        OpenSecondPlacement open => OpenSecond(open, Round),
        SkipSecondPlacement => Round.Phase == Phase.Telling ? new SecondPlacementSkipped() : Reason.NotNow,
        TakeAlong take => TakeOrLeave(take, Round),
        LayCard lay => AndTakeNext(Lay(lay, Round), Round, lay.At),

        SetClock { Minutes: < 1 or > Clock.MostMinutes } => Reason.ClockLength,
        SetClock set => new ClockSet(set.At.AddMinutes(set.Minutes), TimeSpan.FromMinutes(set.Minutes)),
        ExtendClock extend => Round.Clock is { HasRung: true } clock ? new ClockExtended(extend.At + clock.Extension, clock.Extension) : Reason.ClockNotRunning,
        PutClockAway => Round.Clock is null ? Decision<TableEvent>.Nothing : new ClockPutAway(),
        _ => null,
    };

    private Decision<TableEvent> Choose(ChooseCard choose)
    {
        if (Round?.Card == choose.Card) return Decision<TableEvent>.Nothing;
        if (Round is not null) return Reason.RoundIsRunning;
        if (RoundsBegun >= Round.MostAtATable) return Reason.TooManyRounds;
        if (Played.Any(played => played.Card == choose.Card)) return Reason.CardPlayedBefore;
        if (choose.Kind == RoundKind.Practice && !MayPractise) return Reason.PracticeIsOver;
        return new CardChosen(RoundsBegun + 1, choose.Card, choose.Kind, choose.By, NextReader, choose.At) { IsReversed = choose.IsReversed };
    }

    /// <summary>The reader rotates with each card over those who are present (G2).</summary>
    private SeatNumber? NextReader => Present.Select(seat => seat.Number).ToList() is { Count: > 0 } present
        ? present[RoundsBegun % present.Count]
        : null;

    private Decision<TableEvent> Bring(BringCase bring)
    {
        if (Round?.Card == bring.Card) return Decision<TableEvent>.Nothing;
        if (Round is not null) return Reason.RoundIsRunning;
        if (RoundsBegun >= Round.MostAtATable) return Reason.TooManyRounds;
        if (Played.Any(played => played.Card == bring.Card)) return Reason.CardPlayedBefore;
        if (bring.Text.Length == 0) return Reason.CaseEmpty;
        if (new[] { bring.Text, bring.HappensNow, bring.Asks }.Any(text => text.Length > Case.LongestText)) return Reason.CaseTooLong;
        return new CaseBrought(RoundsBegun + 1, bring.Card, new(bring.Seat, bring.Text, bring.HappensNow, bring.Asks), bring.At);
    }

    /// <summary>A card may be skipped while it is being chosen and until its pawns are turned over; afterwards there is something to add up.</summary>
    private Decision<TableEvent> Skip(SkipCard skip)
    {
        if (Round is { } round) return round.Card != skip.Card ? Reason.RoundIsRunning : round.Phase == Phase.FirstPlacement ? new CardSkipped(skip.Card) : Reason.NotNow;
        return Skipped.Contains(skip.Card) ? Decision<TableEvent>.Nothing : new CardSkipped(skip.Card);
    }

    private Decision<TableEvent> Put(PlacePawn place, Round round)
    {
        if (!round.IsPlacing || round.Number != place.Round) return Reason.NotNow;
        if (!BoardOf(round).Has(place.Place)) return Reason.SquareUnknown;
        if (round.Case?.Bringer == place.Seat) return Reason.BringerDoesNotPlace;
        // A pawn that another device laid may be anywhere: placing anew is answered in the same way on each square (T2).
        if (round.CurrentOf(place.Seat) == place.Place && round.IsLaidBy(place.Seat, place.Device)) return Decision<TableEvent>.Nothing;

        TableEvent placed = round.Phase == Phase.FirstPlacement ? new PawnPlaced(place.Seat, place.Place) : new PawnPlacedAgain(place.Seat, place.Place);
        return Find(place.Seat)!.IsAway ? (TableEvent[])[new SeatResumed(place.Seat), placed] : placed;
    }

    private Decision<TableEvent> Reveal(RevealPawns reveal, Round round) => round switch
    {
        { IsPlacing: false } => Decision<TableEvent>.Nothing,
        _ when !IsEverybodyReady && !reveal.Anyway => new Refusal(Reason.NotEverybodyReady, ReadyCount, Placers.Count()),
        { Phase: Phase.FirstPlacement } => new PawnsRevealed(),
        _ => new SecondPawnsRevealed(),
    };

    private Decision<TableEvent> Finish(FinishTurn finish, Round round)
    {
        if (round.Phase != Phase.Telling) return Reason.NotNow;
        if (Find(finish.Teller) is null) return Reason.SeatUnknown;
        if (round.Turns.Contains(new(finish.Teller, finish.Story))) return Decision<TableEvent>.Nothing;
        // Tablemates help the one whose turn it is; a story that was told is for its teller alone to mark differently.
        if (finish.Teller != finish.Seat && Teller?.Number != finish.Teller) return Reason.NotYourTurn;
        return new TurnFinished(finish.Teller, finish.Story);
    }

    private Decision<TableEvent> OpenSecond(OpenSecondPlacement open, Round round)
    {
        if (round.Phase == Phase.SecondPlacement) return Decision<TableEvent>.Nothing;
        if (round.Phase != Phase.Telling) return Reason.NotNow;
        if (Teller is not null && !open.Anyway) return new Refusal(Reason.NotEverybodyReady, round.Turns.Length, Present.Count());
        return IsHeldAfterTalk(round.Kind, round.WasHeld) ? new CardHeld() : new SecondPlacementOpened();
    }

    private Decision<TableEvent> Lay(LayCard lay, Round round)
    {
        if (round.Phase != Phase.AddingUp) return Reason.NotNow;
        if (round.Kind == RoundKind.Practice || round.IsJudged) return new CardLaid(null, null);
        return lay.Pile is null ? Reason.NotNow : new CardLaid(lay.Pile, round.TallyOn(BoardOf(round)).Proposal);
    }

    /// <summary>What others gave is before who brought the case, who alone says what they take along.</summary>
    private Decision<TableEvent> TakeOrLeave(TakeAlong take, Round round) => round switch
    {
        not { IsJudged: true, Phase: Phase.AddingUp } => Reason.NotNow,
        _ when round.Case!.Bringer != take.Seat => Reason.OnlyTheBringer,
        _ when GivenTo(round).All(note => note.Id != take.Note) => Reason.NoteUnknown,
        _ when round.Taken.Contains(take.Note) == take.IsTaken => Decision<TableEvent>.Nothing,
        _ => take.IsTaken ? new ExampleTaken(take.Note) : new ExampleLeft(take.Note),
    };

    /// <summary>What others gave to who brought a case: examples of their own on green notes, tips on pink ones.</summary>
    public IEnumerable<Note> GivenTo(Round round) => NotesOf(round).Where(note => !note.IsWithdrawn && note.Kind != NoteKind.Question);

    private Decision<TableEvent> Ring(RingClock ring) =>
        Round is { Clock: { HasRung: false } clock } && Round.Number == ring.Round && clock.EndsAt == ring.EndsAt && ring.At >= ring.EndsAt
            ? new ClockRang()
            : Decision<TableEvent>.Nothing;

    /// <summary>One step back (W10): each step has one before it; before a card was chosen stands the pile of the card before.</summary>
    private Decision<TableEvent> Back() => Round switch
    {
        null => Played.IsEmpty ? Reason.NothingToUndo : Played[^1].IsOnPaper ? new PaperRoundTakenBack(Played[^1].Number) : new CardTakenBack(Played[^1].Number),
        { Phase: Phase.FirstPlacement } => new SteppedBack(null),
        { Phase: Phase.Telling } => new SteppedBack(Phase.FirstPlacement),
        { Phase: Phase.SecondPlacement } => new SteppedBack(Phase.Telling),
        { Second.IsEmpty: true } => new SteppedBack(Phase.Telling),
        _ => new SteppedBack(Phase.SecondPlacement),
    };

    private Decision<TableEvent> TakeBack(TakeCardBack take) =>
        Played.Any(played => played.Number == take.Round && played.IsOnPaper) ? new PaperRoundTakenBack(take.Round)
        : Round is not null ? Reason.RoundIsRunning
        : Played.Any(played => played.Number == take.Round) ? new CardTakenBack(take.Round)
        : Reason.NothingToUndo;
}
