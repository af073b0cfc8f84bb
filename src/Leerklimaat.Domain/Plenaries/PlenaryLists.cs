using System.Collections.Immutable;

namespace Leerklimaat.Domain.Plenaries;

/// <summary>The three lists as they stand: what came from the tables, arranged as the room arranged it. For the screen and for the report.</summary>
public sealed record PlenaryLists(ImmutableArray<Listed> Present, ImmutableArray<Listed> ToDevelop, ImmutableArray<Listed> Questions, ImmutableArray<Listed> Hidden)
{
    /// <param name="entries">From <see cref="Harvest"/>. What was arranged but is not on a table any more is left out, and is back when it is.</param>
    public static PlenaryLists Of(Plenary plenary, IEnumerable<Entry> entries)
    {
        var known = entries.ToList();
        var byId = known.ToDictionary(entry => entry.Id);
        var arrangement = plenary.Arrangement.Renamed(Now);
        var hidden = arrangement.Hidden.ToHashSet();
        var inBundles = arrangement.Bundles.SelectMany(bundle => bundle.Entries).Except(hidden).ToHashSet();
        var moved = arrangement.Moved.GroupBy(one => one.Entry).ToDictionary(same => same.Key, same => same.Last().To);
        var round = plenary.Counted;
        var dots = round?.Told.ToLookup(dot => Now(dot.Entry));
        var people = round?.PeopleTold ?? 0;

        var bundles = arrangement.Bundles
            .Select(bundle => ListedOf(bundle.Id, bundle.List, bundle.Name, [.. bundle.Entries.Where(inBundles.Contains).Where(byId.ContainsKey).Select(entry => byId[entry])]))
            .Where(listed => !listed.Entries.IsEmpty);
        var single = known.Where(entry => !inBundles.Contains(entry.Id)).Select(entry => ListedOf(entry.Id, moved.GetValueOrDefault(entry.Id, entry.List), "", [entry]));
        var lists = bundles.Concat(single).ToLookup(listed => (List: (PlenaryList?)listed.List, IsHidden: hidden.Contains(listed.Id)));
        return new(In(PlenaryList.Present), In(PlenaryList.ToDevelop), In(PlenaryList.Questions), [.. Enum.GetValues<PlenaryList>().SelectMany(list => lists[(list, true)])]);

        // What the room arranged about a card by its pile, before the pile of a small table was kept to it (D2), is about the discussed card.
        EntryId Now(EntryId id) => !byId.ContainsKey(id) && id.Discussed is { } discussed && byId.ContainsKey(discussed) ? discussed : id;

        ImmutableArray<Listed> In(PlenaryList list) => [.. lists[(list, false)].OrderByDescending(listed => listed.Dots?.Rank ?? 0)];

        // A bundle has the dots that were set on it and on what was put into it since.
        Listed ListedOf(EntryId id, PlenaryList list, string name, ImmutableArray<Entry> inside) => new(
            id, list, name, inside,
            dots is null ? null : round!.CountOf([.. dots[id], .. id.IsBundle ? inside.SelectMany(entry => dots[entry.Id]) : []], people),
            [.. arrangement.Actions.Where(action => action.About == id)],
            arrangement.LeftOver.FirstOrDefault(one => one.About == id))
        {
            // Of a question only: what moved to another list is read there as the room wrote it.
            Wording = list == PlenaryList.Questions ? arrangement.WordingOf(id) : new(id, "", ""),
        };
    }

    public ImmutableArray<Listed> In(PlenaryList list) => list switch
    {
        PlenaryList.Present => Present,
        PlenaryList.ToDevelop => ToDevelop,
        _ => Questions,
    };

    /// <summary>Everything that may get a dot: what is on the lists, a bundle counted as one.</summary>
    public IEnumerable<Listed> All => [.. Present, .. ToDevelop, .. Questions];

    public Listed? Find(EntryId id) => All.Concat(Hidden).FirstOrDefault(listed => listed.Id == id);
}

/// <summary>One line of a list: an entry by itself, or a bundle with its name.</summary>
/// <param name="Name">The name of a bundle; empty for an entry by itself.</param>
/// <param name="Dots">How many dots it got; nothing until a round is closed, and while too few people set them (D10).</param>
/// <param name="LeftOver">Who takes the question along, and the answer.</param>
public sealed record Listed(EntryId Id, PlenaryList List, string Name, ImmutableArray<Entry> Entries, DotCount? Dots, ImmutableArray<ActionPoint> Actions, LeftOver? LeftOver)
{
    /// <summary>How others read a question.</summary>
    public required Wording Wording { get; init; }

    public bool IsBundle => Id.IsBundle;

    public IEnumerable<Source> Sources => Entries.SelectMany(entry => entry.Sources);
}
