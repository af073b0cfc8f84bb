using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Workshops;

/// <summary>
/// The garden on the wall. While tables play, a plant is as high as the piles say on which they laid the card: their own decision, said aloud. Where
/// the pawns went it shows once that was allowed to be shown, in the same numbers as in a report (R3): a garden that grew with every pawn would give
/// away whoever came last.
/// </summary>
public static class Garden
{
    public static Sequence<BedView> Of(Deck deck, Board board, IEnumerable<Table> tables, Publications shown)
    {
        var played = tables.SelectMany(table => table.Played).Where(round => round.Pile is not null).ToLookup(round => round.Card.Value, round => round.Pile!.Value);
        return [.. deck.Factors.Select(factor => new BedView(factor.Name, [.. deck.Cards.Where(card => card.Factor == factor.Id && played.Contains(card.Id)).Select(card => PlantOf(card, board, [.. played[card.Id]], shown))]))];
    }

    private static PlantView PlantOf(Card card, Board board, List<Pile> piles, Publications shown)
    {
        var isGreen = 2 * piles.Count(pile => pile == Pile.Green) >= piles.Count;
        if (shown.Together(new(card.Id)) is not { } group) return new($"plant-{card.Id}", card.Text, isGreen, piles.Average(HeightOf), null);

        var before = Tally.Of(board, group.Pawns.Select(pawn => pawn.Before)).Score;
        var now = Tally.Of(board, group.Pawns.Select(pawn => pawn.After)).Score;
        return new($"plant-{card.Id}", card.Text, isGreen, now ?? 0, group.Sample == Sample.Twice ? before : null);
    }

    private static double HeightOf(Pile pile) => pile switch
    {
        Pile.Green => 1,
        Pile.RedToImprove => .4,
        _ => .1,
    };
}
