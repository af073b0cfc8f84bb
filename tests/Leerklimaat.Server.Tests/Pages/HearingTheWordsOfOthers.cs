using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Leerklimaat.Server.Texts;

namespace Leerklimaat.Server.Tests.Pages;

/// <summary>What people wrote in a Dutch workshop is read as Dutch on every English page, by voices and by who has pages translated; and what the page says itself is not.</summary>
[Rule("L5"), Collection(nameof(EveryPage))]
public sealed partial class HearingTheWordsOfOthers(EveryPage pages)
{
    private static readonly string[] Said = ["value", "alt", "aria-label", "placeholder"];

    [Fact]
    public void What_people_wrote_has_its_language_on_every_page_in_another()
    {
        var written = pages.Journal.Select(Plainly).Where(IsSaying).ToList();
        var known = new Dictionary<string, bool>();
        bool IsWritten(Words words) => known.TryGetValue(words.Text, out var found) ? found : known[words.Text] = written.Exists(one => one.Contains(words.Text, StringComparison.Ordinal) || (words.IsText && one.Length >= 20 && words.Text.Contains(one, StringComparison.Ordinal)));

        Assert.Contains(written, text => text.StartsWith("Te weinig tijd", StringComparison.Ordinal));
        Assert.True(pages.All.Count(page => page.Document.QuerySelector("body [lang=nl]") is not null) > 150, "Is what people wrote still on most pages?");
        Fail(words => LanguageOf(words.At) == "en" && IsWritten(words), "is written by people and has no language");
    }

    [Fact]
    public void What_the_page_says_itself_is_in_the_language_of_the_page()
    {
        var texts = new ResourceManager(typeof(Phrases));
        var phrases = texts.GetResourceSet(CultureInfo.GetCultureInfo("en"), createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>()
            .Where(one => (string)one.Value! != texts.GetString((string)one.Key, CultureInfo.InvariantCulture)).Select(one => Plainly((string)one.Value!)).ToHashSet();
        Fail(words => words.At.Closest("[lang]") is { LocalName: not ("html" or "button") } && phrases.Contains(words.Text), "is no words of people");
    }

    private void Fail(Func<Words, bool> isWrong, string why)
    {
        var wrong = pages.All.SelectMany(page => WordsOf(page.Document).Where(isWrong).Select(words => (page.Name, Wrong: $"'{words.Text}' in {Where(words.At)} {why}"))).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.GroupBy(one => one.Wrong, one => one.Name).Select(one => $"{one.Key}\n    on {string.Join(", ", one.Distinct().Take(4))}")));
    }

    /// <summary>A label may have words of people in a sentence of ours: an attribute has one language, that of its page.</summary>
    private static IEnumerable<Words> WordsOf(IHtmlDocument page) => page.Body!.Descendants<IText>().Select(text => new Words(text.ParentElement!, Plainly(text.Data), true))
        .Concat(page.Body!.QuerySelectorAll("*").SelectMany(element => Said.Select(name => new Words(element, Plainly(element.GetAttribute(name) ?? ""), false)))).Where(words => IsSaying(words.Text));

    // Two words and more: a name alone is said alike in every language.
    private static bool IsSaying(string text) => text.Length >= 8 && text.Contains(' ', StringComparison.Ordinal) && text.Count(char.IsLetter) >= 7;

    private static string LanguageOf(IElement at) => at.Closest("[lang]")?.GetAttribute("lang") ?? "";

    private static string Where(IElement at) => $"{at.LocalName}.{at.ClassName} in {at.ParentElement?.LocalName}.{at.ParentElement?.ClassName}";

    // As it is heard: without what draws it.
    private static string Plainly(string text) => Spaces().Replace(Marks().Replace(text, " "), " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[*_`#|>\[\]]|^\s*[-\d]+[.)]?\s|\n\s*[-\d]+[.)]?\s")]
    private static partial Regex Marks();

    private sealed record Words(IElement At, string Text, bool IsText);
}
