using System.Collections.Immutable;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Workshops;

// Making a programme: adding, changing, moving and removing parts, each of which can be undone (W4, W10).
public sealed partial record Workshop
{
    public bool CanUndo => !Undoable.IsEmpty;

    /// <summary>Every part that was ever in the programme; what people wrote at one that was removed is still there.</summary>
    public ImmutableHashSet<PartId> PartsEver { get; init; } = [];

    private int NextEdition => ProgrammeEdition + 1;

    private Decision<WorkshopEvent> Add(AddParts add)
    {
        var added = add.Parts.Where(part => FindPart(part.Id) is null).ToList();
        if (added.Count == 0) return Decision<WorkshopEvent>.Nothing;
        if (Programme.Length + added.Count > MostParts) return Reason.TooManyParts;
        if (added.Select(Fault).FirstOrDefault(fault => fault is not null) is { } fault) return fault;
        if (HasTwice(Programme.AddRange(added))) return Reason.PartIsOnlyOnce;
        return WithItsMoment(new PartsAdded([.. added.Select(part => part with { Edition = NextEdition })], Math.Clamp(add.Place, 0, Programme.Length)), added);
    }

    /// <summary>A part in which the tables place again says when they do (G7).</summary>
    private Decision<WorkshopEvent> WithItsMoment(WorkshopEvent laid, IEnumerable<Part> parts) =>
        SecondMoment == SecondMoment.AfterThePlenary || parts.All(part => part.Kind != PartKind.PlacingAgain) ? laid
        : Game == GameState.NotOpened ? (WorkshopEvent[])[laid, new SecondMomentChosen(SecondMoment.AfterThePlenary)]
        : Reason.GameHasStarted;

    private Decision<WorkshopEvent> Change(ChangePart change)
    {
        if (FindPart(change.Part.Id) is not { } known) return Reason.PartUnknown;
        if (change.Part with { Edition = known.Edition } == known) return Decision<WorkshopEvent>.Nothing;
        if (change.Part.Edition != known.Edition) return Reason.PartChangedMeanwhile;
        if (Fault(change.Part) is { } fault) return fault;
        if (change.Part.Kind != known.Kind && known.Id == Current) return Reason.PartIsHere;
        if (HasTwice(Programme.Replace(known, change.Part))) return Reason.PartIsOnlyOnce;
        return WithItsMoment(new PartChanged(change.Part with { Edition = NextEdition }), [change.Part]);
    }

    private Decision<WorkshopEvent> Move(MovePart move)
    {
        if (FindPart(move.Part) is null) return Reason.PartUnknown;
        var place = Math.Clamp(move.Place, 0, Programme.Length - 1);
        return place == PlaceOf(move.Part) ? Decision<WorkshopEvent>.Nothing : new PartMoved(move.Part, place);
    }

    private Decision<WorkshopEvent> Remove(RemovePart remove) =>
        FindPart(remove.Part) is null ? (PartsEver.Contains(remove.Part) ? Decision<WorkshopEvent>.Nothing : Reason.PartUnknown)
        : remove.Part == Current ? Reason.PartIsHere
        : new PartRemoved(remove.Part);

    /// <summary>What comes back gets a new edition, so that nobody's open form mistakes it for what it was.</summary>
    private Decision<WorkshopEvent> Undo()
    {
        if (Undoable.IsEmpty) return Reason.NothingToUndo;
        var before = Undoable[^1];
        if (Current is { } here && before.All(part => part.Id != here)) return Reason.PartIsHere;
        return new ProgrammeRestored([.. before.Select(part => part == FindPart(part.Id) ? part : part with { Edition = NextEdition })]);
    }

    private Workshop With(ImmutableArray<Part> programme) => this with
    {
        Programme = programme,
        ProgrammeEdition = NextEdition,
        Undoable = (Undoable.Length < MostUndone ? Undoable : Undoable.RemoveAt(0)).Add(Programme),
        PartsEver = PartsEver.Union(programme.Select(part => part.Id)),
    };

    private Workshop After(PartMoved moved)
    {
        var part = FindPart(moved.Part)!;
        return With(Programme.Remove(part).Insert(moved.Place, part));
    }

    private Workshop After(PartsRetimed retimed) => With([.. Programme.Select(part =>
        retimed.Minutes.FirstOrDefault(one => one.Part == part.Id) is { } planned ? part with { Minutes = planned.Minutes, Edition = NextEdition } : part)]);

    private Workshop After(ProgrammeRestored restored) => With([.. restored.Parts]) with { Undoable = Undoable.RemoveAt(Undoable.Length - 1) };

    private static bool HasTwice(ImmutableArray<Part> parts) => parts.Where(part => part.IsOnlyOnce).GroupBy(part => part.Kind).Any(same => same.Count() > 1);

    private static Reason? Fault(Part part) => part switch
    {
        { Title.Length: 0 } => Reason.PartTitleEmpty,
        { Title.Length: > Part.LongestTitle } => Reason.TitleTooLong,
        { Text.Length: > Part.LongestText } => Reason.PartTextTooLong,
        { Notes.Length: > Part.LongestNotes } => Reason.PartNotesTooLong,
        { Minutes: < 0 or > Part.MostMinutes } => Reason.PartMinutesWrong,
        _ => QuestionOptions.Fault(part.Question, part.Options),
    };
}
