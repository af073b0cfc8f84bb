using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Workshops;

/// <summary>
/// The garden on the wall: what all tables together gave each card. Where fewer than five people placed, a plant shows the pile only: a
/// score of three people would come close to telling where they stood.
/// </summary>
public static class Garden
{
    public const int FewestPeople = 5;

    public static Sequence<BedView> Of(Deck deck, Board board, IEnumerable<Table> tables)
    {
        var played = tables.SelectMany(table => table.Played).Where(round => round.Pile is not null).ToLookup(round => round.Card.Value);
        return [.. deck.Factors.Select(factor => new BedView(factor.Name, [.. deck.Cards.Where(card => card.Factor == factor.Id && played.Contains(card.Id)).Select(card => PlantOf(card, board, [.. played[card.Id]]))]))];
    }

    private static PlantView PlantOf(Card card, Board board, List<Round> rounds)
    {
        var green = rounds.Count(round => round.Pile == Pile.Green);
        var now = Tally.Of(board, rounds.SelectMany(round => round.Last));
        var before = Tally.Of(board, rounds.SelectMany(round => round.First));
        var isGreen = 2 * green >= rounds.Count;
        return now.Counting >= FewestPeople && before.Counting >= FewestPeople
            ? new($"plant-{card.Id}", card.Text, isGreen, now.Score ?? 0, before.Score)
            : new($"plant-{card.Id}", card.Text, isGreen, isGreen ? 1 : rounds.Any(round => round.Pile == Pile.RedToImprove) ? .4 : .1, null);
    }
}
