using System.Collections.Immutable;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Plenaries;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.Snowball;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Tartarus.Snowball.Ext;
using Lucene.Net.Util;

namespace Leerklimaat.Server.Plenaries;

/// <summary>Takes a text apart into its words and their stems, in Dutch or English. It happens here, in this process; no text leaves the server.</summary>
public static class Stemming
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    // The lists of the library leave these in; in short notes they stand everywhere and would bring everything together.
    private static readonly string[] MoreDutch = ["we", "wij", "onze", "elk", "elke", "alle", "soms", "vaak", "steeds", "gaan", "gaat", "komt", "komen", "krijgen", "krijgt", "maken", "maakt", "moeten", "mogen", "kunnen", "willen", "goed", "goede", "graag", "samen", "echt", "heel", "zoals", "waar", "zijn", "meer", "minder", "weinig", "iedereen", "mensen",
        // And these stand in every second note of a workshop about learning at work.
        "leren", "leer", "leert", "team", "teams", "werk", "werken", "werkt", "organisatie", "afdeling", "afdelingen", "collega", "collega's", "weten", "weet", "vragen", "vraag", "nodig", "hebben", "hebt", "doen", "doet", "staan", "staat", "zien", "ziet", "vinden", "vindt", "laten", "laat", "nieuwe", "nieuw", "krijg", "durf", "durven"];
    private static readonly string[] MoreEnglish = ["we", "our", "us", "you", "your", "i", "have", "has", "had", "do", "does", "can", "could", "would", "should", "more", "less", "very", "from", "about", "without", "anybody", "somebody", "there", "who", "what", "when", "how", "which", "people", "everybody", "everyone", "often", "sometimes", "always", "get", "make", "good",
        "learn", "learning", "team", "teams", "work", "works", "organisation", "department", "departments", "colleague", "colleagues", "know", "knows", "need", "needs", "ask", "asks", "new", "see", "find"];

    // The stemmer of Kraaij and Pohlmann knows that "cursussen" is more than one "cursus", which the Dutch stemmer of Porter's family does not.
    private static readonly Analyzer Dutch = Analyzer.NewAnonymous((_, reader) =>
    {
        var words = new StandardTokenizer(Version, reader);
        return new(words, new SnowballFilter(new StopFilter(Version, new LowerCaseFilter(Version, words), With(DutchAnalyzer.DefaultStopSet, MoreDutch)), new KpStemmer()));
    });

    private static readonly Analyzer English = new EnglishAnalyzer(Version, With(EnglishAnalyzer.DefaultStopSet, MoreEnglish));

    public static ImmutableArray<Word> WordsOf(string text, string language)
    {
        // One spelling, so that "coördinatie" is one word however the keyboard makes its dots.
        text = Plain.Folded(text);
        using var stream = (language == "en" ? English : Dutch).GetTokenStream("text", text);
        var stem = stream.AddAttribute<ICharTermAttribute>();
        var place = stream.AddAttribute<IOffsetAttribute>();
        var words = ImmutableArray.CreateBuilder<Word>();
        stream.Reset();
        while (stream.IncrementToken()) words.Add(new(text[place.StartOffset..place.EndOffset].ToLower(System.Globalization.CultureInfo.CurrentCulture), stem.ToString()!));
        stream.End();
        return words.ToImmutable();
    }

    private static CharArraySet With(CharArraySet known, string[] more)
    {
        var all = new CharArraySet(Version, known, ignoreCase: true);
        foreach (var word in more) all.Add(word);
        return all;
    }
}
