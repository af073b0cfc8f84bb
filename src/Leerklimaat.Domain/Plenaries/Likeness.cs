using System.Collections.Immutable;

namespace Leerklimaat.Domain.Plenaries;

/// <summary>
/// Finds entries that are about the same, by the words in them alone (P2). Each text is a vector of its stems: a stem weighs more the oftener
/// it stands in the text and the fewer texts it stands in (TF-IDF); how alike two texts are is the cosine between them, 0 to 1.
/// </summary>
public static class Likeness
{
    /// <summary>From here on two notes are worth a look: one telling word in common is enough for short ones, and not for long ones.</summary>
    public const double Enough = 0.18;

    public const int MostSuggestions = 8, MostWords = 3, MostEntries = 8;

    /// <param name="texts">The texts that may belong together, each in its stems. The same texts in the same order give the same suggestions.</param>
    /// <param name="dismissed">Suggestions that were not wanted: what lies wholly within one of them is not suggested again.</param>
    public static ImmutableArray<Suggestion> Suggest(IReadOnlyList<Stemmed> texts, IEnumerable<Dismissal> dismissed)
    {
        var vectors = Vectors(texts);
        var unwanted = dismissed.Select(one => one.Entries.ToHashSet()).ToList();
        return
        [
            .. Clusters(Pairs(vectors), vectors)
                .Select(cluster => (Close: Closeness(cluster, vectors), Suggestion: Explain(cluster, texts, vectors)))
                .Where(found => !unwanted.Any(set => set.IsSupersetOf(found.Suggestion.Entries)))
                .OrderByDescending(found => found.Close).Select(found => found.Suggestion).Take(MostSuggestions),
        ];
    }

    private static List<Dictionary<string, double>> Vectors(IReadOnlyList<Stemmed> texts)
    {
        var found = texts.SelectMany(text => text.Words.Select(word => word.Stem).Distinct()).CountBy(stem => stem).ToDictionary();
        return [.. texts.Select(text => Unit(text.Words.CountBy(word => word.Stem).ToDictionary(stem => stem.Key, stem => stem.Value * (1 + Math.Log((double)texts.Count / found[stem.Key])))))];
    }

    private static Dictionary<string, double> Unit(Dictionary<string, double> vector)
    {
        var length = Math.Sqrt(vector.Values.Sum(weight => weight * weight));
        return vector.ToDictionary(stem => stem.Key, stem => stem.Value / length);
    }

    /// <summary>The pairs that are alike enough, the most alike first. Only texts that share a stem are compared.</summary>
    private static List<(int One, int Other)> Pairs(List<Dictionary<string, double>> vectors)
    {
        var dots = new Dictionary<(int, int), double>();
        foreach (var sharing in vectors.SelectMany((vector, text) => vector.Select(stem => (stem.Key, Text: text, Weight: stem.Value))).GroupBy(one => one.Key))
        {
            var all = sharing.ToList();
            for (var i = 0; i < all.Count; i++)
                for (var j = i + 1; j < all.Count; j++)
                    dots[(all[i].Text, all[j].Text)] = dots.GetValueOrDefault((all[i].Text, all[j].Text)) + all[i].Weight * all[j].Weight;
        }

        return [.. dots.Where(pair => pair.Value >= Enough).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key)];
    }

    /// <summary>An entry joins a cluster when it is on average alike enough to all that is in it: so no chain runs from one subject to the next.</summary>
    private static List<List<int>> Clusters(List<(int One, int Other)> pairs, List<Dictionary<string, double>> vectors)
    {
        var clusters = new List<List<int>>();
        var of = new Dictionary<int, List<int>>();
        foreach (var (one, other) in pairs)
        {
            switch (of.GetValueOrDefault(one), of.GetValueOrDefault(other))
            {
                case (null, null): Add([], one, other); break;
                case ({ } known, null): Join(known, other); break;
                case (null, { } known): Join(known, one); break;
                default: break;
            }
        }

        return clusters;

        void Join(List<int> cluster, int text)
        {
            if (cluster.Count < MostEntries && cluster.Average(inside => Cosine(vectors[inside], vectors[text])) >= Enough) Add(cluster, text);
        }

        void Add(List<int> cluster, params int[] texts)
        {
            if (cluster.Count == 0) clusters.Add(cluster);
            cluster.AddRange(texts);
            foreach (var text in texts) of[text] = cluster;
        }
    }

    private static double Cosine(Dictionary<string, double> one, Dictionary<string, double> other) => one.Sum(stem => stem.Value * other.GetValueOrDefault(stem.Key));

    private static double Closeness(List<int> cluster, List<Dictionary<string, double>> vectors) =>
        cluster.SelectMany((one, place) => cluster.Skip(place + 1).Select(other => Cosine(vectors[one], vectors[other]))).Average();

    /// <summary>The words that most of them share and that say most, as people wrote them.</summary>
    private static Suggestion Explain(List<int> cluster, IReadOnlyList<Stemmed> texts, List<Dictionary<string, double>> vectors)
    {
        var shared = cluster.SelectMany(text => vectors[text]).GroupBy(stem => stem.Key)
            .Where(stem => stem.Count() > 1)
            .OrderByDescending(stem => stem.Sum(one => one.Value)).ThenBy(stem => stem.Key, StringComparer.Ordinal)
            .Take(MostWords).Select(stem => stem.Key);
        return new([.. cluster.Order().Select(text => texts[text].Entry)], [.. shared.Select(stem => Written(stem, cluster.Select(text => texts[text])))]);
    }

    private static string Written(string stem, IEnumerable<Stemmed> texts) => texts
        .SelectMany(text => text.Words).Where(word => word.Stem == stem).CountBy(word => word.Written)
        .OrderByDescending(word => word.Value).ThenBy(word => word.Key.Length).ThenBy(word => word.Key, StringComparer.Ordinal).First().Key;
}

/// <summary>An entry with the words of its text, without those that say nothing by themselves.</summary>
public sealed record Stemmed(EntryId Entry, ImmutableArray<Word> Words);

/// <summary>A word as it was written, in small letters, and its stem.</summary>
public sealed record Word(string Written, string Stem);

/// <summary>Entries that may belong together, and the words that they share.</summary>
public sealed record Suggestion(ImmutableArray<EntryId> Entries, ImmutableArray<string> SharedWords);
