using System.Net;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Tests.Plenaries;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Reports;

[Rule("O4")]
public class WordingForOthers
{
    [Theory, InlineData(ReadLevel.All), InlineData(ReadLevel.Agreements), InlineData(ReadLevel.WithoutQuotes)]
    public async Task Others_read_other_words_once_they_are_approved_and_not_before(ReadLevel level)
    {
        await using var workshop = await AWorkshop.Playing();
        var (chantal, question) = (workshop.Chantal, await workshop.Note(workshop.Bram, workshop.Table1, "Wie betaalt dat, Anna?", "Question"));
        await (await chantal.Open($"{workshop.Plenary()}/entries/{question}")).Press("form[action$='/answers'] button", ("answer", "Het opleidingsbudget."));
        await (await chantal.Open($"{workshop.Root}/report")).Press("#publish");
        await (await chantal.Open($"{workshop.Root}/links")).Press("#give-read-link", ("days", "30"), ("level", $"{level}"));
        var link = new Uri(System.Text.RegularExpressions.Regex.Match(chantal.Source, "https?://[^\"<\\s]+/read/[^\"<\\s]+").Value).AbsolutePath;
        var before = await All();

        await (await chantal.Open($"{workshop.Plenary()}/entries/{question}")).Press("#draft-wording", ("words", "Wie draagt de kosten?"));
        Assert.Equal("Wie draagt de kosten?", chantal.Page.QuerySelector("#words")!.TextContent);
        Assert.Equal(before, await All());

        await chantal.Press("#approve-wording", ("words", "Wie draagt de kosten?"));
        Assert.Contains("leest nu: Wie draagt de kosten?", chantal.Page.QuerySelector("#wording")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Wie draagt de kosten?", Row(await Read("")), StringComparison.Ordinal);
        foreach (var name in new[] { "/report.txt", "/report.json", "/answers.csv" }) Assert.Contains("Wie draagt de kosten?", await Read(name), StringComparison.Ordinal);
        Assert.DoesNotContain("Wie betaalt dat", await Read("/answers.csv"), StringComparison.Ordinal);
        if (level == ReadLevel.Agreements) Assert.All(await All(), text => Assert.DoesNotContain("Wie betaalt dat", text, StringComparison.Ordinal));

        await (await chantal.Open($"{workshop.Plenary()}/entries/{question}")).Press("#approve-wording", ("words", " "));
        Assert.Equal(before.Where((_, file) => file != 2), (await All()).Where((_, file) => file != 2));

        async Task<string[]> All() => [Row(await Read("")), await Read("/report.txt"), await Read("/report.json"), await Read("/answers.csv")];

        async Task<string> Read(string name) => name.Length == 0 ? (await workshop.Dennis.Open(link)).Source : Stripped(await workshop.Dennis.Http.GetStringAsync($"{link}{name}"));

        string Row(string source) => source.Length == 0 ? "" : workshop.Dennis.Page.QuerySelectorAll(".report-list li bdi").Single(one => one.TextContent.Contains("Het opleidingsbudget.", StringComparison.Ordinal)).TextContent.Trim();
    }

    [Fact]
    public async Task Words_that_are_too_long_are_refused_and_stay_in_their_field()
    {
        await using var workshop = await AWorkshop.Playing();
        var question = await workshop.Note(workshop.Bram, workshop.Table1, "Wie betaalt dat?", "Question");
        await (await workshop.Chantal.Open($"{workshop.Plenary()}/entries/{question}")).Press("#approve-wording", ("words", new string('x', 281)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, workshop.Chantal.Status);
        Assert.Contains("Houd het op 280 tekens", workshop.Chantal.Page.QuerySelector("#notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(new string('x', 281), workshop.Chantal.Page.QuerySelector("#words")!.TextContent);
    }

    // The moment at which a file was made is in it.
    private static string Stripped(string file) => System.Text.RegularExpressions.Regex.Replace(file, "\\d{2}[:.]\\d{2}(:\\d{2}[^\"]*)?", "");
}
