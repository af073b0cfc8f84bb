using System.Collections.Immutable;

namespace Leerklimaat.Domain.Questions;

/// <summary>Two clouds of the same question, before and after: which phrases came, which stayed, which went. The largest first.</summary>
public sealed record CloudComparison(ImmutableArray<ComparedPhrase> Came, ImmutableArray<ComparedPhrase> Stayed, ImmutableArray<ComparedPhrase> Went)
{
    /// <summary>A phrase that the facilitator took off the screen in either of them is in none of the three.</summary>
    public static CloudComparison Of(Question before, Question after)
    {
        var (old, now) = (before.Cloud, after.Cloud);
        var all = old.Keys.Union(now.Keys).Where(key => !before.IsHidden(key) && !after.IsHidden(key))
            .Select(key => (Key: key, Phrase: new ComparedPhrase(now.GetValueOrDefault(key)?.Text ?? old[key].Text, old.GetValueOrDefault(key)?.Count ?? 0, now.GetValueOrDefault(key)?.Count ?? 0)))
            .OrderByDescending(one => one.Phrase.After).ThenByDescending(one => one.Phrase.Before).ThenBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Phrase).ToList();
        return new([.. all.Where(phrase => phrase.Before == 0)], [.. all.Where(phrase => phrase is { Before: > 0, After: > 0 })], [.. all.Where(phrase => phrase.After == 0)]);
    }
}

/// <summary>One phrase in two clouds.</summary>
/// <param name="Text">As it was spelled last.</param>
/// <param name="Before">How many wrote it before; 0 for a phrase that came.</param>
/// <param name="After">How many wrote it after; 0 for a phrase that went.</param>
public sealed record ComparedPhrase(string Text, int Before, int After);
