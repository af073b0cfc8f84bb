using System.Collections.Concurrent;
using System.Collections.Immutable;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Plenaries;

/// <summary>Suggests which entries belong together (P2). A suggestion is worked out again only when what it is made of has changed.</summary>
public sealed class Suggestions
{
    private const int MostTexts = 2_000;

    private readonly ConcurrentDictionary<WorkshopId, Known> known = new();

    /// <param name="read">The words of an entry.</param>
    public ImmutableArray<Suggestion> For(Gathered now, Func<Entry, string> read)
    {
        var made = new MadeOf([.. now.Lists.All.Where(listed => !listed.IsBundle).Take(MostTexts).Select(listed => (listed.Id, listed.List, read(listed.Entries[0])))], now.Plenary.Arrangement.Dismissed, now.Workshop.Language);
        if (known.TryGetValue(now.Id, out var before) && before.Made.IsSame(made)) return before.Found;

        // Only what stands on one list can become one bundle.
        ImmutableArray<Suggestion> found = [.. made.Texts.GroupBy(text => text.List).SelectMany(list => Likeness.Suggest([.. list.Select(text => new Stemmed(text.Id, Stemming.WordsOf(text.Text, made.Language)))], made.Dismissed))];
        known[now.Id] = new(made, found);
        return found;
    }

    private sealed record Known(MadeOf Made, ImmutableArray<Suggestion> Found);

    private sealed record MadeOf(ImmutableArray<(EntryId Id, PlenaryList List, string Text)> Texts, ImmutableArray<Dismissal> Dismissed, string Language)
    {
        public bool IsSame(MadeOf other) => Dismissed == other.Dismissed && Language == other.Language && Texts.SequenceEqual(other.Texts);
    }
}
