using System.Collections.Immutable;

namespace Leerklimaat.Domain.Tables;

/// <summary>A green note (what is there) or a pink one (a question or a need), tied to the card of its round.</summary>
/// <param name="Proof">Lets the writer change the note and nobody find out who that is: a hash of a secret that only the browser has.</param>
/// <param name="SignedBy">The name that the writer put under it; empty otherwise.</param>
public sealed record Note(NoteId Id, int Round, CardId Card, NoteKind Kind, string Text, string Proof, string SignedBy, bool IsWithdrawn)
{
    /// <summary>The table holds it back: outside the table nobody sees it (T8).</summary>
    public bool IsKept { get; init; }

    public const int LongestText = 280;

    /// <summary>More than anybody writes on a card by hand, so that no program fills the table.</summary>
    public const int MostOfASeat = 20;

    public const int MostOnACard = MostOfASeat * Seat.Pawns, MostAtATable = 3_000;
}

/// <summary>
/// What is there already is green: an aspect (how it is here) or an activity (what another team could do as well), or neither was said. A question and a need
/// are both pink.
/// </summary>
public enum NoteKind { Green, Question, Need, Aspect, Activity }

/// <summary>What all kinds of notes have in common.</summary>
public static class NoteKinds
{
    /// <summary>As they are written on paper and at a case, where a green one says neither that it is an aspect nor that it is an activity.</summary>
    public static readonly ImmutableArray<NoteKind> Papers = [NoteKind.Green, NoteKind.Question, NoteKind.Need];

    public static bool IsGreen(this NoteKind kind) => kind.Paper() == NoteKind.Green;

    public static NoteKind Paper(this NoteKind kind) => kind is NoteKind.Aspect or NoteKind.Activity ? NoteKind.Green : kind;
}
