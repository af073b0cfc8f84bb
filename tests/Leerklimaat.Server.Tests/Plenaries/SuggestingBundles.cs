using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Server.Plenaries;

namespace Leerklimaat.Server.Tests.Plenaries;

/// <summary>Notes as people write them in a workshop, and which of them belong together.</summary>
[Rule("P2")]
public class SuggestingBundles
{
    private static readonly string[] Dutch =
    [
        "Elke maand intervisie met het team",
        "Er is te weinig tijd om te leren naast het werk",
        "Fouten bespreken we open in het teamoverleg",
        "Intervisie met collega's van andere afdelingen",
        "Tijd voor leren staat niet in het rooster",
        "Leidinggevende geeft het goede voorbeeld",
        "Je mag fouten maken zonder dat iemand boos wordt",
        "De koffie is lekker",
        "Mijn leidinggevende vraagt nooit wat ik wil leren",
        "Wij hebben een intervisiegroep en een leerkring",
        "We leren van een fout en bespreken die met elkaar",
        "Wie betaalt de cursussen?",
        "Is er budget voor een cursus buiten de gemeente?",
    ];

    private static readonly string[] English =
    [
        "We have peer coaching every month", "No time to learn beside the daily work", "Mistakes are discussed openly in the team meeting",
        "Peer coaching with colleagues from other departments", "Learning time is not in the schedule", "You can make mistakes and discuss them with anybody", "The coffee is nice",
    ];

    [Fact]
    public void Dutch_notes_about_the_same_are_suggested_together()
    {
        var found = Suggested(Dutch, "nl");
        Assert.Contains(found, one => one.Notes.SetEquals([1, 4]));
        Assert.Contains(found, one => one.Notes.IsSupersetOf([2, 10]));
        Assert.Contains(found, one => one.Notes.SetEquals([0, 3]));
        Assert.Contains(found, one => one.Notes.SetEquals([11, 12]));
        Assert.DoesNotContain(found, one => one.Notes.Contains(7));
    }

    [Fact]
    public void A_suggestion_says_which_words_they_share()
    {
        Assert.Contains("intervisie", Suggested(Dutch, "nl").Single(one => one.Notes.Contains(0)).Words);
        Assert.Contains("tijd", Suggested(Dutch, "nl").Single(one => one.Notes.Contains(1)).Words);
        Assert.Contains("cursus", Suggested(Dutch, "nl").Single(one => one.Notes.Contains(11)).Words);
    }

    [Theory]
    [InlineData("nl", "In ons team is het leuk", "Ons team zit op twee locaties")]
    [InlineData("nl", "Ik weet niet wie dat regelt", "Collega's weten van elkaar waar ze aan werken")]
    [InlineData("nl", "Leren doen we in de organisatie vanzelf", "De organisatie laat ons leren")]
    [InlineData("en", "Our team has lunch together", "The team is on two locations")]
    public void What_stands_in_every_second_note_brings_nothing_together(string language, string one, string other) =>
        Assert.Empty(Likeness.Suggest(Stemmed([one, other, "De koffie is lekker"], language), []));

    [Fact]
    public void English_notes_too()
    {
        var found = Suggested(English, "en");
        Assert.Contains(found, one => one.Notes.SetEquals([0, 3]) && one.Words.Contains("coaching"));
        Assert.Contains(found, one => one.Notes.SetEquals([1, 4]));
        Assert.Contains(found, one => one.Notes.SetEquals([2, 5]) && one.Words.Contains("mistakes"));
        Assert.DoesNotContain(found, one => one.Notes.Contains(6));
    }

    [Fact]
    public void What_was_dismissed_is_not_suggested_again()
    {
        var first = Likeness.Suggest(Stemmed(Dutch, "nl"), [])[0];
        Assert.DoesNotContain(Likeness.Suggest(Stemmed(Dutch, "nl"), [new(first.Entries)]), one => one.Entries.SequenceEqual(first.Entries));
    }

    [Theory, InlineData(""), InlineData("   "), InlineData("de het een"), InlineData("🙂🙂"), InlineData("لا وقت للتعلم")]
    public void A_text_without_words_brings_nothing_together(string text) =>
        Assert.Empty(Likeness.Suggest(Stemmed([text, "Iets anders", "Nog wat"], "nl"), []));

    [Fact]
    public void Three_thousand_notes_are_done_in_a_moment()
    {
        var notes = Enumerable.Range(0, 3_000).Select(number => $"{Dutch[number % Dutch.Length]} {number / Dutch.Length}").ToArray();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(Likeness.Suggest(Stemmed(notes, "nl"), []));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}");
    }

    private static List<(HashSet<int> Notes, IReadOnlyList<string> Words)> Suggested(string[] notes, string language) =>
        [.. Likeness.Suggest(Stemmed(notes, language), []).Select(one => (one.Entries.Select(entry => int.Parse(entry.Value, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet(), (IReadOnlyList<string>)one.SharedWords))];

    private static List<Stemmed> Stemmed(string[] notes, string language) => [.. notes.Select((note, number) => new Stemmed(new($"{number}"), Stemming.WordsOf(note, language)))];
}
