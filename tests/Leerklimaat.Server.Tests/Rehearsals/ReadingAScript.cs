using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Rehearsals;

namespace Leerklimaat.Server.Tests.Rehearsals;

/// <summary>What stand-ins write stands in files that are checked when the server starts.</summary>
public sealed class ReadingAScript : IDisposable
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "rehearsal");
    private static readonly DeckShelf Shelf = new([Path.Combine(AppContext.BaseDirectory, "decks")]);

    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-script-").FullName;

    [Theory, InlineData("nl"), InlineData("en"), Rule("W11")]
    public void What_is_shipped_can_be_used(string language) => Assert.Equal(language, new ScriptShelf(Shipped, Shelf).Find(language).Language);

    [Theory, Rule("W11")]
    [InlineData("- factor: tijd", "- factor: moed", "moed: the deck 'leerklimaat' has no such factor")]
    [InlineData("deck: leerklimaat", "deck: anders", "there is no deck 'anders'")]
    [InlineData("words:", "woorden:", "'words' is missing")]
    [InlineData("names: [", "names: [[", "is a bracket or a quote not closed?")]
    public void What_is_wrong_is_said_with_file_and_line(string right, string wrong, string said)
    {
        foreach (var language in new[] { "nl", "en" }) File.WriteAllText(Path.Combine(folder, $"leerklimaat.{language}.yaml"), File.ReadAllText(Path.Combine(Shipped, $"leerklimaat.{language}.yaml")).Replace(right, wrong, StringComparison.Ordinal));

        var sentence = Assert.Throws<BrokenScriptException>(() => new ScriptShelf(folder, Shelf)).Message;
        Assert.StartsWith(Path.Combine(folder, "leerklimaat.nl.yaml("), sentence, StringComparison.Ordinal);
        Assert.Contains(said, sentence, StringComparison.Ordinal);
    }

    [Fact, Rule("W11")]
    public void A_language_that_is_missing_is_named() => Assert.Contains("leerklimaat.nl.yaml(1): this file is missing", Assert.Throws<BrokenScriptException>(() => new ScriptShelf(folder, Shelf)).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
