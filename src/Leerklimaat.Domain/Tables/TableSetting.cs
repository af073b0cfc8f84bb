using System.Text.Json.Serialization;
using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Domain.Tables;

/// <summary>What a table is told when it is laid: the workshop it belongs to and how it plays.</summary>
/// <param name="Seats">How many people may sit down, 2 to 12.</param>
/// <param name="Name">Empty where it was given none.</param>
/// <param name="Edition">Of the deck. A table from before there were editions plays the first.</param>
/// <param name="Cases">The board on which the approach of a case is judged (G11). Nothing at a table from before there was one: there a case is played as a statement is.</param>
public sealed record TableSetting(Guid Workshop, int Number, string Deck, Board Board, int Seats, string Name = "", Board? Cases = null, int Edition = 1)
{
    [JsonIgnore]
    public DeckEdition Played => new(Deck, Edition);
}
