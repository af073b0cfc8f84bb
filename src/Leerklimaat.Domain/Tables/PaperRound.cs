namespace Leerklimaat.Domain.Tables;

/// <summary>One card as a table played it on paper, as somebody reads it from the score sheet afterwards (T7).</summary>
/// <param name="Replaces">The number of the round that this corrects or puts back; nothing for a card that is new.</param>
/// <param name="Case">Its bringer is seat 0 where that was not noted.</param>
/// <param name="Pile">Nothing where it was not noted: then the points decide.</param>
public sealed record PaperRound(
    int? Replaces, CardId Card, Case? Case, IReadOnlyList<Placement> First, IReadOnlyList<Placement> Second, IReadOnlyList<Turn> Turns, Pile? Pile, IReadOnlyList<PaperNote> Notes)
{
    public const int MostNotes = 60;

    /// <summary>The squares count the other way round (G17).</summary>
    public bool IsReversed { get; init; }

    public IReadOnlyList<Placement> Last => Second.Count > 0 ? Second : First;
}

/// <summary>A note on paper. A note of the same round with the same words keeps the id that it has.</summary>
public sealed record PaperNote(NoteId Id, NoteKind Kind, string Text)
{
    /// <summary>Who brought the case takes it along (G11).</summary>
    public bool IsTaken { get; init; }
}

/// <summary>Something on the page that cannot be so, and where it stands.</summary>
/// <param name="Place">The seat, or the line of the note; 0 where the field as a whole is meant.</param>
public sealed record PaperFault(PaperField Field, int Place, Refusal Why);

/// <summary>The fields of the page on which a paper table is entered.</summary>
public enum PaperField { Card, Case, HappensNow, Asks, Bringer, First, Told, Second, Pile, Green, Question, Need }

/// <summary>A round on paper that was taken back, with its notes: it can be put back as it was.</summary>
public sealed record PaperAside(Round Round, System.Collections.Immutable.ImmutableArray<Note> Notes);
