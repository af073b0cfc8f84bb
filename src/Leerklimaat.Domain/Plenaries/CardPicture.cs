using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Plenaries;

/// <summary>The pawns of all tables on one card, before and after, and how they moved (P5).</summary>
/// <param name="After">Nothing where the second placement is not there.</param>
public sealed record CardPicture(CardId Card, Distribution Before, Distribution? After, Shift? Movement)
{
    /// <summary>Draws what may be shown and nothing else: the same numbers that a report would have.</summary>
    /// <returns>Nothing where too few people placed for any of it to be shown.</returns>
    public static CardPicture? Draw(CardId card, Board board, Publications publications)
    {
        if (publications.Together(card) is not { } group) return null;

        var (before, after) = (group.Pawns.Select(pawn => pawn.Before), group.Pawns.Select(pawn => pawn.After));
        var isTwice = group.Sample == Sample.Twice;
        return new(card, Distribution.Of(board, before), isTwice ? Distribution.Of(board, after) : null, isTwice ? Shift.Of(board, before, after) : null);
    }

    /// <summary>Of a card that only stand-ins have played (W11), marked so that it goes with the rehearsal.</summary>
    public static CardPicture? Rehearsed(PlayedCard played, Board board)
    {
        var shown = Publications.Decide(Publications.Empty, new ShowGroups([played], Disclosure.Minimum)).Events.Aggregate(Publications.Empty, Publications.Evolve);
        return Draw(played.Card, board, shown) is { } picture ? picture with { IsRehearsed = true } : null;
    }

    /// <summary>Only stand-ins are in it.</summary>
    public bool IsRehearsed { get; init; }

    /// <summary>Whether a table is placing again on this card right now, behind closed hands.</summary>
    public static bool IsSecondHidden(CardId card, IEnumerable<Table> tables) =>
        tables.Any(table => table.Round is { Phase: Phase.SecondPlacement } round && round.Card == card);

    /// <summary>How many people are in it, "weet ik niet" included.</summary>
    public int Size => Before.Counting + Before.DontKnow;

    public bool IsSameAs(CardPicture? other) => other is not null && Card == other.Card && Before.Equals(other.Before) && Equals(After, other.After) && IsSameMovement(other.Movement);

    private bool IsSameMovement(Shift? other) => Movement is null ? other is null : other is not null && Movement.Squares == other.Squares
        && Enumerable.Range(1, other.Squares).All(start => Enumerable.Range(1, other.Squares).All(end => Movement.Moved(start, end) == other.Moved(start, end)));
}
