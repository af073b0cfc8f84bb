namespace Leerklimaat.Domain.Plenaries;

/// <summary>Names what stands on a list: a card by its pile, a note, or a bundle of both. The same at every look, whatever happened meanwhile.</summary>
public readonly record struct EntryId(string Value)
{
    public static EntryId OfCard(EntryKind kind, Tables.CardId card) => new($"{Prefix(kind)}-{card.Value}");

    public static EntryId OfNote(Tables.NoteId note) => new($"note-{note.Value:N}");

    public static EntryId OfBundle(Guid id) => new($"{BundlePrefix}{id:N}");

    /// <summary>The same card as an entry without a pile; nothing for a note and for a bundle.</summary>
    public EntryId? Discussed => Value.Split('-', 2) is [var pile, var card] && Piles.Contains(pile) ? new($"discussed-{card}") : null;

    public bool IsBundle => Value.StartsWith(BundlePrefix, StringComparison.Ordinal);

    private const string BundlePrefix = "bundle-";

    private static readonly string[] Piles = ["green", "improve", "absent"];

    private static string Prefix(EntryKind kind) => kind switch
    {
        EntryKind.GreenCard => "green",
        EntryKind.CardToImprove => "improve",
        EntryKind.CardNotPresent => "absent",
        EntryKind.DiscussedCard => "discussed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Only a card has a pile."),
    };
}

/// <summary>The three lists of the plenary (P1).</summary>
public enum PlenaryList { Present, ToDevelop, Questions }

/// <summary>
/// What an entry comes from. The red pile keeps apart what must be improved and what is not there at all; a discussed card lies on a pile that its table
/// does not tell (D2). What others gave to a case is not there already and not asked for: an example says that it can be so, a tip what is missing (G11).
/// </summary>
public enum EntryKind { GreenCard, CardToImprove, CardNotPresent, GreenNote, Need, Question, DiscussedCard, Example, Tip, Aspect, Activity }

public static class EntryKinds
{
    /// <summary>On which pile the card lies; nothing for a card of which no pile is told, and for what somebody wrote.</summary>
    public static Tables.Pile? Pile(this EntryKind kind) => kind switch
    {
        EntryKind.GreenCard => Tables.Pile.Green,
        EntryKind.CardToImprove => Tables.Pile.RedToImprove,
        EntryKind.CardNotPresent => Tables.Pile.RedNotPresent,
        _ => null,
    };

    /// <summary>Somebody wrote it; all else is a card.</summary>
    public static bool IsNote(this EntryKind kind) => kind.Pile() is null && kind != EntryKind.DiscussedCard;
}
