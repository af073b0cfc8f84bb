namespace Leerklimaat.Domain.Tables;

// Cards that wait for their second placement until later: rule G7.
public sealed partial record Table
{
    public SecondMoment SecondMoment { get; init; }

    /// <summary>The facilitator has said, after the plenary, that the tables may place again.</summary>
    public bool AreHeldCardsOpened { get; init; }

    /// <summary>The cards that wait, in the order in which they were played.</summary>
    public IEnumerable<Round> Held => Played.Where(round => round.IsHeld);

    public bool MayTakeHeld => SecondMoment != SecondMoment.AfterThePlenary || AreHeldCardsOpened;

    /// <summary>A practice card never waits, and neither does a card that has waited already.</summary>
    public bool IsHeldAfterTalk(RoundKind kind, bool wasHeld) => kind != RoundKind.Practice && !wasHeld && SecondMoment switch
    {
        SecondMoment.AfterTheTalk => false,
        SecondMoment.AfterThePlenary => !AreHeldCardsOpened,
        _ => true,
    };

    private Decision<TableEvent>? AboutHeldCards(TableCommand command) => command switch
    {
        SetSecondMoment set => set.Moment == SecondMoment ? Decision<TableEvent>.Nothing : new SecondMomentSet(set.Moment),
        CloseHeldCards => AreHeldCardsOpened ? new HeldCardsClosed() : Decision<TableEvent>.Nothing,
        OpenHeldCards => AreHeldCardsOpened ? Decision<TableEvent>.Nothing : new HeldCardsOpened(),
        TakeHeldCard when Game != GameState.Open => Reason.GameNotOpen,
        TakeHeldCard when Round is not null => Reason.RoundIsRunning,
        TakeHeldCard when !MayTakeHeld => Reason.HeldUntilPlenary,
        TakeHeldCard take => Held.FirstOrDefault() is { } first ? new HeldCardTaken(first.Number, take.At) : Reason.NotNow,
        _ => null,
    };

    /// <summary>In a row: the pile of one held card is the beginning of the next.</summary>
    private Decision<TableEvent> AndTakeNext(Decision<TableEvent> laid, Round round, DateTimeOffset at) =>
        laid.Events.Count > 0 && round.WasHeld && MayTakeHeld && Held.FirstOrDefault() is { } next ? Joined(laid.Events[0], new HeldCardTaken(next.Number, at)) : laid;

    private Table? AfterHeldCards(TableEvent happened) => happened switch
    {
        SecondMomentSet set => this with { SecondMoment = set.Moment },
        HeldCardsOpened => this with { AreHeldCardsOpened = true },
        HeldCardsClosed => this with { AreHeldCardsOpened = false },
        CardHeld => this with { Played = Played.Add(Round! with { IsHeld = true, Clock = null }), Round = null, MayPractise = false },
        HeldCardTaken taken => Taken(Played.First(round => round.Number == taken.Round), taken.At),
        _ => null,
    };

    private Table Taken(Round held, DateTimeOffset at) => WithANewCard() with
    {
        Played = Played.Remove(held),
        Round = held with { Phase = Phase.SecondPlacement, IsHeld = false, WasHeld = true, BeganAt = at },
    };
}

/// <summary>When a table places again (G7): right after the talk about a card, or for all cards in a row at the end of the game or after the plenary.</summary>
public enum SecondMoment { AfterTheTalk, AtTheEnd, AfterThePlenary }
