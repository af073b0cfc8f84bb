using System.Net;
using System.Text.Json;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Reading;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Tests.Questions;
using Leerklimaat.Server.Tests.Plenaries;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>Who may open the report of a running workshop, and what comes back.</summary>
public class OpeningAReport
{
    [Fact, Rule("R2")]
    public async Task Who_leads_opens_it_as_a_page_and_saves_it_in_every_form()
    {
        await using var workshop = await AWorkshop.Playing();
        await workshop.Anna.Ask($"{workshop.Table1}/notes", ("kind", "Green"), ("text", "samen lunchen"), ("note", $"{Guid.NewGuid()}"));
        await workshop.Chantal.Open(workshop.Root);
        Assert.Equal($"{workshop.Root}/report", workshop.Chantal.Page.QuerySelector("#open-report")!.GetAttribute("href"));

        await workshop.Chantal.Open($"{workshop.Root}/report");
        Assert.Contains("Verslag van", workshop.Chantal.Text, StringComparison.Ordinal);
        var links = workshop.Chantal.Page.QuerySelectorAll(".report-tools a[download]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(["report.docx", "report.xlsx", "report.txt", "tables.zip", "report.json"], links.Select(link => link.Split('/')[^1]));
        foreach (var link in links.Concat(ReportFiles.Names.Select(name => $"{workshop.Root}/report/{name}")))
        {
            using var answer = await workshop.Chantal.Http.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.StartsWith("verslag", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact, Rule("R2")]
    public async Task Nobody_else_opens_it()
    {
        await using var workshop = await AWorkshop.Playing();
        foreach (var person in new[] { workshop.Dennis, workshop.Anna })
            foreach (var path in ReportFiles.Names.Select(name => $"/{name}").Prepend(""))
            {
                using var answer = await person.Http.GetAsync($"{workshop.Root}/report{path}");
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
                Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
            }

        using var unknown = await workshop.Chantal.Http.GetAsync($"{workshop.Root}/report/alles.exe");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Theory, Rule("W7"), Rule("R2"), InlineData(ReadLevel.Agreements), InlineData(ReadLevel.WithoutQuotes), InlineData(ReadLevel.All)]
    public async Task Who_has_the_read_link_reads_as_much_as_who_leads_chose(ReadLevel level)
    {
        var hasQuotes = level == ReadLevel.All;
        await using var workshop = await AWorkshop.Playing();
        await workshop.Anna.Ask($"{workshop.Table1}/notes", ("kind", "Green"), ("text", "samen lunchen"), ("note", $"{Guid.NewGuid()}"));
        await workshop.Chantal.Open($"{workshop.Root}/report");
        await workshop.Chantal.Press("#publish");
        await workshop.Chantal.Open($"{workshop.Root}/links");
        await workshop.Chantal.Press("#give-read-link", ("days", "30"), ("level", $"{level}"));
        var link = new Uri(System.Text.RegularExpressions.Regex.Match(workshop.Chantal.Source, "https?://[^\"<\\s]+/read/[^\"<\\s]+").Value).AbsolutePath;

        await workshop.Dennis.Open(link);
        Assert.Equal(HttpStatusCode.OK, workshop.Dennis.Status);
        Assert.Contains("Verslag van", workshop.Dennis.Text, StringComparison.Ordinal);
        var page = workshop.Dennis.Source;
        var text = await workshop.Dennis.Http.GetStringAsync($"{link}/report.txt?quotes=yes");
        Assert.Equal(hasQuotes, page.Contains("samen lunchen", StringComparison.Ordinal));
        Assert.Equal(hasQuotes, text.Contains("samen lunchen", StringComparison.Ordinal));
        Assert.Empty(workshop.Dennis.Page.QuerySelectorAll(".report-tools a[href^='/workshops']"));

        await workshop.Chantal.Open($"{workshop.Root}/links");
        await workshop.Chantal.Press("#withdraw-read-link");
        foreach (var path in new[] { link, $"{link}/report.docx", $"/read/{workshop.Root[^36..]}/{new string('0', 32)}" })
        {
            await workshop.Dennis.Open(path);
            Assert.Equal(HttpStatusCode.Gone, workshop.Dennis.Status);
            Assert.DoesNotContain("Samen leren", workshop.Dennis.Source, StringComparison.Ordinal);
        }
    }

    [Theory, Rule("P4"), InlineData(ReadLevel.Agreements, "Wie betaalt dat?"), InlineData(ReadLevel.WithoutQuotes, "Een vraag bij: "), InlineData(ReadLevel.All, "Wie betaalt dat?")]
    public async Task The_answer_to_a_question_left_over_reaches_everybody_by_the_read_link(ReadLevel level, string asked)
    {
        await using var workshop = await AWorkshop.Playing();
        var (root, chantal) = (workshop.Root, workshop.Chantal);
        var question = await workshop.Note(workshop.Bram, workshop.Table1, "Wie betaalt dat?", "Question");
        await chantal.Open($"{root}/report");
        await chantal.Press("#publish");
        await chantal.Open($"{root}/links");
        await chantal.Press("#give-read-link", ("days", "30"), ("level", $"{level}"));
        var link = new Uri(System.Text.RegularExpressions.Regex.Match(chantal.Source, "https?://[^\"<\\s]+/read/[^\"<\\s]+").Value).AbsolutePath;
        Assert.DoesNotContain("Het opleidingsbudget.", (await workshop.Dennis.Open(link)).Text, StringComparison.Ordinal);

        await chantal.Open($"{root}/plenary/entries/{question}");
        await chantal.Press("form[action$='/answers'] button", ("answer", "Het opleidingsbudget."));
        await workshop.Dennis.Open(link);
        var row = workshop.Dennis.Page.QuerySelectorAll(".report-list li bdi").Single(one => one.TextContent.Contains("Het opleidingsbudget.", StringComparison.Ordinal));
        Assert.StartsWith(asked, row.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact, Rule("R1"), Rule("W4")]
    public async Task What_people_came_to_learn_is_in_it_unless_they_kept_it_to_themselves()
    {
        await using var workshop = await AWorkshop.Start();
        var asked = await workshop.GoTo(AtAQuestion.IsLearning);
        await workshop.Anna.Say(asked, "Durf ik nee te zeggen?", ("shared", "false"));
        await workshop.Bram.Say(asked, "Hoe maak ik tijd?", ("shared", "true"));

        foreach (var name in new[] { "report", "report/report.txt", "report/report.json", "report/questions.csv" })
        {
            var text = WebUtility.HtmlDecode(await workshop.Chantal.Http.GetStringAsync($"{workshop.Root}/{name}"));
            Assert.Contains("Hoe maak ik tijd?", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Durf ik nee", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Hoe maak ik tijd?", WebUtility.HtmlDecode(await workshop.Chantal.Http.GetStringAsync($"{workshop.Root}/report?quotes=no")), StringComparison.Ordinal);
    }

    [Fact, Rule("R1"), Rule("D7")]
    public async Task What_was_shown_is_kept_over_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("leerklimaat-report-").FullName;
        string first;
        string root;
        CookieContainer cookies;
        await using (var server = await RunningServer.Start(folder))
        {
            using var chantal = new Person(server, "Chantal");
            await chantal.Open("/");
            await chantal.Press("form[action='/workshops'] button");
            await chantal.Press("#start-game");
            (root, cookies) = (chantal.Path, chantal.Cookies);
            await FivePeople.PlayACard(server.Services.GetRequiredService<IGrainFactory>(), Guid.Parse(root.Split('/')[^1]), table: 1);
            var looked = await Report(chantal, root);
            Assert.Equal(looked, await Report(chantal, root));
            await chantal.Open($"{root}/report");
            await chantal.Press("#publish");
            first = await Report(chantal, root);
            Assert.NotEqual(looked, first);
            Assert.Contains("\"twice\"", first, StringComparison.Ordinal);
        }

        await using (var again = await RunningServer.Start(folder))
        {
            using var chantal = new Person(again, "Chantal");
            foreach (Cookie cookie in cookies.GetAllCookies()) chantal.Cookies.Add(again.Address, new Cookie(cookie.Name, cookie.Value));
            Assert.Equal(first, await Report(chantal, root));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact, Rule("D7")]
    public async Task The_closing_publishes_by_itself()
    {
        await using var workshop = await AWorkshop.Playing();
        await FivePeople.PlayACard(workshop.Server.Services.GetRequiredService<IGrainFactory>(), Guid.Parse(workshop.Root.Split('/')[^1]), table: 3);
        Assert.False(await IsPublished(workshop.Server, workshop.Root));
        await workshop.Chantal.Ask($"{workshop.Root}/closures");
        Assert.True(await IsPublished(workshop.Server, workshop.Root));
    }

    [Fact, Rule("D7")]
    public async Task It_is_made_good_where_the_server_stopped_right_after_the_closing()
    {
        var folder = Directory.CreateTempSubdirectory("leerklimaat-closed-").FullName;
        string root;
        await using (var server = await RunningServer.Start(folder))
        {
            await using var workshop = await AWorkshop.Playing(server);
            root = workshop.Root;
            await FivePeople.PlayACard(server.Services.GetRequiredService<IGrainFactory>(), Guid.Parse(root.Split('/')[^1]), table: 3);
        }

        await using (var store = new SqliteEventStore(Path.Combine(folder, "leerklimaat.db"), NullLogger<SqliteEventStore>.Instance))
        {
            var stream = $"workshop/{root.Split('/')[^1].Replace("-", "", StringComparison.Ordinal)}";
            var before = await store.Read(stream);
            var closed = JsonSerializer.SerializeToUtf8Bytes<WorkshopEvent>(new WorkshopClosed(before[^1].At), StoredJson.Options);
            await store.Append(stream, before.Count, [new(closed, Guid.NewGuid(), before[^1].At)]);
        }

        await using (var again = await RunningServer.Start(folder)) Assert.True(await IsPublished(again, root));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<bool> IsPublished(RunningServer server, string root)
    {
        var id = Guid.Parse(root.Split('/')[^1]);
        var grains = server.Services.GetRequiredService<IGrainFactory>();
        await grains.GetGrain<IWorkshopGrain>(id).Look();
        return (await grains.GetGrain<IPublicationsGrain>(id).Look()).State.IsPublished;
    }

    // Without when it was made.
    private static async Task<string> Report(Person person, string root) =>
        string.Join('\n', (await person.Http.GetStringAsync($"{root}/report/report.json")).Split('\n').Where(line => !line.StartsWith("  \"madeAt\"", StringComparison.Ordinal)));
}
