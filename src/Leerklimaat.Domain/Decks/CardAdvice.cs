using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Leerklimaat.Domain.Decks;

/// <summary>What makes a statement hard to play with, told while it is written. It is advice: whoever makes the deck decides.</summary>
/// <param name="About">The words that it is about; empty where it is about all of them.</param>
public sealed partial record CardAdvice(AdviceKind Kind, string About = "")
{
    /// <summary>More than so many words are hard to hear when they are read aloud.</summary>
    public const int MostWords = 20;

    private static readonly FrozenSet<string> Denials = new[] { "niet", "geen", "nooit", "niemand", "nergens", "niets", "zonder", "nauwelijks", "not", "no", "never", "nobody", "nothing", "without", "hardly", "cannot" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Jargon = new[]
    {
        "faciliteren", "faciliteert", "implementeren", "implementatie", "borgen", "borging", "geborgd", "stakeholder", "stakeholders", "commitment", "synergie", "proactief", "governance", "draagvlak", "competenties",
        "ecosysteem", "mindset", "empowerment", "roadmap", "agile", "kpi", "kpi's", "paradigma", "holistisch", "integraal", "uitrollen", "transitie", "professionaliseren", "professionalisering", "cultuuromslag",
        "facilitate", "implement", "implementation", "leverage", "synergy", "proactive", "buy-in", "competencies", "ecosystem", "holistic", "paradigm", "alignment",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Names that many people in Dutch organisations have. Each is a name and hardly ever another word.
    private static readonly FrozenSet<string> Names = new[]
    {
        "Anna", "Anne", "Anouk", "Annelies", "Bart", "Bas", "Bert", "Bram", "Carla", "Chris", "Dennis", "Dirk", "Els", "Emma", "Erik", "Eva", "Fatima", "Femke", "Frank", "Fleur", "Gert", "Hans", "Hassan", "Henk", "Ingrid", "Jaap", "Jan",
        "Janneke", "Jeroen", "Joost", "Karel", "Karin", "Kees", "Kim", "Klaas", "Laura", "Lisa", "Lotte", "Maaike", "Maarten", "Marieke", "Marjan", "Martijn", "Maya", "Menno", "Mohamed", "Monique", "Nadia", "Nienke", "Noor", "Paul", "Peter",
        "Petra", "Piet", "Pieter", "Rob", "Ruud", "Saskia", "Sanne", "Sophie", "Stefan", "Thijs", "Tim", "Tom", "Wim", "Wouter", "Yusuf",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<CardAdvice> Of(string text)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        if (words.Count > MostWords) yield return new(AdviceKind.ManyWords);
        if (words.Where(Denials.Contains).Skip(1).Any() || Undone().IsMatch(text)) yield return new(AdviceKind.DoubleDenial);
        if (SecondIdea().Match(text) is { Success: true } second) yield return new(AdviceKind.TwoIdeas, second.Groups["joint"].Value.Trim(' ', ',', ';'));
        if (words.FirstOrDefault(Jargon.Contains) is { } jargon) yield return new(AdviceKind.Jargon, jargon);
        if (NameIn(text, words) is { } name) yield return new(AdviceKind.Name, name);
    }

    private static string? NameIn(string text, List<string> words) =>
        Titled().Match(text) is { Success: true } titled ? titled.Value : words.FirstOrDefault(word => Names.Contains(word) || (word.EndsWith('s') && Names.Contains(word[..^1])));

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'’\-]*")]
    private static partial Regex Word();

    /// <summary>Two clauses or two sentences in one: each could be true without the other.</summary>
    [GeneratedRegex(@"(?<joint>[.!?]\s+(?-i:\p{Lu})|;|\b(?:en ook|en daarnaast|en tegelijk|maar ook|zowel|of juist|and also|as well as|both)\b|, (?:en|maar|and|but)\b|\ben (?:je|we|ze|die|dat|dan|wordt|worden|is|zijn|heeft|hebben|kan|kunnen|durft|durven|krijgt|krijgen)\b|\band (?:you|we|they|then|is|are|has|have|can)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex SecondIdea();

    /// <summary>"niet onbelangrijk": one says yes by two times no.</summary>
    [GeneratedRegex(@"\b(?:niet|geen|nooit|not|never)\s+(?:\p{L}+\s+)?(?:on(?!der|ze|s\b|twikk|tvang|tmoet|line|e\b|ly\b|\b)\p{L}{4,}|un(?!der|til|less|it|iv)\p{L}{4,})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Undone();

    [GeneratedRegex(@"\b(?:[Mm]eneer|[Mm]evrouw|[Mm]w\.|[Dd]hr\.|Mr\.?|Mrs\.?|Ms\.?)\s+\p{Lu}\p{L}+")]
    private static partial Regex Titled();
}

/// <summary>What advice is about; each has a sentence in the texts, under <c>CardAdvice.</c> and its name.</summary>
public enum AdviceKind { ManyWords, TwoIdeas, DoubleDenial, Jargon, Name }
