using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Plenaries;

/// <summary>One line of a list, as people read it: what, from which card, from which tables; never from whom.</summary>
/// <param name="Id">What the page calls it in forms.</param>
/// <param name="Text">The name of the bundle, the words of the note, or the statement of the card.</param>
/// <param name="Card">The statement that a note was written to; empty for a card itself and for a bundle.</param>
/// <param name="Tables">The numbers of the tables that it comes from.</param>
/// <param name="Dots">Nothing until a round of dots is closed, and while too few people set them.</param>
/// <param name="Inside">What is in a bundle.</param>
public sealed record EntryView(
    string Id, PlenaryList List, bool IsBundle, EntryKind Kind, string Text, string Card, string Tables, DotCount? Dots, Sequence<EntryView> Inside,
    Sequence<ActionView> Actions, string Owner, string Answer)
{
    /// <summary>It is a card of the deck, in the deck's words.</summary>
    public bool IsPrinted { get; init; }

    /// <summary>The card that the note was written to is one of the deck.</summary>
    public bool IsToPrinted { get; init; }
}

/// <summary>Which tables have read their harvest back (T8), by number.</summary>
/// <param name="Others">Those that have something to give and did not say so yet.</param>
public sealed record GivingView(Sequence<int> Given, Sequence<int> Others);

/// <summary>The three lists, and what was taken off them.</summary>
public sealed record ListsView(WorkshopId Id, Sequence<EntryView> Present, Sequence<EntryView> ToDevelop, Sequence<EntryView> Questions, Sequence<EntryView> Hidden)
{
    /// <summary>The cards that tables place again later, which are on none of the lists yet.</summary>
    public Sequence<EntryView> Waiting { get; init; } = [];

    /// <summary>The cases that were played: on none of the lists, with a place of their own (G11).</summary>
    public Sequence<BroughtCaseView> Cases { get; init; } = [];

    /// <summary>Which tables have read their harvest back.</summary>
    public GivingView Giving { get; init; } = new([], []);

    public Sequence<EntryView> In(PlenaryList list) => list switch
    {
        PlenaryList.Present => Present,
        PlenaryList.ToDevelop => ToDevelop,
        _ => Questions,
    };

    public int Count => Present.Count + ToDevelop.Count + Questions.Count;
}

/// <summary>A case, and what its bringer takes along of what others gave.</summary>
/// <param name="Asks">What who brought it wanted to know; empty where they did not say.</param>
public sealed record BroughtCaseView(string Id, int Table, string Text, string Asks, Sequence<GivenView> Given);

/// <summary>One of the lists.</summary>
public sealed record ListView(WorkshopId Id, PlenaryList List, Sequence<EntryView> Entries);

/// <summary>What was taken off the lists and can come back.</summary>
public sealed record HiddenView(WorkshopId Id, Sequence<EntryView> Entries);

/// <summary>A round of dots without its counts.</summary>
/// <param name="Round">0 before the first.</param>
/// <param name="People">How many have set a dot; never where.</param>
/// <param name="NextEach">How many dots each would have in a new round.</param>
/// <param name="Told">Of how many people dots are told; 0 while the round is open, and while they are too few (D10).</param>
/// <param name="NotIn">How many people set dots that are not in what is told.</param>
public sealed record DotsView(WorkshopId Id, int Round, bool IsOpen, int Each, int People, int NextEach, int Told, int NotIn);

/// <summary>What who leads does beside the lists: steps back, suggestions, the screen.</summary>
public sealed record PlenaryToolsView(WorkshopId Id, bool CanUndo, bool IsStill, Sequence<SuggestionView> Suggestions, Sequence<ShownCardView> Cards, string Shown, int Minimum)
{
    public bool IsPublished { get; init; }
}

/// <summary>Entries that may belong together, why, and a name to begin with.</summary>
public sealed record SuggestionView(Sequence<EntryView> Entries, Sequence<string> Words)
{
    /// <summary>Of words and never a whole note: the names of bundles stay in a report without quotes.</summary>
    public (string First, string? Second) NameWords => (Words[0], Words.ElementAtOrDefault(1));

    /// <summary>The field of its name.</summary>
    public string Field => $"name-{Entries[0].Id}";
}

/// <summary>A played card to show on the screen.</summary>
/// <param name="IsDrawn">Something of it was published.</param>
public sealed record ShownCardView(string Id, string Text, bool IsDrawn)
{
    /// <inheritdoc cref="Tables.CardView.IsCase"/>
    public bool IsCase { get; init; }
}

/// <summary>What the room sees: the lists, or one card.</summary>
public sealed record PlenaryScreenView(ListsView Lists, DotsView Dots, CardPictureView? Card)
{
    /// <summary>Somebody practises: what is shown is partly made up (W11).</summary>
    public bool IsRehearsal { get; init; }
}

/// <summary>One card with the pawns of all tables, before and after, as sums.</summary>
public sealed record CardPictureView(string Text, string Factor, Sequence<string> Squares, PictureRow Before, PictureRow? After, Sequence<MoveView> Moves, string Movement)
{
    /// <inheritdoc cref="Tables.CardView.IsCase"/>
    public bool IsCase { get; init; }

    /// <summary>Of its factor, as on the card itself; none of a case.</summary>
    public string Sign { get; init; } = "";

    public bool HasAfter => After is not null;

    public int People => Before.People;
}

/// <summary>One placement of a card.</summary>
/// <param name="Squares">What stands on each square: a count, or where nearly everybody stands only that (D4).</param>
public sealed record PictureRow(int People, Sequence<string> Squares, int DontKnow);

/// <summary>So many pawns went from one square to another, both counted from 1.</summary>
public sealed record MoveView(int From, int To, int Count);

/// <summary>What one person sees: the lines with their own dots, and how many they have left.</summary>
/// <param name="MayDot">Whether this browser holds a seat at a table of the workshop.</param>
public sealed record OwnDotsView(WorkshopId Id, DotsView Dots, bool MayDot, int Left, int All, Sequence<DottedView> Lines)
{
    /// <summary>Where one came from; empty for who has no place in this workshop.</summary>
    public string Home { get; init; } = "";
}

/// <summary>A line with one's own dots on it and, once the round is closed, everybody's.</summary>
public sealed record DottedView(EntryView Entry, int Own);

/// <summary>One line by itself: where it comes from, what is agreed about it.</summary>
public sealed record EntryPageView(WorkshopId Id, string Title, EntryView Entry, Sequence<ActionView> Actions, string Owner, string Answer)
{
    /// <summary>How others read it, where it is a question.</summary>
    public required Wording Wording { get; init; }
}

/// <summary>An action as it was agreed.</summary>
public sealed record ActionView(Guid Id, string Text, string Owner, DateOnly? By, string Noticing);
