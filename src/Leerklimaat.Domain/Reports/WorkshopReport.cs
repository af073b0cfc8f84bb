using System.Collections.Immutable;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.FollowUps;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Domain.Reports;

/// <summary>
/// What a workshop leaves behind (R1). It has no total and ranks nothing: cards stand in the order of the deck and tables in their own (R4). Numbers of
/// people come from <see cref="Publications"/> only (D7).
/// </summary>
/// <param name="HeldAt">In the time zone of who reads; nothing where it was not held.</param>
/// <param name="Minimum">The fewest people whose numbers are shown.</param>
/// <param name="Level">How much of what people wrote is in it.</param>
public sealed record WorkshopReport(
    string Title, DateTimeOffset? HeldAt, int Tables, int People, Board Board, int Minimum, ReadLevel Level,
    ImmutableArray<CardReport> Cards, ImmutableArray<FactorReport> Factors, ThreeLists Lists, ImmutableArray<ReportedQuestion> Questions,
    ImmutableArray<HeldCard> Held, ImmutableArray<SkippedCard> Skipped)
{
    public required Colophon Colophon { get; init; }

    /// <summary>The tables that played on paper, whose cards were entered afterwards (T7).</summary>
    public ImmutableArray<int> OnPaper { get; init; } = [];

    /// <summary>How many people were asked to come; nothing when nobody said.</summary>
    public int? Invited { get; init; }

    /// <summary>The factors about which nobody talked: of none of their cards anything is in the report, in the order of the deck.</summary>
    public ImmutableArray<Factor> NotDiscussed { get; init; } = [];

    /// <summary>What people told, added up; nothing where nobody told, and where they are too few.</summary>
    public StoryCounts? Stories { get; init; }

    /// <summary>Whether anybody told something: then what is not there is withheld.</summary>
    public bool HasStories { get; init; }

    /// <summary>False where all of it was told since the numbers were last published, or nobody published any (D7).</summary>
    public bool HasPublishedStories { get; init; }

    /// <summary>Of how many people the dots on the lists are.</summary>
    public ReportedDots Dots { get; init; } = ReportedDots.None;

    /// <summary>Whether any numbers were published yet (D7).</summary>
    public bool IsPublished { get; init; }

    /// <summary>Why people came together, and whether they found that they reached it.</summary>
    public ReportedPurpose Purpose { get; init; } = ReportedPurpose.None;

    /// <summary>The cases whose approach was judged (G11), in the order of the tables. How it was judged stays there: nearly always fewer than five people did.</summary>
    public ImmutableArray<ReportedCase> Cases { get; init; } = [];

    /// <summary>What became of the actions since (O2).</summary>
    public FollowUp FollowUp { get; init; } = FollowUp.Empty;

    public bool HasQuotes => Level == ReadLevel.All;

    public WorkshopReport At(ReadLevel level) => level == ReadLevel.All ? this : this with
    {
        Level = level,
        Purpose = Purpose.WithoutQuotes(),
        Cards = [.. Cards.Select(card => card.WithoutQuotes())],
        FollowUp = level == ReadLevel.Agreements ? FollowUp : FollowUp.WithoutWords(),
        Lists = level == ReadLevel.Agreements ? Lists.Agreed() : Lists.WithoutQuotes(),
        Cases = [.. Cases.Select(one => one.WithoutQuotes())],
        Held = [.. Held.Select(card => card.WithoutQuotes())],
        Questions = [.. Questions.Select(question => question.WithoutQuotes())],
    };

    /// <summary>The same without what people wrote and without names: of notes only how many there are.</summary>
    public WorkshopReport WithoutQuotes() => At(ReadLevel.WithoutQuotes);

    /// <summary>How often tables laid a card elsewhere than their points proposed, and how often there was a proposal: where both are shown, and a tie is none.</summary>
    public (int Overruled, int Proposed) Decisions => (Proposals.Count(table => table.Pile != table.Proposal), Proposals.Count());

    private IEnumerable<TableOutcome> Proposals => Cards.SelectMany(card => card.Tables).Where(table => table.Proposal is not null);
}

/// <summary>A case that somebody brought, and what the others gave to it.</summary>
/// <param name="Table">The number of the table.</param>
/// <param name="Asks">What who brought it wanted to know.</param>
public sealed record ReportedCase(CardId Id, int Table, string Text, string HappensNow, string Asks, ImmutableArray<ReportedExample> Given)
{
    public ReportedCase WithoutQuotes() => this with { Text = "", HappensNow = "", Asks = "", Given = [.. Given.Select(one => one with { Text = "", SignedBy = "" })] };
}

/// <summary>How another does it (green), or a tip (a need).</summary>
/// <param name="SignedBy">Who signed it; empty otherwise.</param>
/// <param name="IsTaken">Who brought the case takes it along.</param>
public sealed record ReportedExample(NoteKind Kind, string Text, string SignedBy, bool IsTaken);

/// <summary>One card over all tables that played it, or wrote about it.</summary>
/// <param name="Factor">The id of the factor; empty for a case.</param>
/// <param name="Text">The statement, or what somebody wrote on a blank card.</param>
/// <param name="HappensNow">What happens now, on a blank card.</param>
/// <param name="Twice">Of who placed twice; nothing where they are too few.</param>
/// <param name="Once">Of who placed once, or of all first placements where too few placed twice; nothing where they are too few.</param>
public sealed record CardReport(
    CardId Id, bool IsCase, string Factor, string Text, string HappensNow, Counted? Twice, Counted? Once,
    ImmutableArray<TableOutcome> Tables, NoteCounts NoteCounts, ImmutableArray<ReportedNote> Notes)
{
    /// <summary>The name of its factor; empty for a case.</summary>
    public string FactorName { get; init; } = "";

    /// <summary>The list of the deck that it is from; nothing for a case, and for a deck that is one list.</summary>
    public CardSet? Set { get; init; }

    /// <summary>The second tag that its deck gives it; nothing where it has none.</summary>
    public Theme? Theme { get; init; }

    /// <summary>Of what it says the less the better (G17).</summary>
    public bool IsReversed { get; init; }

    /// <summary>What who brought the case wants to know; empty on a printed card.</summary>
    public string Asks { get; init; } = "";

    /// <summary>How many people placed on it and are not in the numbers yet: they came later, or sit at a table that would be found (D3, D7).</summary>
    public int NotIn { get; init; }

    /// <summary>Where the pawns stood in the end, of everybody whose counts are shown; nothing where none are.</summary>
    public Distribution? Last => (Twice?.Last.Counts, Once is { IsLast: true } ? Once.Last.Counts : null) switch
    {
        ({ } twice, { } once) => twice + once,
        var (twice, once) => twice ?? once,
    };

    /// <summary>False where all tables played it since the numbers were last published.</summary>
    public bool IsPublished => Tables.IsEmpty || Tables.Any(table => table.IsPublished);

    public CardReport WithoutQuotes() => this with { Text = IsCase ? "" : Text, HappensNow = "", Asks = "", Notes = [] };
}

/// <summary>The numbers of one group of people on one card.</summary>
/// <param name="People">How many people, "weet ik niet" included.</param>
/// <param name="After">Nothing where there was one placement.</param>
/// <param name="Movement">Nothing where there was one placement.</param>
/// <param name="Tally">Nothing where the points would tell the counts.</param>
/// <param name="IsEarlier">True when somebody placed anew since it was published, which would show them.</param>
public sealed record Counted(int People, Spread Before, Spread? After, Movement? Movement, Tally? Tally, bool IsEarlier)
{
    /// <summary>False where their table placed again, of which too few people may be shown: then this is the first placement and not the end.</summary>
    public bool IsLast { get; init; } = true;

    public Spread Last => After ?? Before;

    public Closeness Closeness => Last.Closeness;
}

/// <summary>Where one table laid a card: its own decision, and beside it what the points proposed where they may be shown.</summary>
/// <param name="Pile">Nothing for a table of one or two pawns: it discussed the card, and its pile stays there (D2).</param>
/// <param name="Counted">Nothing where the table, or what would be left of the others, is too small.</param>
public sealed record TableOutcome(int Table, Pile? Pile, Counted? Counted)
{
    /// <summary>
    /// Whether the numbers are of the very pawns that the table added up. They are not when somebody came late and placed once, or when they are from before
    /// the card was placed anew: then no points are told, because the table never saw them.
    /// </summary>
    public bool IsAddedUp { get; init; }

    /// <summary>False where it was played since the numbers were last published, or nobody published any (D7).</summary>
    public bool IsPublished { get; init; } = true;

    /// <summary>The points as the table saw them; nothing where they are not shown.</summary>
    public Tally? Points => IsAddedUp ? Counted?.Tally : null;

    /// <summary>Nothing at exactly one half, and where the points are not shown.</summary>
    public Pile? Proposal => Points?.Proposal;
}

/// <summary>The dots that people set on the lists.</summary>
/// <param name="People">Of how many people they are; 0 where nobody set any in the round that was closed last, and where too few did.</param>
/// <param name="IsWithheld">Dots were set and are not told, because the people were too few (D10).</param>
public sealed record ReportedDots(int People, bool IsWithheld)
{
    public static readonly ReportedDots None = new(0, false);
}

/// <summary>How many notes there are of each kind.</summary>
public sealed record NoteCounts(int Green, int Questions, int Needs)
{
    public static readonly NoteCounts None = new(0, 0, 0);

    public static NoteCounts Of(IReadOnlyCollection<Note> notes) =>
        new(notes.Count(note => note.Kind.IsGreen()), Count(notes, NoteKind.Question), Count(notes, NoteKind.Need));

    private static int Count(IEnumerable<Note> notes, NoteKind kind) => notes.Count(note => note.Kind == kind);
}

/// <summary>A note as a report has it: traced to its table, never to a person who did not sign.</summary>
public sealed record ReportedNote(NoteKind Kind, string Text, string SignedBy, int Table);

/// <summary>One factor over the cards of which numbers are shown. What it says can be added up from those cards.</summary>
/// <param name="Profile">Nothing where no card may be shown.</param>
/// <param name="Shown">How many cards are in it.</param>
/// <param name="Withheld">How many cards were played that are not in it, because too few people placed, or nobody published them yet.</param>
public sealed record FactorReport(string Id, string Name, Profile? Profile, int Shown, int Withheld)
{
    /// <summary>False where all its cards were played since the numbers were last published.</summary>
    public bool IsPublished { get; init; } = true;
}

/// <summary>A card that some tables told and have yet to place on again (G7). Where its pawns stood is not said: only which tables it is about.</summary>
/// <param name="Factor">The id of the factor; empty for a case.</param>
public sealed record HeldCard(CardId Id, bool IsCase, string Factor, string Text, ImmutableArray<int> Tables)
{
    public HeldCard WithoutQuotes() => this with { Text = IsCase ? "" : Text };
}

/// <summary>A card that tables laid aside without playing it.</summary>
public sealed record SkippedCard(CardId Id, string Factor, string Text, ImmutableArray<int> Tables);
