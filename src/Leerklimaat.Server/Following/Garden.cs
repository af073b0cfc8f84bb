using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Following;

/// <summary>
/// The garden on the wall. While tables play, a plant is as high as the piles say on which they laid the card, of tables that tell theirs (D2). Where
/// the pawns went it shows once that was published, in the same numbers as in a report (D7): a garden that grew with every pawn would give
/// away whoever came last.
/// </summary>
public static class Garden
{
    public static Sequence<BedView> Of(Deck deck, Board board, IEnumerable<Table> tables, Publications shown)
    {
        var played = tables.SelectMany(table => table.Played).Where(round => round.Pile is not null).ToLookup(round => round.Card.Value, round => Disclosure.TellsPile(round) ? round.Pile : null);
        return [.. deck.Factors.Select(factor => new BedView(factor.Name, factor.Sign, [.. deck.Cards.Where(card => card.Factor == factor.Id && played.Contains(card.Id)).Select(card => PlantOf(card, board.For(card.IsReversed), [.. played[card.Id].OfType<Pile>()], shown))]))];
    }

    private static PlantView PlantOf(Card card, Board board, List<Pile> piles, Publications shown)
    {
        // A card that was only discussed by one or two is a seed: it was sown, and more is not told.
        if (piles.Count == 0) return new($"plant-{card.Id}", card.Text, Laid.Untold, 0, null);

        var laid = piles.All(pile => pile == Pile.Green) ? Laid.Green : piles.Contains(Pile.Green) ? Laid.OnBoth : Laid.Red;
        if (shown.Together(new(card.Id)) is not { } group) return new($"plant-{card.Id}", card.Text, laid, piles.Average(HeightOf), null);

        var isTwice = group.Sample == Sample.Twice;
        var before = ScoreOf(group.Pawns.Select(pawn => pawn.Before), board);
        return new($"plant-{card.Id}", card.Text, laid, isTwice ? ScoreOf(group.Pawns.Select(pawn => pawn.After), board) : before, isTwice ? before : null);
    }

    private static double ScoreOf(IEnumerable<Placement> pawns, Board board) => Spread.Of(Distribution.Of(board, pawns)).ScoreOn(board);

    private static double HeightOf(Pile pile) => pile switch
    {
        Pile.Green => 1,
        Pile.RedToImprove => .4,
        _ => .1,
    };
}
