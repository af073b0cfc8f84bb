using System.Collections.Immutable;

namespace Leerklimaat.Domain.Plenaries;

/// <summary>What people made of the entries: bundled, moved, hidden, and what was agreed about them. A step back gives the one before it.</summary>
public sealed record Arrangement
{
    public static readonly Arrangement Empty = new();

    public ImmutableArray<Bundle> Bundles { get; init; } = [];

    public ImmutableArray<Moved> Moved { get; init; } = [];

    public ImmutableArray<EntryId> Hidden { get; init; } = [];

    public ImmutableArray<Dismissal> Dismissed { get; init; } = [];

    public ImmutableArray<ActionPoint> Actions { get; init; } = [];

    public ImmutableArray<LeftOver> LeftOver { get; init; } = [];

    public ImmutableArray<Wording> Wordings { get; init; } = [];

    public Wording WordingOf(EntryId question) => Wordings.FirstOrDefault(one => one.About == question) ?? new(question, "", "");

    public Bundle? Find(EntryId bundle) => Bundles.FirstOrDefault(one => one.Id == bundle);

    public Bundle? BundleOf(EntryId entry) => Bundles.FirstOrDefault(one => one.Entries.Contains(entry));

    public PlenaryList? MovedTo(EntryId entry) => Moved.FirstOrDefault(one => one.Entry == entry)?.To;

    /// <summary>Takes entries out of whatever bundle they are in; a bundle without entries is no more.</summary>
    public Arrangement Without(ImmutableArray<EntryId> entries) =>
        this with { Bundles = [.. Bundles.Select(bundle => bundle with { Entries = bundle.Entries.RemoveRange(entries) }).Where(bundle => !bundle.Entries.IsEmpty)] };

    public Arrangement With(EntryId bundle, Func<Bundle, Bundle> change) =>
        this with { Bundles = [.. Bundles.Select(one => one.Id == bundle ? change(one) : one)] };

    /// <summary>The same, with entries by the names that they have now.</summary>
    public Arrangement Renamed(Func<EntryId, EntryId> now) => this with
    {
        Bundles = [.. Bundles.Select(bundle => bundle with { Entries = [.. bundle.Entries.Select(now).Distinct()] })],
        Moved = [.. Moved.Select(one => one with { Entry = now(one.Entry) })],
        Hidden = [.. Hidden.Select(now)],
        Actions = [.. Actions.Select(action => action with { About = now(action.About) })],
        LeftOver = [.. LeftOver.Select(question => question with { About = now(question.About) })],
        Wordings = [.. Wordings.Select(wording => wording with { About = now(wording.About) })],
    };

    public Arrangement MovedTo(PlenaryList list, ImmutableArray<EntryId> entries) => this with
    {
        Moved = [.. Moved.Where(one => !entries.Contains(one.Entry)), .. entries.Select(entry => new Moved(entry, list))],
    };
}

/// <summary>Entries that belong together, under one name, each still with its own sources (P2).</summary>
public sealed record Bundle(EntryId Id, string Name, PlenaryList List, ImmutableArray<EntryId> Entries)
{
    public const int LongestName = 80;
}

/// <summary>An entry that stands on another list than where it came in.</summary>
public sealed record Moved(EntryId Entry, PlenaryList To);

/// <summary>A suggestion that was not wanted; it is not made again.</summary>
public sealed record Dismissal(ImmutableArray<EntryId> Entries);

/// <summary>What will be done about something that must be developed (P4).</summary>
/// <param name="Owner">Who sees to it, as people call them.</param>
/// <param name="Noticing">How will we notice?</param>
public sealed record ActionPoint(Guid Id, EntryId About, string Text, string Owner, DateOnly? By, string Noticing)
{
    public const int LongestText = 280, LongestOwner = 80;
}

/// <summary>Who takes a question along, and what the answer became (P4).</summary>
public sealed record LeftOver(EntryId About, string Owner, string Answer)
{
    public const int LongestAnswer = 1000;
}

/// <summary>How others read a question that was left over (O4).</summary>
/// <param name="Words">What who leads approved; empty: they read what the room wrote.</param>
/// <param name="Draft">What who leads writes on, and nobody else reads.</param>
public sealed record Wording(EntryId About, string Words, string Draft)
{
    public const int LongestWords = 280;
}
