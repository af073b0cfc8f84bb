using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Paper;

/// <summary>Chantal enters what a table of four wrote on its score sheet, in a browser without scripts.</summary>
public class EnteringAPaperTableByForm
{
    [Fact, Rule("T7"), Rule("L5")]
    public async Task A_card_is_entered_and_counts_in_the_plenary_the_report_and_on_the_radar()
    {
        await using var workshop = await AWorkshop.Start();
        var chantal = await Table(workshop);
        await Enter(chantal, Card);

        Assert.Contains("Ingevoerd: ", chantal.Page.QuerySelector("#entered")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("4 legden · 3 briefjes", chantal.Page.QuerySelector("#round-1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", chantal.Page.QuerySelector("#first-1")!.GetAttribute("value"));

        await chantal.Open(workshop.Root);
        Assert.Contains("op papier", chantal.Text, StringComparison.Ordinal);
        await chantal.Open($"{workshop.Root}/plenary");
        Assert.Contains("tafel 5 (op papier)", chantal.Page.QuerySelector("#list-Present")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Koffie met elkaar", chantal.Page.QuerySelector("#list-Present")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tijd om te leren", chantal.Page.QuerySelector("#list-ToDevelop")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wie helpt ons?", chantal.Page.QuerySelector("#list-Questions")!.TextContent, StringComparison.Ordinal);
        await chantal.Open($"{workshop.Root}/report");
        Assert.Contains("tafel 5 (op papier)", chantal.Text, StringComparison.Ordinal);
        Assert.Contains("Op papier gespeeld en achteraf ingevoerd: tafel 5.", chantal.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("R3"), Rule("D5")]
    public async Task Four_people_on_paper_are_as_few_as_four_people_with_phones_and_five_are_shown()
    {
        await using var workshop = await AWorkshop.Start();
        var chantal = await Table(workshop);
        await Enter(chantal, Card);
        await (await chantal.Open($"{workshop.Root}/report")).Press("#publish");
        Assert.Contains("te weinig mensen", chantal.Text, StringComparison.Ordinal);
        Assert.Empty(chantal.Page.QuerySelectorAll(".chart"));

        var other = await Table(workshop, "5");
        // The third of them did not know the first time, which does not count (D5).
        await Enter(other, [.. Card.Where(one => one.Field != "first-3"), ("first-3", "2"), ("first-5", "2"), ("second-5", "3")]);
        await (await chantal.Open($"{workshop.Root}/report")).Press("#publish");
        Assert.NotEmpty(chantal.Page.QuerySelectorAll(".chart"));
    }

    [Fact, Rule("W11")]
    public async Task A_table_where_stand_ins_play_is_not_entered()
    {
        await using var workshop = await AWorkshop.Start();
        await workshop.Chantal.Open($"{workshop.Root}/paper-tables");
        var empty = workshop.Chantal.Page.QuerySelectorAll(".paper-tables a")[2].GetAttribute("href")!;
        await workshop.Chantal.Open(workshop.Root);
        await workshop.Chantal.Press("#begin-rehearsal", ("tables", "1"), ("players", "4"), ("tempo", "Real"));

        await workshop.Chantal.Open($"{workshop.Root}/paper-tables");
        Assert.DoesNotContain(workshop.Chantal.Page.QuerySelectorAll(".paper-tables a"), link => link.GetAttribute("href") == empty);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await workshop.Chantal.Open(empty)).Status);
        Assert.Contains("Aan deze tafel wordt geoefend", workshop.Chantal.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("L2")]
    public async Task The_same_form_twice_is_one_card()
    {
        await using var workshop = await AWorkshop.Start();
        var chantal = await Table(workshop);
        var fields = chantal.Page.QuerySelectorAll("#paper-round input[type=hidden]").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value")!))
            .Concat(Card.Select(one => KeyValuePair.Create(one.Field, one.Value))).ToList();
        var address = chantal.Path;
        await chantal.Post(address, fields);
        await chantal.Post(address, fields);

        Assert.NotNull(chantal.Page.QuerySelector("#entered"));
        Assert.Single(chantal.Page.QuerySelectorAll(".paper-rounds li"));
        await chantal.Open($"{workshop.Root}/plenary");
        Assert.Equal(4, chantal.Page.QuerySelectorAll("[id^=line-]").Length);
    }

    [Fact, Rule("T7")]
    public async Task What_cannot_be_is_said_at_its_field_and_all_that_was_typed_stays()
    {
        await using var workshop = await AWorkshop.Start();
        var chantal = await Table(workshop);
        await Enter(chantal, ("card", "werkoverleg collega"), ("first-1", "9"), ("first-2", "3"), ("told-2", "zo"), ("second-3", "x"), ("green", "Koffie\n" + new string('x', 281)), ("pile", "Green"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        Assert.Contains("Deze kaart zit niet in de set", Near("card-wrong"), StringComparison.Ordinal);
        Assert.Contains("Pion 1 (Bal): typ het nummer van een vakje, van 1 tot 4", Near("first-wrong"), StringComparison.Ordinal);
        Assert.Contains("Pion 2 (Kubus): typ A", Near("told-wrong"), StringComparison.Ordinal);
        Assert.Contains("Pion 3 (Kegel)", Near("second-wrong"), StringComparison.Ordinal);
        Assert.Contains("Briefje 2 is te lang", Near("green-wrong"), StringComparison.Ordinal);
        Assert.Equal(["9", "3", "zo", "x", "werkoverleg collega"], new[] { "first-1", "first-2", "told-2", "second-3", "card" }.Select(id => chantal.Page.QuerySelector($"#{id}")!.GetAttribute("value")));
        Assert.Contains(new string('x', 281), chantal.Page.QuerySelector("#green")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("true", chantal.Page.QuerySelector("#first-1")!.GetAttribute("aria-invalid"));
        Assert.Null(chantal.Page.QuerySelector("#first-2")!.GetAttribute("aria-invalid"));
        Assert.Equal("Green", chantal.Page.QuerySelector("#pile option[selected]")!.GetAttribute("value"));

        await chantal.Open($"{workshop.Root}/report");
        Assert.DoesNotContain("op papier", chantal.Text, StringComparison.Ordinal);

        string Near(string id) => chantal.Page.QuerySelector($"#{id}")!.TextContent;
    }

    [Theory, Rule("T7")]
    [InlineData("", "Welke kaart was het?")]
    [InlineData("999", "Deze kaart zit niet in de set")]
    [InlineData("collega", "Dit past op meer kaarten: ")]
    public async Task A_card_that_is_not_clear_is_asked_for(string typed, string sentence)
    {
        await using var workshop = await AWorkshop.Start();
        var chantal = await Table(workshop);
        await Enter(chantal, ("card", typed), ("first-1", "2"));
        Assert.Contains(sentence, chantal.Page.QuerySelector("#card-wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Rule("T7")]
    public async Task A_card_is_found_by_its_words_and_by_what_the_list_fills_in()
    {
        await using var workshop = await AWorkshop.Start();
        var chantal = await Table(workshop);
        await Enter(chantal, ("card", "domme vraag"), ("first-1", "1"));
        Assert.Contains("Je kunt hier een domme vraag stellen", chantal.Page.QuerySelector("#entered")!.TextContent, StringComparison.Ordinal);
        await Enter(chantal, ("card", chantal.Page.QuerySelector("#cards option")!.GetAttribute("value")!), ("first-1", "1"));
        Assert.Contains("In ons team vertel je eerlijk", chantal.Page.QuerySelector("#entered")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Rule("T7"), Rule("W10")]
    public async Task An_entered_card_is_changed_taken_back_and_put_back()
    {
        await using var workshop = await AWorkshop.Start();
        var chantal = await Table(workshop);
        await Enter(chantal, Card);
        await chantal.Open(chantal.Page.QuerySelector("#round-1 a")!.GetAttribute("href")!);
        Assert.Equal("1", chantal.Page.QuerySelector("#first-1")!.GetAttribute("value"));
        Assert.Equal("A", chantal.Page.QuerySelector("#told-1")!.GetAttribute("value"));
        Assert.StartsWith("2 · Je kunt hier", chantal.Page.QuerySelector("#card")!.GetAttribute("value"), StringComparison.Ordinal);
        await chantal.Press("#enter-round", ("first-1", "2"), ("green", "Thee met elkaar"), ("pile", "RedToImprove"));
        Assert.Contains("rode stapel", chantal.Page.QuerySelector("#round-1")!.TextContent, StringComparison.Ordinal);

        await chantal.Press("#round-1 form button");
        Assert.Contains("teruggenomen", chantal.Page.QuerySelector("#round-1")!.TextContent, StringComparison.Ordinal);
        await chantal.Open($"{workshop.Root}/plenary");
        Assert.DoesNotContain("Thee met elkaar", chantal.Text, StringComparison.Ordinal);

        await chantal.Open($"{workshop.Root}/paper-tables");
        await chantal.Open(chantal.Page.QuerySelectorAll(".paper-tables a")[^1].GetAttribute("href")!);
        await chantal.Open(chantal.Page.QuerySelector("#round-1 a")!.GetAttribute("href")!);
        await chantal.Press("#enter-round", ("pile", "RedToImprove"));
        await chantal.Open($"{workshop.Root}/plenary");
        Assert.Contains("Thee met elkaar", chantal.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("G11")]
    public async Task A_case_is_entered_from_a_blank_card()
    {
        await using var workshop = await AWorkshop.Start();
        var chantal = await Table(workshop);
        Assert.Contains("Bij een casus:1 werkt niet2 werkt een beetje", chantal.Text, StringComparison.Ordinal);
        await Enter(chantal, ("case", "Nieuwe collega's zwemmen"), ("happens-now", "Een rondje langs de deuren"), ("asks", "Wat helpt de eerste week?"), ("bringer", "1"), ("first-1", "2"), ("first-2", "2"));
        Assert.Contains("wie de casus inbrengt legt zelf niet", chantal.Page.QuerySelector("#first-wrong")!.TextContent, StringComparison.Ordinal);
        await chantal.Press("#enter-round", ("first-1", ""), ("pile", "RedNotPresent"), ("green", "* Wij geven een maatje\nWij eten samen"), ("need", "Een rondleiding"));
        var entered = $"{chantal.Path.Split('?')[0]}/rounds/1";
        Assert.Equal("* Wij geven een maatje\nWij eten samen", (await chantal.Open(entered)).Page.QuerySelector("#green")!.TextContent.ReplaceLineEndings("\n"));
        await chantal.Open($"{workshop.Root}/report");
        Assert.Contains("Wij geven een maatje", chantal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("* Wij", chantal.Text, StringComparison.Ordinal);
        using (var report = System.Text.Json.JsonDocument.Parse(await chantal.Http.GetStringAsync($"{workshop.Root}/report/report.json")))
            Assert.Equal([true, false, false], report.RootElement.GetProperty("cases")[0].GetProperty("given").EnumerateArray().Select(given => given.GetProperty("isTaken").GetBoolean()));
        Assert.Contains("Nieuwe collega's zwemmen", chantal.Text, StringComparison.Ordinal);
        Assert.Contains("De vraag aan de anderen: Wat helpt de eerste week?", chantal.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("T7")]
    public async Task The_number_of_people_is_asked_and_put_right()
    {
        await using var workshop = await AWorkshop.Start();
        var chantal = await workshop.Chantal.Open($"{workshop.Root}/paper-tables");
        await chantal.Press("#add-paper-table", ("people", "veel"), ("name", "Buiten"));
        Assert.Contains("2 tot 12 mensen", chantal.Page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Buiten", chantal.Page.QuerySelector("#name")!.GetAttribute("value"));
        await chantal.Press("#add-paper-table", ("people", "12"));
        Assert.NotNull(chantal.Page.QuerySelector("#first-12"));
        await chantal.Press("#save-people", ("people", "4"));
        Assert.Null(chantal.Page.QuerySelector("#first-5"));
        await Enter(chantal, Card);
        await chantal.Press("#save-people", ("people", "3"));
        Assert.Contains("Minder dan 4 kan niet", chantal.Page.QuerySelector("#people-wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Rule("T7")]
    public async Task A_table_is_entered_also_after_the_workshop_was_closed()
    {
        await using var workshop = await AWorkshop.Start();
        var chantal = await Table(workshop);
        var address = chantal.Path;
        await chantal.Open(workshop.Root);
        await chantal.Ask($"{workshop.Root}/closures");
        await chantal.Open(address);
        await Enter(chantal, Card);
        Assert.NotNull(chantal.Page.QuerySelector("#entered"));
    }

    [Fact, Rule("T7")]
    public async Task Only_who_leads_enters_a_table()
    {
        await using var workshop = await AWorkshop.Start();
        var chantal = await Table(workshop);
        foreach (var path in new[] { $"{workshop.Root}/paper-tables", chantal.Path })
        {
            await workshop.Dennis.Open(path);
            Assert.Equal(HttpStatusCode.Forbidden, workshop.Dennis.Status);
        }

        await workshop.Dennis.Open("/");
        await workshop.Dennis.Post(chantal.Path, [new("command", Guid.NewGuid().ToString()), .. Card.Select(one => KeyValuePair.Create(one.Field, one.Value))]);
        Assert.Equal(HttpStatusCode.Forbidden, workshop.Dennis.Status);
        await chantal.Open(chantal.Path);
        Assert.Null(chantal.Page.QuerySelector("#paper-rounds"));
    }

    [Fact, Rule("T1")]
    public async Task Who_is_spread_over_the_tables_is_not_sent_to_one_on_paper()
    {
        await using var workshop = await AWorkshop.Start();
        var chantal = await workshop.Chantal.Open(workshop.Root);
        await chantal.Ask($"{workshop.Root}/seating", ("seating", "Spread"));
        await Table(workshop, "2");
        for (var more = 0; more < 11; more++)
        {
            using var somebody = new Person(workshop.Server, $"Iemand {more}");
            await somebody.Open($"/{workshop.Code}");
            await somebody.Press("form[action$='/seats'] button");
            Assert.DoesNotContain("Tafel 5", somebody.Text, StringComparison.Ordinal);
        }
    }

    private static (string Field, string Value)[] Card =>
    [
        ("card", "2"), ("first-1", "1"), ("first-2", "3"), ("first-3", "0"), ("first-4", "4"), ("told-1", "a"), ("told-2", "N"), ("second-1", "3"), ("second-2", "3"), ("second-3", "4"), ("second-4", "4"),
        ("green", "Koffie met elkaar"), ("question", "Wie helpt ons?"), ("need", "Tijd om te leren"),
    ];

    private static async Task<Person> Table(AWorkshop workshop, string people = "4")
    {
        await workshop.Chantal.Open($"{workshop.Root}/paper-tables");
        return await workshop.Chantal.Press("#add-paper-table", ("people", people));
    }

    private static Task<Person> Enter(Person chantal, params (string Field, string Value)[] typed) => chantal.Press("#enter-round", typed);
}
