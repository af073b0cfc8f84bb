using System.Collections.Immutable;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Helping;

/// <summary>What is explained: how each page is used, and chapters for who leads. It is read from files when the server starts, so that nothing of it needs the internet.</summary>
public sealed class HelpShelf
{
    public static readonly ImmutableArray<string> Chapters = ["first-time", "on-paper", "hybrid", "afterwards"];

    public static readonly ImmutableArray<string> OfFacilitators = ["facilitator", "decks", "presenter", "programme", "tables", "links", "paper", "plenary", "report", "follow-up", "rehearsal", "bin", "mirror"];

    public static readonly ImmutableArray<string> OfPlayers = ["home", "seats", "table", "question", "dots", "follow", "mine", "read", "own-action"];

    private readonly Dictionary<(string Topic, string Language), HelpText> texts;

    /// <exception cref="IOException">A text is missing in one of the languages.</exception>
    public HelpShelf(string folder) => texts = (from topic in Chapters.Concat(OfFacilitators).Concat(OfPlayers) from language in Languages.All select (topic, language))
        .ToDictionary(text => text, text => HelpText.Of(text.topic, File.ReadAllText(Path.Combine(folder, $"{text.topic}.{text.language}.md"))));

    public HelpText? Find(string topic, string language) => texts.GetValueOrDefault((topic, language));

    public IEnumerable<HelpText> In(string language, IEnumerable<string> topics) => topics.Select(topic => texts[(topic, language)]);
}

/// <summary>One thing explained.</summary>
/// <param name="Topic">As its address calls it.</param>
/// <param name="Html">Without its title.</param>
public sealed record HelpText(string Topic, string Title, string Html)
{
    /// <param name="markdown">Begins with its title, behind a # of its own.</param>
    public static HelpText Of(string topic, string markdown)
    {
        var (title, rest) = markdown.ReplaceLineEndings("\n").Split('\n', 2) is [var first, var after] ? (first, after) : (markdown, "");
        return new(topic, title.TrimStart('#', ' '), SlideText.DrawPlain(rest));
    }
}
