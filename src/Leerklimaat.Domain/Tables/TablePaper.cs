using System.Collections.Immutable;

namespace Leerklimaat.Domain.Tables;

// A table that played on paper, entered afterwards by one person: rule T7.
public sealed partial record Table
{
    public const int FewestPeople = 2;

    /// <summary>Rounds on paper that were taken back; nothing of them is lost.</summary>
    public ImmutableArray<PaperAside> PaperAsides { get; init; } = [];

    public bool IsOnPaper => Seats.Any(seat => seat.IsOnPaper);

    /// <summary>A round on paper, also one that was taken back.</summary>
    public Round? OnPaper(int number) => Played.FirstOrDefault(round => round.IsOnPaper && round.Number == number) ?? AsideOf(number)?.Round;

    public IEnumerable<Note> NotesOnPaper(int number) => (AsideOf(number)?.Notes ?? Notes).Where(note => note.Round == number && !note.IsWithdrawn);

    /// <summary>How many seats there must be at least: those of phones, and those for which something was entered.</summary>
    public int FewestOnPaper => Seats.Where(seat => !seat.IsOnPaper || IsUsed(seat.Number)).Select(seat => seat.Number.Value).DefaultIfEmpty(0).Max();

    /// <summary>Everything that is wrong at once, so that it can be said at the fields.</summary>
    public IEnumerable<PaperFault> Check(PaperRound paper)
    {
        if (CardFault(paper) is { } card) yield return At(PaperField.Card, 0, card);
        foreach (var fault in CaseFaults(paper)) yield return fault;
        foreach (var fault in paper.First.Where(pawn => !IsPossible(pawn, paper)).Select(pawn => At(PaperField.First, pawn.Seat.Value, WhyNot(pawn, paper)))) yield return fault;
        foreach (var fault in paper.Second.Where(pawn => !IsPossible(pawn, paper)).Select(pawn => At(PaperField.Second, pawn.Seat.Value, WhyNot(pawn, paper)))) yield return fault;
        foreach (var turn in paper.Turns.Where(turn => !Enum.IsDefined(turn.Story) || Find(turn.Seat) is null)) yield return At(PaperField.Told, turn.Seat.Value, Reason.PaperStoryUnclear);
        if (paper.First.Count == 0) yield return At(PaperField.First, 0, Reason.PaperNobodyPlaced);
        else if (paper.Pile is null && !IsJudged(paper) && paper.Last.All(pawn => IsPossible(pawn, paper)) && Proposal(paper) is null) yield return At(PaperField.Pile, 0, Reason.PaperPileNeeded);
        foreach (var fault in NoteFaults(paper)) yield return fault;
    }

    private Decision<TableEvent>? AboutPaper(TableCommand command) => command switch
    {
        SeatOnPaper { People: < FewestPeople or > Seat.Pawns } => Reason.PaperPeopleWrong,
        SeatOnPaper seat when seat.People == Seats.Length => Decision<TableEvent>.Nothing,
        SeatOnPaper seat when seat.People < FewestOnPaper => new Refusal(Reason.PaperSeatUsed, 0, FewestOnPaper),
        SeatOnPaper seat => new PaperSeatsLaid(seat.People),

        EnterPaperRound when Seats.Length < FewestPeople => Reason.PaperPeopleWrong,
        EnterPaperRound { Paper.Replaces: { } number } when OnPaper(number) is null => Reason.NothingToUndo,
        EnterPaperRound enter => Check(enter.Paper).FirstOrDefault() is { } fault ? fault.Why : Entered(enter.Paper, enter.At),
        _ => null,
    };

    private Decision<TableEvent> Entered(PaperRound paper, DateTimeOffset at)
    {
        var number = paper.Replaces ?? RoundsBegun + 1;
        var proposed = Proposal(paper);
        var entered = new PaperRoundEntered(number, paper.Card, paper.Case, paper.First, paper.Second, paper.Turns, IsJudged(paper) ? null : paper.Pile ?? proposed, proposed, at) { IsReversed = paper.IsReversed };
        TableEvent[] happened = [.. IsAsEntered(entered) ? [] : new[] { entered }, .. NotesEntered(paper, number)];
        return happened;
    }

    /// <summary>True where a correction says what stands there already.</summary>
    private bool IsAsEntered(PaperRoundEntered entered) => Played.FirstOrDefault(round => round.Number == entered.Round) is { } known
        && known.Card == entered.Card && known.Case == entered.Case && known.Pile == entered.Pile && known.Proposed == entered.Proposed
        && known.First.SequenceEqual(entered.First) && known.Second.SequenceEqual(entered.Second) && known.Turns.SequenceEqual(entered.Turns);

    /// <summary>
    /// Notes with the same words stay. Of the others the first that went and the first that came are one note with other words: it keeps its id and so
    /// its place in the plenary.
    /// </summary>
    private IEnumerable<TableEvent> NotesEntered(PaperRound paper, int number)
    {
        var taken = new List<NoteId>();
        foreach (var kind in NoteKinds.Papers)
        {
            var known = NotesOnPaper(number).Where(note => note.Kind.Paper() == kind).ToList();
            var written = paper.Notes.Where(note => note.Kind == kind).ToList();
            foreach (var same in written.ToList())
            {
                if (known.Find(note => note.Text == same.Text) is not { } stays) continue;
                known.Remove(stays);
                written.Remove(same);
                if (same.IsTaken) taken.Add(stays.Id);
            }

            taken.AddRange([.. known.Zip(written).Where(changed => changed.Second.IsTaken).Select(changed => changed.First.Id), .. written.Skip(known.Count).Where(added => added.IsTaken).Select(added => added.Id)]);
            foreach (var (was, becomes) in known.Zip(written)) yield return new NoteChanged(was.Id, becomes.Text);
            foreach (var gone in known.Skip(written.Count)) yield return new NoteWithdrawn(gone.Id);
            foreach (var added in written.Skip(known.Count)) yield return new PaperNoteWritten(added.Id, number, kind, added.Text);
        }

        if (IsJudged(paper) && !taken.ToHashSet().SetEquals(OnPaper(number)?.Taken ?? [])) yield return new PaperExamplesTaken(number, taken);
    }

    private Refusal? CardFault(PaperRound paper) => Played.Concat(PaperAsides.Select(aside => aside.Round)).FirstOrDefault(round => round.Card == paper.Card && round.Number != paper.Replaces) switch
    {
        { IsOnPaper: true } => new(Reason.CardEnteredAlready),
        { Kind: not RoundKind.Practice } => new(Reason.CardPlayedHere),
        _ => Round?.Card == paper.Card ? new(Reason.CardPlayedHere) : null,
    };

    private IEnumerable<PaperFault> CaseFaults(PaperRound paper)
    {
        if (paper.Case is not { } written) yield break;

        if (written.Text.Length == 0) yield return At(PaperField.Case, 0, Reason.CaseEmpty);
        if (written.Text.Length > Case.LongestText) yield return At(PaperField.Case, 0, Reason.CaseTooLong);
        if (written.HappensNow.Length > Case.LongestText) yield return At(PaperField.HappensNow, 0, Reason.CaseTooLong);
        if (written.Asks.Length > Case.LongestText) yield return At(PaperField.Asks, 0, Reason.CaseTooLong);
        if (written.Bringer.Value != 0 && Find(written.Bringer) is null) yield return At(PaperField.Bringer, 0, new Refusal(Reason.PaperBringerUnknown, 0, Seats.Length));
    }

    private static IEnumerable<PaperFault> NoteFaults(PaperRound paper)
    {
        foreach (var kind in paper.Notes.GroupBy(note => note.Kind))
        {
            var field = kind.Key switch { NoteKind.Green => PaperField.Green, NoteKind.Question => PaperField.Question, _ => PaperField.Need };
            if (kind.Count() > PaperRound.MostNotes) yield return At(field, 0, new Refusal(Reason.PaperTooManyNotes, 0, PaperRound.MostNotes));
            foreach (var (note, index) in kind.Select((note, index) => (note, index)))
            {
                if (note.Text.Length > Note.LongestText) yield return At(field, index + 1, new Refusal(Reason.PaperNoteTooLong, index + 1, Note.LongestText));
            }
        }
    }

    private bool IsJudged(PaperRound paper) => paper.Case is not null && Setting!.Cases is not null;

    private Decks.Board BoardOf(PaperRound paper) => IsJudged(paper) ? Setting!.Cases! : Setting!.Board.For(paper.IsReversed);

    private bool IsPossible(Placement pawn, PaperRound paper) => BoardOf(paper).Has(pawn.Place) && Find(pawn.Seat) is not null && pawn.Seat != paper.Case?.Bringer;

    private Refusal WhyNot(Placement pawn, PaperRound paper) => pawn.Seat == paper.Case?.Bringer ? new(Reason.BringerDoesNotPlace) : new(Reason.PaperPlaceUnclear, 0, BoardOf(paper).Squares.Length);

    private Pile? Proposal(PaperRound paper) => Tally.Of(BoardOf(paper), paper.Last).Proposal;

    private bool IsUsed(SeatNumber seat) => Played.Concat(PaperAsides.Select(aside => aside.Round)).Where(round => round.IsOnPaper)
        .Any(round => round.FirstOf(seat) is not null || round.SecondOf(seat) is not null || round.HasHadTurn(seat) || round.Case?.Bringer == seat);

    private PaperAside? AsideOf(int number) => PaperAsides.FirstOrDefault(aside => aside.Round.Number == number);

    private static PaperFault At(PaperField field, int place, Refusal why) => new(field, place, why);

    private static PaperFault At(PaperField field, int place, Reason reason) => new(field, place, new(reason));

    private Table? AfterPaper(TableEvent happened) => happened switch
    {
        PaperSeatsLaid laid => After(laid),
        PaperRoundEntered entered => After(entered),
        PaperNoteWritten written => this with { Notes = Notes.Add(new(written.Note, written.Round, OnPaper(written.Round)!.Card, written.Kind, written.Text, Proof: "", SignedBy: "", IsWithdrawn: false)) },
        PaperRoundTakenBack taken => After(taken),
        PaperExamplesTaken taken => this with { Played = Played.Replace(OnPaper(taken.Round)!, OnPaper(taken.Round)! with { Taken = [.. taken.Notes] }) },
        _ => null,
    };

    // Nobody waits for who plays on paper, so these seats are away from the start.
    private Table After(PaperSeatsLaid laid)
    {
        var free = Enumerable.Range(1, Seat.Pawns).Where(pawn => Seats.All(seat => seat.Pawn != pawn));
        var added = free.Take(Math.Max(0, laid.People - Seats.Length)).Select((pawn, index) => new Seat(new(Seats.Length + 1 + index), pawn, default, "", "", "", IsAway: true));
        return this with { Seats = [.. Seats.Take(laid.People), .. added], Claims = [.. Claims.Where(claim => claim.Seat.Value <= laid.People)] };
    }

    private Table After(PaperRoundEntered entered)
    {
        var known = OnPaper(entered.Round);
        var aside = AsideOf(entered.Round);
        var round = new Round(entered.Round, entered.Card, entered.Case is null ? RoundKind.Statement : RoundKind.Case, null, known?.BeganAt ?? entered.At)
        {
            Phase = Phase.Closed,
            IsOnPaper = true,
            Case = entered.Case,
            IsJudged = entered.Case is not null && entered.Pile is null,
            IsReversed = entered.IsReversed,
            First = [.. entered.First],
            Second = [.. entered.Second],
            Turns = [.. entered.Turns],
            Pile = entered.Pile,
            Proposed = entered.Proposed,
            Taken = entered.Case is null ? [] : known?.Taken ?? [],
        };
        return this with
        {
            Played = known is null || aside is not null ? Played.Add(round) : Played.Replace(known, round),
            PaperAsides = aside is null ? PaperAsides : PaperAsides.Remove(aside),
            Notes = [.. Notes.AddRange(aside?.Notes ?? []).Select(note => note.Round == entered.Round ? note with { Card = entered.Card } : note)],
            RoundsBegun = Math.Max(RoundsBegun, entered.Round),
            Skipped = Skipped.Remove(entered.Card),
        };
    }

    private Table After(PaperRoundTakenBack taken)
    {
        var round = OnPaper(taken.Round)!;
        return this with
        {
            Played = Played.Remove(round),
            Notes = [.. Notes.Where(note => note.Round != taken.Round)],
            PaperAsides = PaperAsides.Add(new(round, [.. Notes.Where(note => note.Round == taken.Round)])),
        };
    }
}
