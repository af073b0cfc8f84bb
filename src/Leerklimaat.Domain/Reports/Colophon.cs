using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Domain.Reports;

/// <summary>Of which workshop a report is, with which deck people played, in which language it is written and when it was made.</summary>
/// <param name="Deck">The id of the deck.</param>
/// <param name="MadeAt">In the time zone of who reads; nothing where nobody asked when.</param>
public sealed record Colophon(WorkshopId Workshop, string Deck, string DeckTitle, int DeckEdition, string Language, DateTimeOffset? MadeAt)
{
    /// <summary>Of which day the edition is; nothing where nobody said.</summary>
    public DateOnly? DeckDate { get; init; }

    /// <summary>Who made the deck; empty where nobody said.</summary>
    public string DeckAuthor { get; init; } = "";

    public string DeckLicence { get; init; } = "";

    /// <summary>What the deck was made from, in words.</summary>
    public string DeckBasis { get; init; } = "";

    public static Colophon Of(Deck deck) => new(default, deck.Id, deck.Title, deck.Edition, deck.Language, null) { DeckDate = deck.Date, DeckAuthor = deck.Author, DeckLicence = deck.Licence, DeckBasis = deck.Basis };
}
