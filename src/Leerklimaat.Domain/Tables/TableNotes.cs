using System.Collections.Immutable;

namespace Leerklimaat.Domain.Tables;

// The green and the pink notes: rule G6. A note may be written whenever there is a card on the table, also while the game is stopped:
// what somebody is typing at that moment is never lost.
public sealed partial record Table
{
    public IEnumerable<Note> NotesOf(Round round) => Notes.Where(note => note.Round == round.Number);

    private Decision<TableEvent>? AboutNotes(TableCommand command) => command switch
    {
        WriteNote write when Notes.Any(note => note.Id == write.Note) => Decision<TableEvent>.Nothing,
        WriteNote when NotedRound is null => Reason.NoRound,
        WriteNote write when IsFullOf(write) => new Refusal(Reason.TooManyNotes, Note.MostOfASeat),
        WriteNote write => Checked(write.Text) is { } reason ? reason
            : new NoteWritten(write.Note, KindOn(NotedRound, write.Kind), write.Text, write.Proof, write.IsSigned ? Find(write.Seat)!.Name : ""),

        ChangeNote change => Own(change.Note, change.Proof, note =>
            note.Text == change.Text ? Decision<TableEvent>.Nothing
            : Checked(change.Text) is { } reason ? reason
            : new NoteChanged(note.Id, change.Text)),
        WithdrawNote withdraw => Own(withdraw.Note, withdraw.Proof, Withdraw),
        RestoreNote restore => Own(restore.Note, restore.Proof, Restore),

        HideNote hide => Any(hide.Note, Withdraw),
        ShowNote show => Any(show.Note, Restore),
        _ => null,
    };

    /// <summary>A note belongs to the card on the table or, between two cards, to the one that was just played; never to one that was entered from paper meanwhile.</summary>
    public Round? NotedRound => Round ?? Played.LastOrDefault(round => !round.IsOnPaper);

    // What others write at a case is how they do it: an example, whatever else it is.
    private static NoteKind KindOn(Round? round, NoteKind kind) => round is { IsJudged: true } ? kind.Paper() : kind;

    // A table with one tablet writes for all its seats. Who wrote a note is not known here; that one seat has its share comes with the command, and all together have theirs.
    private bool IsFullOf(WriteNote write) =>
        write.Own >= Note.MostOfASeat * SeatsOf(write.Device).Count() || NotesOf(NotedRound!).Count() >= Note.MostOnACard || Notes.Length >= Note.MostAtATable;

    private static Reason? Checked(string text) => text.Length switch
    {
        0 => Reason.NoteEmpty,
        > Note.LongestText => Reason.NoteTooLong,
        _ => null,
    };

    private Decision<TableEvent> Own(NoteId id, string proof, Func<Note, Decision<TableEvent>> then) =>
        Any(id, note => note.Proof == proof ? then(note) : Reason.NotYourNote);

    private Decision<TableEvent> Any(NoteId id, Func<Note, Decision<TableEvent>> then) =>
        Notes.FirstOrDefault(note => note.Id == id) is { } note ? then(note) : Reason.NoteUnknown;

    private static Decision<TableEvent> Withdraw(Note note) => note.IsWithdrawn ? Decision<TableEvent>.Nothing : new NoteWithdrawn(note.Id);

    private static Decision<TableEvent> Restore(Note note) => note.IsWithdrawn ? new NoteRestored(note.Id) : Decision<TableEvent>.Nothing;

    private Table? AfterNotes(TableEvent happened) => happened switch
    {
        NoteWritten written => this with { Notes = Notes.Add(NoteOf(written)) },
        NoteChanged changed => With(changed.Note, note => note with { Text = changed.Text }),
        NoteWithdrawn withdrawn => With(withdrawn.Note, note => note with { IsWithdrawn = true }),
        NoteRestored restored => With(restored.Note, note => note with { IsWithdrawn = false }),
        _ => null,
    };

    private Note NoteOf(NoteWritten written) =>
        new(written.Note, NotedRound!.Number, NotedRound.Card, written.Kind, written.Text, written.Proof, written.SignedBy, IsWithdrawn: false);

    private Table With(NoteId id, Func<Note, Note> change) =>
        this with { Notes = [.. Notes.Select(note => note.Id == id ? change(note) : note)] };
}
