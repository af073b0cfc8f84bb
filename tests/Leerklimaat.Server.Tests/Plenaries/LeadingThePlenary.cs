using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Plenaries;

public class LeadingThePlenary
{
    [Fact, Rule("P1"), Rule("P2")]
    public async Task Notes_flow_onto_the_wall_and_are_bundled_there_live()
    {
        await using var workshop = await AWorkshop.Playing();
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{workshop.Plenary()}/screen/live");
        var time = await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd om te leren");
        var more = await workshop.Note(workshop.Bram, workshop.Table1, "Meer leertijd in het rooster", isSigned: true);
        await wall.Sees("Te weinig tijd om te leren", "Meer leertijd in het rooster");

        await workshop.Chantal.Open(workshop.Plenary());
        var answer = await workshop.Chantal.Ask($"{workshop.Plenary()}/bundles", ("name", "Tijd"), ("entry", $"{time} {more}"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Bundel van 2", answer.Text, StringComparison.Ordinal);
        Assert.Contains("2×", await wall.Sees("is-bundle", "Tijd"), StringComparison.Ordinal);
        Assert.DoesNotContain(wall.Messages, message => message.Html.Contains("Bram", StringComparison.Ordinal));
    }

    [Fact, Rule("P4")]
    public async Task What_was_agreed_comes_on_the_wall_below_what_it_is_about()
    {
        await using var workshop = await AWorkshop.Playing();
        var time = await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd om te leren");
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{workshop.Plenary()}/screen/live");
        await workshop.Chantal.Open($"{workshop.Plenary()}/entries/{time}");
        await workshop.Chantal.Press("#save-new", ("text", "Elke maand een leeruur"), ("owner", "Fatma"), ("by", "2026-05-01"), ("noticing", "Het staat in het rooster"));
        await wall.Sees($"wall-{time}", "Elke maand een leeruur", "Fatma · 1 mei");
        Assert.Contains("Elke maand een leeruur", (await workshop.Dennis.Open($"{workshop.Plenary()}/screen")).Page.QuerySelector($"#wall-{time} .wall-agreed")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Rule("P2")]
    public async Task Bundling_moving_hiding_and_stepping_back_work_without_scripts()
    {
        await using var workshop = await AWorkshop.Playing();
        var time = await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd om te leren");
        var more = await workshop.Note(workshop.Bram, workshop.Table1, "Meer tijd in het rooster om te leren");
        var chantal = await workshop.Chantal.Open(workshop.Plenary());
        Assert.Contains("Ze delen: ", chantal.Text, StringComparison.Ordinal);

        await chantal.Press("#bundle", ("entry", time), ("entry", more), ("name", "Tijd om te leren"));
        Assert.Contains("Bundel van 2", chantal.Text, StringComparison.Ordinal);
        var bundle = chantal.Page.QuerySelector(".is-bundle > input")!.GetAttribute("value")!;
        await chantal.Press("#move-Questions", ("entry", bundle));
        Assert.NotNull(chantal.Page.QuerySelector($"#list-Questions #line-{bundle}"));
        await chantal.Press("#hide", ("entry", bundle));
        Assert.NotNull(chantal.Page.QuerySelector($"#hidden-{bundle}"));
        await chantal.Press("#undo");
        await chantal.Press("#undo");
        Assert.NotNull(chantal.Page.QuerySelector($"#list-ToDevelop #line-{bundle}"));

        await chantal.Press("#bundle", ("entry", time), ("name", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chantal.Status);
        Assert.Contains("Geef de bundel een naam", chantal.Text, StringComparison.Ordinal);
        await chantal.Press("#bundle", ("entry", "note-die-er-niet-is"), ("name", "Niets"));
        Assert.Contains("Vink eerst iets aan", chantal.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("P2")]
    public async Task A_suggestion_is_accepted_with_one_button_or_dismissed()
    {
        await using var workshop = await AWorkshop.Playing();
        foreach (var text in new[] { "Elke maand intervisie", "Intervisie met de buurgemeente", "Wie betaalt de cursus?", "Een cursus voor iedereen", "De koffie is lekker" }) await workshop.Note(workshop.Anna, workshop.Table1, text, "Green");
        var chantal = await workshop.Chantal.Open(workshop.Plenary());
        Assert.Equal(2, chantal.Page.QuerySelectorAll(".suggestion").Length);

        var name = chantal.Page.QuerySelector(".suggestion input")!;
        // A name that reads as one, and none that somebody wrote: names of bundles stand in a report without quotes.
        Assert.Equal(["Over cursus", "Over intervisie"], chantal.Page.QuerySelectorAll(".suggestion input").Select(field => field.GetAttribute("value")!).Order());
        await chantal.Press(".suggestion button[formaction$='/suggestions']", (name.GetAttribute("name")!, new string('x', 81)));
        Assert.Contains("Houd het bij 80 tekens", chantal.Text, StringComparison.Ordinal);
        await chantal.Press(".suggestion button[formaction$='/suggestions']", (name.GetAttribute("name")!, "Elkaar verder helpen"));
        Assert.Contains("Bundel van 2", chantal.Text, StringComparison.Ordinal);
        Assert.Contains("Elkaar verder helpen", chantal.Text, StringComparison.Ordinal);
        await chantal.Press(".suggestion button[formaction$='/dismissals']");
        Assert.Empty(chantal.Page.QuerySelectorAll(".suggestion"));
        Assert.Single(chantal.Page.QuerySelectorAll(".is-bundle"));
    }

    [Fact, Rule("P4")]
    public async Task Actions_owners_and_answers_are_agreed_on_the_page_of_a_line()
    {
        await using var workshop = await AWorkshop.Playing();
        var need = await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd om te leren");
        var question = await workshop.Note(workshop.Bram, workshop.Table1, "Wie betaalt dat?", "Question");
        var chantal = await workshop.Chantal.Open($"{workshop.Plenary()}/entries/{need}");
        await chantal.Press("#save-new", ("text", "Een uur per week"), ("owner", "Het MT"), ("by", "2026-12-24"), ("noticing", "Het staat in de agenda"));
        Assert.Contains("Een uur per week", chantal.Source, StringComparison.Ordinal);
        Assert.Contains("2026-12-24", chantal.Source, StringComparison.Ordinal);
        await chantal.Press("#save-new", ("text", ""), ("owner", "Niemand"));
        Assert.Contains("Schrijf eerst wat jullie gaan doen", chantal.Text, StringComparison.Ordinal);
        Assert.Contains("Acties: 1", (await chantal.Open(workshop.Plenary())).Text, StringComparison.Ordinal);

        await chantal.Open($"{workshop.Plenary()}/entries/{question}");
        await chantal.Press("form[action$='/owners'] button", ("owner", "De gemeentesecretaris"));
        await chantal.Press("form[action$='/answers'] button", ("answer", "Het opleidingsbudget."));
        Assert.Contains("Het opleidingsbudget.", chantal.Source, StringComparison.Ordinal);
        Assert.Contains("Gaat mee met De gemeentesecretaris", (await chantal.Open(workshop.Plenary())).Text, StringComparison.Ordinal);
    }

    [Fact, Rule("P1"), Rule("W1")]
    public async Task Only_who_leads_sees_and_arranges_the_lists()
    {
        await using var workshop = await AWorkshop.Playing();
        var note = await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd om te leren");
        using var elsewhere = new Person(workshop.Server, "Elsewhere");
        await elsewhere.Open("/");
        await elsewhere.Press("form[action='/workshops'] button", ("title", "Een andere workshop"));
        foreach (var stranger in new[] { workshop.Anna, workshop.Dennis, elsewhere })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Ask($"{workshop.Plenary()}/bundles", ("entry", note), ("name", "Van mij"))).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Ask($"{workshop.Plenary()}/dot-rounds", ("round", "1"))).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Open(workshop.Plenary())).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Open($"{workshop.Plenary()}/entries/{note}")).Status);
            await using var stream = await OpenStream.Open(stranger, $"{workshop.Plenary()}/live");
            Assert.Equal(HttpStatusCode.Forbidden, stream.Status);
        }

        Assert.DoesNotContain("Van mij", (await workshop.Chantal.Open(workshop.Plenary())).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await workshop.Chantal.Open($"{workshop.Plenary()}/entries/bestaat-niet")).Status);
    }

    [Fact, Rule("P5")]
    public async Task A_card_is_shown_with_the_pawns_of_five_people_and_not_with_fewer()
    {
        await using var workshop = await AWorkshop.Playing();
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{workshop.Plenary()}/screen/live");
        await workshop.PlayWithFive([1, 2, 2, 3, 4], [2, 2, 3, 4, 4]);
        var chantal = await workshop.Chantal.Open(workshop.Plenary());
        Assert.Null(chantal.Page.QuerySelector("#card-next"));
        await chantal.Press("#publish");
        await chantal.Press("#card-next");
        var shown = await wall.Sees("5 mensen.", "3 omhoog, 0 omlaag, enkele gelijk");
        foreach (var name in new[] { "Anna", "Bram", "Persoon", "pawn-" }) Assert.DoesNotContain(name, shown, StringComparison.Ordinal);

        await chantal.Press("button[formaction$='/minimum']", ("minimum", "6"));
        await wall.Sees("wall-lists");
        Assert.Null(chantal.Page.QuerySelector("#card-next"));
        Assert.Equal(HttpStatusCode.Conflict, (await chantal.Ask($"{workshop.Plenary()}/cards", ("card", "veiligheid-1"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await chantal.Ask($"{workshop.Plenary()}/minimum", ("minimum", "4"))).Status);
    }

    [Fact, Rule("W6"), Rule("P1")]
    public async Task When_the_programme_comes_to_the_plenary_its_lists_take_the_wall_and_phones_find_the_dots()
    {
        await using var workshop = await AWorkshop.Playing();
        var (root, chantal) = (workshop.Root, workshop.Chantal);
        await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd om te leren");
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{root}/screen/live");
        await chantal.Open(root);
        if (chantal.Page.QuerySelector("#begin-programme") is not null) await chantal.Press("#begin-programme");
        while (chantal.Page.QuerySelector("#doing #lead-plenary") is null) await chantal.Press("#next-part");
        await chantal.Press("#gather");
        await workshop.Anna.Open(workshop.Table1);

        Assert.Equal($"{root}/dots", workshop.Anna.Page.QuerySelector(".dots-holder a")!.GetAttribute("href"));
        await wall.Sees("wall-lists", "Te weinig tijd om te leren");
        Assert.NotNull((await workshop.Dennis.Open($"{root}/screen")).Page.QuerySelector("#screen .wall-lists"));
        await chantal.Press("#previous-part");
        await using var after = await OpenStream.Open(workshop.Dennis, $"{root}/screen/live");
        await after.Sees("wall-board");
        Assert.DoesNotContain("wall-lists", after.Shown["screen"], StringComparison.Ordinal);
    }

    [Fact, Rule("L5")]
    public async Task Every_page_of_the_plenary_is_strict_and_speaks_its_readers_language()
    {
        await using var workshop = await AWorkshop.Playing();
        var note = await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd om te leren");
        foreach (var (person, path) in new[] { (workshop.Chantal, workshop.Plenary()), (workshop.Chantal, $"{workshop.Plenary()}/entries/{note}"), (workshop.Dennis, $"{workshop.Plenary()}/screen"), (workshop.Anna, workshop.Dots()) })
        {
            await person.Open(path);
            Assert.Equal(HttpStatusCode.OK, person.Status);
            Assert.Contains("Te weinig tijd om te leren", person.Source, StringComparison.Ordinal);
            Assert.Empty(person.Page.QuerySelectorAll("[style], style, script:not([src]), [onclick], [hx-on]"));
            Assert.Equal("nl", person.Page.DocumentElement.GetAttribute("lang"));
        }
    }
}
