using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Tables;

/// <summary>The cards that wait for their second placement (G7).</summary>
/// <param name="MayTake">The table may place them again now.</param>
/// <param name="TakesNext">The card on the table will wait too when it has been told.</param>
public sealed record HeldView(int Cards, bool MayTake, bool TakesNext)
{
    /// <summary>Nothing but placing again is asked of the table now.</summary>
    public bool IsWhatIsNext { get; init; }

    public static readonly HeldView None = new(0, false, false);
}

/// <summary>Between two cards: all that can be chosen, by factor, and what players find worth playing.</summary>
/// <param name="Practice">The practice card, while it can still be played.</param>
/// <param name="Gone">Differs when cards were played or skipped: who has the cards of a factor laid out gets them anew.</param>
/// <param name="Host">Who alone chooses; nothing where everybody may.</param>
public sealed record ChooserView(TableId Table, string? Practice, Sequence<FactorView> Factors, string Gone, Sequence<StarredView> Starred, SeatView? Host)
{
    /// <summary>The quick ways to a card.</summary>
    public WaysView Ways => new(Table, Practice, Starred.Count > 0, Gone, Host);
}

/// <summary>The practice card, or a card that is drawn or has stars.</summary>
public sealed record WaysView(TableId Table, string? Practice, bool HasStars, string Gone, SeatView? Host);

/// <summary>A factor and how many of its cards have not been played at this table.</summary>
public sealed record FactorView(string Id, string Name, string Sign, int Cards);

/// <summary>The cards of one factor that have not been played at this table, with one's own stars: fetched by who lays them out.</summary>
public sealed record FactorCardsView(TableId Table, string Factor, string Name, string Sign, Sequence<CardView> Cards, Sequence<string> Skipped, Sequence<string> Stars);

/// <summary>A card with its stars.</summary>
public sealed record StarredView(CardView Card, int Stars);

/// <summary>The cards that were played, by pile.</summary>
public sealed record PilesView(Sequence<PlayedView> Green, Sequence<PlayedView> Red)
{
    public static readonly PilesView Empty = new([], []);

    /// <summary>The way to what the table reads back; nothing while there is nothing to read.</summary>
    public HarvestLink? Harvest { get; init; }

    /// <summary>The cases, which lie on no pile.</summary>
    public Sequence<CaseView> Cases { get; init; } = [];

    public int Count => Green.Count + Red.Count + Cases.Count;
}

/// <summary>A case that was judged.</summary>
/// <param name="Taken">How many examples and tips its bringer takes along.</param>
public sealed record CaseView(int Round, CardView Card, int Taken);

/// <summary>A played card on its pile.</summary>
public sealed record PlayedView(int Round, CardView Card, Pile Pile, Pile? Proposed, int Notes);

/// <summary>The way to the harvest of the table (T8).</summary>
/// <param name="IsNow">The game was stopped, and the table has not given it yet.</param>
public sealed record HarvestLink(TableId Table, bool IsGiven, bool IsNow);
