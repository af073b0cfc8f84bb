using System.Collections.Immutable;

namespace Leerklimaat.Domain.Tables;

// What the table is after each event of a round.
public sealed partial record Table
{
    private Table? AfterRounds(TableEvent happened) => happened switch
    {
        CardStarred starred => this with { Stars = Stars.Add(new(starred.Seat, starred.Card)) },
        CardUnstarred starred => this with { Stars = Stars.Remove(new(starred.Seat, starred.Card)) },
        PracticeSkipped => this with { MayPractise = false },
        CardChosen chosen => Begun(new(chosen.Round, chosen.Card, chosen.Kind, chosen.Reader, chosen.At) { IsReversed = chosen.IsReversed }),
        CaseBrought brought => Begun(new(brought.Round, brought.Card, RoundKind.Case, brought.Case.Bringer, brought.At) { Case = brought.Case, IsJudged = Setting!.Cases is not null }),
        CardSkipped skipped => this with { Round = Round?.Card == skipped.Card ? null : Round, Skipped = [.. Skipped.Where(card => card != skipped.Card), skipped.Card] },

        PawnPlaced placed => With(round => round.Laid(placed.Seat, Find(placed.Seat)!.Device, placed.Place)),
        PawnsRevealed => With(round => round with { Phase = Phase.Telling }),
        TurnFinished finished => With(round => round with { Turns = [.. round.Turns.Where(turn => turn.Seat != finished.Seat), new(finished.Seat, finished.Story)] }),
        SecondPlacementOpened => With(round => round with { Phase = Phase.SecondPlacement }),
        PawnPlacedAgain placed => With(round => round.Laid(placed.Seat, Find(placed.Seat)!.Device, placed.Place)),
        SecondPawnsRevealed => With(round => round with { Phase = Phase.AddingUp }),
        SecondPlacementSkipped => With(round => round with { Phase = Phase.AddingUp, Second = [] }),
        ExampleTaken taken => With(round => round with { Taken = round.Taken.Add(taken.Note) }),
        ExampleLeft left => With(round => round with { Taken = round.Taken.Remove(left.Note) }),
        CardLaid laid => Laid(laid),

        ClockSet set => With(round => round with { Clock = new(set.EndsAt, set.Length, HasRung: false) }),
        ClockRang => With(round => round with { Clock = round.Clock! with { HasRung = true } }),
        ClockExtended extended => With(round => round with { Clock = new(extended.EndsAt, extended.Length, HasRung: false) }),
        ClockPutAway => With(round => round with { Clock = null }),

        SteppedBack { To: null } => this with { Round = null },
        SteppedBack back => With(round => round with { Phase = back.To!.Value }),
        CardTakenBack taken => TakenBack(Played.First(round => round.Number == taken.Round)),
        _ => null,
    };

    private Table Begun(Round round) => WithANewCard() with
    {
        Round = round,
        RoundsBegun = round.Number,
        PractisedRounds = round.Kind == RoundKind.Practice ? PractisedRounds.Add(round.Number) : PractisedRounds,
        MayPractise = MayPractise && round.Kind == RoundKind.Practice,
        Skipped = Skipped.Remove(round.Card),
    };

    private Table Laid(CardLaid laid) => this with
    {
        Played = Played.Add(Round! with { Phase = Phase.Closed, Clock = null, Pile = laid.Pile, Proposed = laid.Proposed }),
        Round = null,
        MayPractise = false,
    };

    private Table TakenBack(Round round) => this with
    {
        Played = Played.Remove(round),
        Round = round.IsHeld ? round with { IsHeld = false } : round with { Phase = Phase.AddingUp, Pile = null, Proposed = null },
    };

    private Table With(Func<Round, Round> change) => this with { Round = change(Round!) };
}
