using System.Collections.Immutable;
using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Domain.Plenaries;

/// <summary>
/// What the room makes of the harvest of all tables (P1–P5). It knows entries by their ids only: what they say is drawn from the tables
/// (<see cref="Harvest"/>) and both come together in <see cref="PlenaryLists"/>. The rules stand in the other parts of this type:
/// <c>PlenaryArranging</c> (P2, P4) and <c>PlenaryDots</c> (P3, P5).
/// </summary>
public sealed partial record Plenary
{
    public const int StepsBack = 20;

    public static readonly Plenary Empty = new();

    public Arrangement Arrangement { get; init; } = Arrangement.Empty;

    /// <summary>The arrangements before this one, the newest last, to step back to.</summary>
    public ImmutableArray<Arrangement> Before { get; init; } = [];

    public ImmutableArray<DotRound> DotRounds { get; init; } = [];

    /// <summary>Every picture of a card that was shown, in order.</summary>
    public ImmutableArray<CardPicture> Pictures { get; init; } = [];

    /// <summary>The card on the screen; nothing while it shows the lists.</summary>
    public CardId? Shown { get; init; }

    /// <summary>How many people must have placed before a card is drawn.</summary>
    public int Minimum { get; init; } = Disclosure.Minimum;

    public DotRound? Dots => DotRounds.LastOrDefault();

    /// <summary>The round whose counts everybody may see: the last, once it is closed and enough people are in it (D10).</summary>
    public DotRound? Counted => Dots is { IsOpen: false, PeopleTold: > 0 } closed ? closed : null;

    public CardPicture? PictureOf(CardId card) => Pictures.LastOrDefault(picture => picture.Card == card) is { } last && last.Size >= Minimum ? last : null;

    public static Decision<PlenaryEvent> Decide(Plenary plenary, PlenaryCommand command) => command switch
    {
        ClearRehearsal forget => plenary == (forget.IsAnew ? Empty : plenary.WithoutRehearsal()) ? Decision<PlenaryEvent>.Nothing : new RehearsalCleared(forget.IsAnew),
        ArrangeCommand when plenary.Dots is { IsOpen: true } => Reason.DotsAreOpen,
        _ => plenary.AboutArranging(command) ?? plenary.AboutAgreeing(command) ?? plenary.AboutDots(command) ?? plenary.AboutPictures(command)
            ?? throw new NotSupportedException(command.GetType().Name),
    };

    public static Plenary Evolve(Plenary plenary, PlenaryEvent happened) => happened switch
    {
        RehearsalCleared forgotten => forgotten.IsAnew ? Empty : plenary.WithoutRehearsal(),
        StepUndone => plenary with { Arrangement = plenary.Before[^1], Before = plenary.Before.RemoveAt(plenary.Before.Length - 1) },
        _ => plenary.Arranged(happened) is { } arranged ? plenary.Next(arranged)
            : plenary.AfterDots(happened) ?? throw new NotSupportedException(happened.GetType().Name),
    };

    /// <summary>Without the dots that were set in practice, and the pictures that stand-ins are in (W11).</summary>
    public Plenary WithoutRehearsal()
    {
        var dots = DotRounds.Select(round => round.WithoutRehearsal());
        var pictures = Pictures.RemoveAll(picture => picture.IsRehearsed);
        return this with { DotRounds = DotRounds.SequenceEqual(dots) ? DotRounds : [.. dots], Pictures = pictures.Length == Pictures.Length ? Pictures : pictures };
    }

    private Plenary Next(Arrangement arrangement) => this with
    {
        Before = [.. Before.Skip(Before.Length < StepsBack ? 0 : 1), Arrangement],
        Arrangement = arrangement,
    };
}
