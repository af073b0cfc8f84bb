namespace Leerklimaat.Domain.Tables;

/// <summary>A green note (what is there) or a pink one (a question or a need), tied to the card of its round.</summary>
/// <param name="Proof">Lets the writer change the note and nobody find out who that is: a hash of a secret that only the browser has.</param>
/// <param name="SignedBy">The name that the writer put under it; empty otherwise.</param>
public sealed record Note(NoteId Id, int Round, CardId Card, NoteKind Kind, string Text, string Proof, string SignedBy, bool IsWithdrawn)
{
    public const int LongestText = 280;

    /// <summary>More than anybody writes on a card by hand, so that no program fills the table.</summary>
    public const int MostOfASeat = 20;

    public const int MostOnACard = MostOfASeat * Seat.Pawns, MostAtATable = 3_000;
}

/// <summary>Green is what is there already; a question and a need are both pink.</summary>
public enum NoteKind { Green, Question, Need }
