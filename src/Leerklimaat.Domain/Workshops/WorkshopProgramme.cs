using System.Collections.Immutable;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Workshops;

// The programme (W4): its parts in order, where the facilitator is, and what can be undone.
public sealed partial record Workshop
{
    public const int MostParts = 100, MostUndone = 20;

    /// <summary>The parts in order; none in a workshop from before there were programmes.</summary>
    public ImmutableArray<Part> Programme { get; init; } = [];

    /// <summary>Every time that the facilitator went to a part, the newest last.</summary>
    public ImmutableArray<Visit> Visits { get; init; } = [];

    /// <summary>When the programme is to end, from the moment that it began.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>The programme as it was before each of the last changes.</summary>
    public ImmutableArray<ImmutableArray<Part>> Undoable { get; init; } = [];

    public int ProgrammeEdition { get; init; }

    /// <summary>Why people come together; it stands at the welcome and on top of the report.</summary>
    public Purpose Purpose { get; init; } = Purpose.None;

    public PartId? Current => Visits.IsEmpty ? null : Visits[^1].Part;

    public Part? CurrentPart => Current is { } current ? FindPart(current) : null;

    public Part? Next => PartAt(PlaceOf(Current) + 1);

    public Part? Previous => PartAt(PlaceOf(Current) - 1);

    /// <summary>What "next" does from here: it begins, goes on, or closes. Nothing where there is no programme, or no more of it.</summary>
    public WorkshopCommand? NextStep(DateTimeOffset at) => this switch
    {
        { Programme.IsEmpty: true } or { ClosedAt: not null } => null,
        { CurrentPart: null } => new BeginProgramme(at),
        { Next: { } next } => new GoToPart(next.Id, at),
        _ => new CloseWorkshop(at),
    };

    /// <summary>The workshop as it would be after its next step, which nobody has taken yet; as it is where there is none.</summary>
    public Workshop Foreseen(DateTimeOffset at) => NextStep(at) is { } step ? Decide(this, step).Events.Aggregate(this, Evolve) : this;

    /// <summary>The part farthest on in the programme where the facilitator has been: so far anyone may look back.</summary>
    public int Reached => Visits.IsEmpty ? -1 : Visits.Max(visit => PlaceOf(visit.Part));

    public Part? FindPart(PartId part) => Programme.FirstOrDefault(one => one.Id == part);

    /// <summary>From 0; −1 where it is not in the programme.</summary>
    public int PlaceOf(PartId? part)
    {
        for (var place = 0; place < Programme.Length; place++)
        {
            if (Programme[place].Id == part) return place;
        }

        return -1;
    }

    /// <summary>The slide that everything begins with, where the purpose is told; nothing where the programme begins with something else.</summary>
    public Part? Welcome => PartAt(0) is { Kind: PartKind.Slide } first ? first : null;

    /// <summary>The word cloud that a part asks anew: the nearest before it. Nothing where there is none; then it is a cloud like any other.</summary>
    public Part? EarlierCloud(Part part) => part.Question != QuestionKind.CloudAgain ? null
        : Programme.Take(Math.Max(0, PlaceOf(part.Id))).LastOrDefault(one => one is { Kind: PartKind.Question, Question: QuestionKind.WordCloud });

    private Decision<WorkshopEvent> State(Purpose asked)
    {
        if (asked with { Edition = Purpose.Edition } == Purpose) return Decision<WorkshopEvent>.Nothing;
        if (asked.Edition != Purpose.Edition) return Reason.PurposeChangedMeanwhile;
        if (asked.Invited is < 1 or > Purpose.MostInvited) return Reason.InvitedWrong;
        return asked.Occasion.Length > Purpose.Longest || asked.Goal.Length > Purpose.Longest ? Reason.PurposeTooLong : new PurposeStated(asked with { Edition = asked.Edition + 1 });
    }

    private Part? PartAt(int place) => place >= 0 && place < Programme.Length ? Programme[place] : null;

    private Part? GamePart => Only(PartKind.Game);

    private Part? Only(PartKind kind) => Programme.FirstOrDefault(part => part.Kind == kind);

    /// <summary>Placing again after the plenary is a part of the programme (G7), which phones come to by themselves; at another moment it is none.</summary>
    private Decision<WorkshopEvent> Choose(ChooseSecondMoment choose)
    {
        if (choose.Moment == SecondMoment) return Decision<WorkshopEvent>.Nothing;
        if (Game != GameState.NotOpened) return Reason.GameHasStarted;

        var again = Only(PartKind.PlacingAgain);
        var chosen = new SecondMomentChosen(choose.Moment);
        if (choose.Moment != SecondMoment.AfterThePlenary) return again is null ? chosen : (WorkshopEvent[])[chosen, new PartRemoved(again.Id)];
        if (again is not null || choose.Again is null || Programme.IsEmpty || Programme.Length == MostParts) return chosen;
        return (WorkshopEvent[])[chosen, new PartsAdded([choose.Again with { Edition = NextEdition }], PlaceOf((Only(PartKind.Plenary) ?? GamePart ?? Programme[^1]).Id) + 1)];
    }

    private Decision<WorkshopEvent> Begin(BeginProgramme begin) => Programme.IsEmpty ? Reason.PartUnknown
        : Visits.IsEmpty ? GoTo(Programme[0], begin.At)
        : Decision<WorkshopEvent>.Nothing;

    /// <summary>Begun too early, or by a finger that slipped: the room waits again, as long as nobody went on (W10).</summary>
    private Decision<WorkshopEvent> TakeBack(TakeBackBeginning back)
    {
        if (Visits.IsEmpty) return Decision<WorkshopEvent>.Nothing;
        if (Reached > 0) return Reason.NotNow;

        var happened = new List<WorkshopEvent> { new BeginningTakenBack(back.At) };
        if (Game == GameState.Open) happened.Add(new GameHalted(back.At));
        if (Message.Length > 0) happened.Add(new MessageSent("", back.At));
        if (CountdownEndsAt is not null) happened.Add(new CountdownSet(null, back.At));
        return happened.ToArray();
    }

    private Decision<WorkshopEvent> TakeBack(CloseSecondPlacements close)
    {
        if (!AreSecondPlacementsOpen) return Decision<WorkshopEvent>.Nothing;
        var closed = new SecondPlacementsClosed(close.At);
        return CurrentPart?.Kind == PartKind.PlacingAgain && Previous is { } previous ? (WorkshopEvent[])[closed, .. GoTo(previous, close.At).Events] : closed;
    }

    private Decision<WorkshopEvent> GoTo(PartId id, DateTimeOffset at) => FindPart(id) is { } part ? GoTo(part, at) : Reason.PartUnknown;

    /// <summary>"Start the game" means: go to the game, where the programme has one.</summary>
    private Decision<WorkshopEvent> Open(StartGame start) => GamePart is { } game ? GoTo(game, start.At)
        : Game == GameState.Open ? Decision<WorkshopEvent>.Nothing
        : new GameStarted(start.At);

    /// <summary>"Place again" means: go to where that is done, so that phones show the table.</summary>
    private Decision<WorkshopEvent> Open(OpenSecondPlacements open)
    {
        if (SecondMoment != SecondMoment.AfterThePlenary) return Reason.NotNow;
        if (Only(PartKind.PlacingAgain) is { } again) return GoTo(again, open.At);
        if (AreSecondPlacementsOpen) return Decision<WorkshopEvent>.Nothing;

        var there = GamePart is { } game ? GoTo(game, open.At) : Open(new StartGame(open.At));
        return (WorkshopEvent[])[new SecondPlacementsOpened(open.At), .. there.Events];
    }

    /// <summary>
    /// Going to where people are at their tables opens the game, and at placing again the cards that wait. Leaving it stops nothing: a table that has a card
    /// before it finishes that. A message and a countdown end with their part.
    /// </summary>
    private Decision<WorkshopEvent> GoTo(Part part, DateTimeOffset at)
    {
        var happened = new List<WorkshopEvent>();
        if (Current != part.Id) happened.Add(new PartReached(part.Id, at));
        if (Current != part.Id && Message.Length > 0) happened.Add(new MessageSent("", at));
        if (Current != part.Id && CountdownEndsAt is not null) happened.Add(new CountdownSet(null, at));
        if (part.Kind == PartKind.PlacingAgain && SecondMoment == SecondMoment.AfterThePlenary && !AreSecondPlacementsOpen) happened.Add(new SecondPlacementsOpened(at));
        if (part.Kind.IsAtTheTables() && Game != GameState.Open) happened.Add(new GameStarted(at));
        return happened.ToArray();
    }

    private Decision<WorkshopEvent> Retime(DateTimeOffset now) =>
        ProgrammeClock.Read(this, now)?.Rest is { Count: > 0 } rest ? new PartsRetimed(rest) : Reason.NothingToRetime;

    private Workshop At(PartReached reached) => this with
    {
        Visits = Visits.Add(new(reached.Part, reached.At)),
        IsJoiningShown = false,
        EndsAt = EndsAt ?? reached.At + TimeSpan.FromMinutes(Programme.Sum(part => part.Minutes)),
    };
}
