namespace Leerklimaat.Domain.Tables;

// The harvest that a table reads back before the plenary, and what of it stays at the table: rule T8.
public sealed partial record Table
{
    /// <summary>When the table said "dit geven wij mee"; nothing before that, and when something came to its harvest since.</summary>
    public DateTimeOffset? HarvestGivenAt { get; init; }

    /// <summary>The table as all others see it: without what it holds back.</summary>
    public Table AsGiven()
    {
        var kept = Rounds.Where(round => round.IsKept).Select(round => round.Number).ToHashSet();
        return kept.Count == 0 && !Notes.Any(note => note.IsKept) ? this
            : this with { Played = [.. Played.Where(round => !round.IsKept)], Notes = [.. Notes.Where(note => !note.IsKept && !kept.Contains(note.Round))] };
    }

    /// <summary>What there is to read back: the cards that were played, and those on which something was written. Practice is not among them (G12).</summary>
    public IEnumerable<Round> Harvest => Rounds.Where(round =>
        round.Kind != RoundKind.Practice && (round.Pile is not null || round is { IsJudged: true, Phase: Phase.Closed } || NotesOf(round).Any(note => !note.IsWithdrawn)));

    /// <summary>Notes on a card that was begun and put away again: it is among no rounds, and its notes are still there.</summary>
    public IEnumerable<Note> LooseNotes => Notes.Where(note => !note.IsWithdrawn && RoundOf(note) is null && !PractisedRounds.Contains(note.Round));

    public bool HasHarvest => Harvest.Any() || LooseNotes.Any();

    private Round? RoundOf(Note note) => Rounds.FirstOrDefault(round => round.Number == note.Round);

    private Decision<TableEvent>? AboutTheHarvest(TableCommand command) => command switch
    {
        CallNote call => Any(call.Note, note =>
            KindOn(RoundOf(note), call.Kind) == note.Kind ? Decision<TableEvent>.Nothing
            : note.Kind.IsGreen() != call.Kind.IsGreen() ? Reason.NoteKeepsItsColour
            : new NoteCalled(note.Id, call.Kind)),
        KeepNote keep => Any(keep.Note, note =>
            note.IsKept == keep.IsKept ? Decision<TableEvent>.Nothing : keep.IsKept ? new NoteKept(note.Id) : new NoteLetGo(note.Id)),
        KeepRound keep when Rounds.FirstOrDefault(round => round.Number == keep.Round) is not { } round => Reason.CardUnknown,
        KeepRound keep when Rounds.First(round => round.Number == keep.Round).IsKept == keep.IsKept => Decision<TableEvent>.Nothing,
        KeepRound keep => keep.IsKept ? new RoundKept(keep.Round) : new RoundLetGo(keep.Round),
        GiveHarvest when !HasHarvest => Reason.NothingHarvested,
        GiveHarvest give => HarvestGivenAt is null ? new HarvestGiven(give.At) : Decision<TableEvent>.Nothing,
        _ => null,
    };

    private Table? AfterTheHarvest(TableEvent happened) => happened switch
    {
        NoteCalled called => With(called.Note, note => note with { Kind = called.Kind }),
        NoteKept kept => With(kept.Note, note => note with { IsKept = true }),
        NoteLetGo let => With(let.Note, note => note with { IsKept = false }),
        RoundKept kept => With(kept.Round, isKept: true),
        RoundLetGo let => With(let.Round, isKept: false),
        HarvestGiven given => this with { HarvestGivenAt = given.At },
        _ => null,
    };

    private Table With(int number, bool isKept) => Round?.Number == number
        ? this with { Round = Round with { IsKept = isKept } }
        : this with { Played = [.. Played.Select(round => round.Number == number ? round with { IsKept = isKept } : round)] };

    // A table answers for what it has read. What comes after that it has not read yet; what it then corrects itself, it has.
    private static bool AddsToTheHarvest(TableEvent happened) => happened is CardLaid or CardTakenBack or NoteWritten or NoteChanged or NoteRestored;
}
