using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Texts;

namespace Leerklimaat.Server.Tests.Texts;

public partial class SayingItInTwoLanguages
{
    private static readonly ResourceManager Resources = new(typeof(Phrases));

    /// <summary>Dutch is what is there when nothing else is asked for.</summary>
    private static readonly string[] Written = ["", "en"];

    [Fact]
    public void Every_text_is_there_in_Dutch_and_in_English()
    {
        Assert.Equal(Keys("").Order(), Keys("en").Order());
        Assert.True(Keys("en").Count > 150);
    }

    [Fact]
    public void Both_have_the_same_places_to_fill_in() =>
        Assert.DoesNotContain(Keys(""), key => !Holes(Resources.GetString(key, CultureInfo.InvariantCulture)!).SetEquals(Holes(Resources.GetString(key, CultureInfo.GetCultureInfo("en"))!)));

    [Fact]
    public void One_of_something_reads_as_one() =>
        Assert.DoesNotContain(Written.SelectMany(language => Keys(language).Select(key => Resources.GetString(key, CultureInfo.GetCultureInfo(language))!)), text => ManyOfWhat().IsMatch(text));

    [Theory]
    [InlineData("nl", "Stars", 1, "1 ster")]
    [InlineData("nl", "Stars", 2, "2 sterren")]
    [InlineData("nl", "Goal.People", 1, "1 persoon heeft gekozen")]
    [InlineData("nl", "Goal.People", 0, "0 mensen hebben gekozen")]
    [InlineData("en", "Report.Came.Many", 1, "1 person came")]
    [InlineData("en", "Report.Came.Many", 12, "12 people came")]
    public void A_number_comes_with_its_noun(string language, string key, int number, string sentence)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Assert.Equal(sentence, new Phrasebook()[key, number].Value);
        CultureInfo.CurrentUICulture = before;
    }

    [Fact]
    public void No_text_says_what_the_glossary_does_not()
    {
        var glossary = File.ReadAllText(Path.Combine(Repository.Root, "docs", "glossary.md"));
        var forbidden = NotOnScreen().Matches(glossary[glossary.IndexOf("## Not on screen", StringComparison.Ordinal)..]).SelectMany(line => line.Groups[1].Value.Split(", ")).Where(word => word is not "Not").ToList();
        Assert.True(forbidden.Count > 15);
        Assert.Empty(Written.SelectMany(language => Keys(language).SelectMany(key => forbidden.Where(word => Regex.IsMatch(Resources.GetString(key, CultureInfo.GetCultureInfo(language))!, $@"\b{word}\b", RegexOptions.IgnoreCase)).Select(word => $"{language} {key}: {word}"))));
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_exists()
    {
        var asked = Sources().SelectMany(source => Asked().Matches(source).Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.True(asked.Count > 100);
        Assert.Empty(asked.Except(Keys("")));
    }

    [Fact]
    public void Every_text_is_asked_for()
    {
        var all = string.Join('\n', Sources());
        var composed = new[] { "Reason.", "Pawn.", "Phase.", "Seating.", "Pile.", "Story.", "Told.", "Lay.", "Note.", "Sheet.", "Second.", "Kind.", "Asks.", "Learned.", "Question.Label.", "Question.Others.", "Closeness.", "Report.Format.", "Report.Stories.Nearly.", "List.Short.", "Report.Kind.", "Entry.", "Mirror.", "ActionState.", "ActionKind.", "Paper.Part.", "Goal.", "Aim.", "Check.", "Direction.", "Rehearsal.Tempo.", "ReadLevel.", "Report.Made.", "Report.File.", "Report.About.", "Choice.Do.", "Board.", "Start.Board.", "Given.", "DeckFault.", "Harvest.Call.", "Recognises.", "Organisation.", "Guests.Fault.", "CardAdvice.", "Deck." };
        Assert.DoesNotContain(Keys(""), key => !all.Contains($"\"{key}\"", StringComparison.Ordinal) && !composed.Any(start => key.StartsWith(start, StringComparison.Ordinal)) && !all.Contains($"\"{key.Replace(".Title", "", StringComparison.Ordinal)}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_that_words_are_composed_for_has_them()
    {
        var needed = Enum.GetNames<Reason>().Select(reason => $"Reason.{reason}")
            .Concat(Enum.GetNames<Phase>().Where(phase => phase != "Closed").Select(phase => $"Phase.{phase}"))
            .Concat(Enum.GetNames<Pile>().SelectMany(pile => new[] { $"Pile.{pile}", $"Pile.{pile}.Means", $"Lay.{pile}" }))
            .Concat(Enum.GetNames<SecondMoment>().Select(moment => $"Second.{moment}"))
            .Concat(Enum.GetNames<Story>().Select(story => $"Told.{story}"))
            .Concat(Enum.GetNames<NoteKind>().Select(kind => $"Note.{kind}"))
            .Concat(Enum.GetNames<EntryKind>().SelectMany(kind => new[] { $"Report.Kind.{kind}", $"Entry.{kind}" }))
            .Concat(Enum.GetValues<EntryKind>().Where(kind => kind.IsNote()).Select(kind => $"Report.About.{kind}"))
            .Concat(Enum.GetNames<CardKind>().Select(kind => $"Deck.Card.Kind.{kind}"))
            .Concat(Enum.GetNames<Organisation>().Select(kind => $"Organisation.{kind}"))
            .Concat(Enumerable.Range(1, Seat.Pawns).Select(pawn => $"Pawn.{pawn}"));
        Assert.Empty(needed.Except(Keys("")));
    }

    [Fact]
    public void The_shipped_deck_has_four_statements_for_each_factor_and_the_same_cards_in_both_languages()
    {
        var shelf = new DeckShelf([Path.Combine(AppContext.BaseDirectory, "decks")]);
        var (dutch, english) = (shelf.Find("leerklimaat", "nl"), shelf.Find("leerklimaat", "en"));

        Assert.Equal(11, dutch.Factors.Length);
        Assert.All(dutch.Factors, factor => Assert.True(dutch.Statements.Count(card => card.Factor == factor.Id && card.Set == "factors") >= 4));
        Assert.Equal([10, 8], new[] { "features", "to-develop" }.Select(set => dutch.Statements.Count(card => card.Set == set)));
        Assert.True(dutch.Statements.Count(card => card.Set == "eclo") >= 9);
        Assert.Equal(dutch.Cards.Select(card => (card.Id, card.Factor, card.Set, card.Theme)), english.Cards.Select(card => (card.Id, card.Factor, card.Set, card.Theme)));
        Assert.Equal(dutch.Factors.Select(factor => (factor.Id, factor.Sign)), english.Factors.Select(factor => (factor.Id, factor.Sign)));
        Assert.NotNull(dutch.Practice);
    }

    [Fact]
    public void The_positions_of_the_workshop_are_cards()
    {
        var deck = new DeckShelf([Path.Combine(AppContext.BaseDirectory, "decks")]).Find("leerklimaat", "nl");

        Assert.Equal(
            ["Leren is van iedereen", "Top down & bottom-up", "Diversiteit", "Leerwerktrajecten", "Kwaliteiten medewerkers benutten", "De gemeente als lerende organisatie?"],
            deck.Statements.Where(card => card.Set == "workshop").Select(card => deck.SourceOf(card).Split('’')[0].TrimStart('‘')));
    }

    [Theory]
    [InlineData("factor: veiligheid\n    set", "factor: moed\n    set", "moed")]
    [InlineData("    plain:", "    plan:", "'plan' is no field here; use id, kind, factor, set, theme, text, plain, source")]
    [InlineData("    text:", "    plain:", "(")]
    [InlineData("sign: drop", "sign: boot", "boot: this is no sign; leave it out, or use one of birdhouse, ")]
    [InlineData("kind: statement", "kind: vraag", "'vraag' is no kind of card")]
    [InlineData("points: 1", "points: veel", "'points' is not a whole number")]
    [InlineData("cards:", "cards: [", "(")]
    public async Task A_broken_deck_stops_the_start_with_file_line_and_what_is_wrong(string right, string wrong, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory("leerklimaat-deck-").FullName;
        var path = Path.Combine(folder, "eigen.nl.yaml");
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "decks", "leerklimaat.nl.yaml"));
        var at = text.IndexOf(right, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text[..at] + wrong + text[(at + right.Length)..]);

        var said = Assert.Throws<BrokenDeckException>(() => new DeckShelf([folder])).Message;
        Assert.StartsWith(path + "(", said, StringComparison.Ordinal);
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Null(ServerHost.Build([$"--Server:DeckFolder={folder}", $"--Server:DataFolder={folder}/data"]));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_deck_of_ones_own_loads_from_a_folder()
    {
        var folder = Directory.CreateTempSubdirectory("leerklimaat-deck-").FullName;
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "decks", "leerklimaat.nl.yaml"));
        await File.WriteAllTextAsync(Path.Combine(folder, "eigen.nl.yaml"), text.Replace("deck: leerklimaat", "deck: eigen", StringComparison.Ordinal));
        Assert.True(new DeckShelf([Path.Combine(AppContext.BaseDirectory, "decks"), folder]).Has("eigen"));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_page_is_strict_about_what_runs_and_asks_nobody_else()
    {
        await using var workshop = await AWorkshop.Playing();
        foreach (var (person, path) in new[] { (workshop.Dennis, "/"), (workshop.Anna, workshop.Table1), (workshop.Chantal, workshop.Root), (workshop.Dennis, $"{workshop.Root}/screen"), (workshop.Dennis, workshop.Screen1), (workshop.Dennis, $"/{workshop.Code}"), (workshop.Dennis, "/recovery"), (workshop.Dennis, "/bestaat-niet"), (workshop.Chantal, $"{workshop.Root}/report") })
        {
            using var answer = await person.Http.GetAsync(path);
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Equal(SecurityHeaders.ContentSecurityPolicy, policy);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);

            await person.Open(path);
            Assert.Empty(person.Page.QuerySelectorAll("[style], style, script:not([src]), [onclick], [hx-on]"));
            var addresses = person.Page.QuerySelectorAll("[src], link[href], form[action]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href") ?? element.GetAttribute("action")!);
            Assert.All(addresses.Where(address => address.Length > 0), address => Assert.StartsWith("/", address, StringComparison.Ordinal));
        }
    }

    private static List<string> Keys(string language) =>
        [.. Resources.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key)];

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(match => match.Value)];

    private static IEnumerable<string> Sources() => Directory
        .EnumerateFiles(Path.Combine(Root, "src", "Leerklimaat.Server"), "*.*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Leerklimaat.slnx"))) folder = folder.Parent!;
            return folder.FullName;
        }
    }

    [GeneratedRegex("(?:\\bS|\\bsay)\\[\"([A-Za-z0-9.]+)\"")]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{\d(?=[:}])")]
    private static partial Regex Hole();

    // "Houd het bij 200 tekens" names a limit, which is never one.
    [GeneratedRegex(@"\{\d\} (?:\w+ )?(?:mensen|kaarten|briefjes|tafels|stippen|sterren|plekken|punten|pionnen|computerspelers|stellingen|antwoorden|dagen|minuten|vragen|regels|onderdelen|people|cards|notes|tables|dots|stars|seats|places|points|pawns|statements|answers|days|minutes|questions|lines|parts|players)\b")]
    private static partial Regex ManyOfWhat();

    [GeneratedRegex(@"^\| ([^|]+?) \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex NotOnScreen();
}
