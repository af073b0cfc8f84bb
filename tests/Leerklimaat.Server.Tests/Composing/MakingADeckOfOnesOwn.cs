using System.Net;
using Leerklimaat.Server.Binning;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Composing;

[Rule("G14")]
public class MakingADeckOfOnesOwn : ADeckOfOnesOwn
{
    [Fact]
    public async Task A_copy_has_the_sets_that_were_chosen_and_says_what_it_was_made_from()
    {
        await Chantal.Open(Deck);
        Assert.Equal(["Factoren van een goed leerklimaat", "Uitkomsten van de ECLO-bijeenkomst"], Chantal.Page.QuerySelectorAll(".deck-set h3 bdi").Select(set => set.TextContent));
        Assert.Contains("Gemaakt door Team Leren", Chantal.Text, StringComparison.Ordinal);
        Assert.Contains("Kopie van ‘Een goed leerklimaat’, uitgave 2", Chantal.Text, StringComparison.Ordinal);
        Assert.Contains("Maya Swaans", Chantal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_one_begins_with_a_factor_and_a_card()
    {
        await (await Dennis.Open("/decks")).Press("#begin-deck", ("title", "Van niets"), ("deck", ""));
        var deck = Dennis.Path;
        await (await Dennis.Open(deck)).Press("#add-factor", ("name", "Vertrouwen"));
        await (await Dennis.Open($"{deck}/blank")).Press("#save-card", ("text", "Wij vertrouwen elkaar."));
        Assert.Equal(["Wij vertrouwen elkaar."], Dennis.Page.QuerySelectorAll(".deck-cards strong").Select(card => card.TextContent));
    }

    [Fact]
    public async Task A_theme_is_made_named_anew_given_to_a_card_and_removed()
    {
        await (await Chantal.Open(Deck)).Press("#add-theme", ("name", "Leiding geven"));
        var theme = Chantal.Page.QuerySelectorAll("#themes form[action*='/themes/changes']")[^1];
        var id = theme.GetAttribute("action")!.Split('=')[^1];
        await Chantal.Press($"form[action$='theme={id}'] button", ("name", "Leiding"));
        Assert.Equal("Leiding", Chantal.Page.QuerySelector($"#theme-{id}")!.GetAttribute("value"));

        await (await Chantal.Open($"{Deck}/cards/fouten-1")).Press("#save-card", ("theme", id));
        Assert.True(Chantal.Page.QuerySelector($"button[formaction$='/themes/removals?theme={id}']")!.HasAttribute("disabled"));
        await Chantal.Press($"button[formaction$='/themes/removals?theme={id}']");
        Assert.Contains("Bij dit thema horen nog kaarten: 1", Chantal.Text, StringComparison.Ordinal);

        await (await Chantal.Open($"{Deck}/cards/fouten-1")).Press("#save-card", ("theme", ""));
        await Chantal.Press($"button[formaction$='/themes/removals?theme={id}']");
        Assert.Null(Chantal.Page.QuerySelector($"#theme-{id}"));
    }

    [Fact]
    public async Task A_card_is_written_moved_removed_and_put_back_without_dragging()
    {
        await (await Chantal.Open($"{Deck}/blank?set=eclo")).Press("#save-card", ("text", "Wij eten samen."));
        Assert.Equal("Wij eten samen.", CardsOf(Chantal)[^1]);
        await Chantal.Press(".deck-set:last-of-type li:last-child button[name=place]");
        Assert.Equal("Wij eten samen.", CardsOf(Chantal)[^2]);
        await Chantal.Press(".deck-set:last-of-type li:nth-last-child(2) button[formaction*=removals]");
        Assert.DoesNotContain("Wij eten samen.", CardsOf(Chantal));
        await Chantal.Press("#put-back");
        Assert.Equal("Wij eten samen.", CardsOf(Chantal)[^2]);
    }

    [Fact]
    public async Task While_it_is_typed_it_is_said_what_makes_it_hard()
    {
        using var answer = await Chantal.Http.PostAsync($"{Deck}/advice", new FormUrlEncodedContent([new("text", "We borgen dat Marieke <b>niet</b> zonder hulp zit.")]));
        var said = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("‘borgen’ is vaktaal", said, StringComparison.Ordinal);
        Assert.Contains("‘Marieke’ lijkt een naam", said, StringComparison.Ordinal);
        Assert.Contains("Twee keer nee", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_said_and_what_was_typed_stays()
    {
        await Write(Chantal, "fouten-1", new string('a', 201));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, Chantal.Status);
        Assert.Equal("Dit past niet op een kaart. Hoogstens 200 tekens.", Chantal.Page.QuerySelector("#wrong")!.TextContent);
        Assert.Equal(new string('a', 201), Chantal.Page.QuerySelector("#text")!.TextContent);
    }

    [Fact]
    public async Task Words_of_the_deck_that_are_too_long_stay_in_their_field()
    {
        await (await Chantal.Open(Deck)).Press("#save-words", ("title", "Zandwijk"), ("author", new string('x', 101)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, Chantal.Status);
        Assert.Equal((new string('x', 101), "Zandwijk"), (Chantal.Page.QuerySelector("#deck-Author")!.GetAttribute("value"), Chantal.Page.QuerySelector("#deck-Title")!.GetAttribute("value")));
        Assert.NotNull(Chantal.Page.QuerySelector("#words[open]"));
    }

    [Theory, InlineData("factors", "/factors/changes?factor=fouten", "#factor-fouten"), InlineData("sets", "/sets/changes?set=factors", "#set-factors")]
    public async Task What_was_typed_into_a_row_stays_there_when_it_is_refused(string fold, string path, string field)
    {
        // A name that another one has.
        await Chantal.Open(Deck);
        var other = Chantal.Page.QuerySelectorAll($"#{fold} input[name=name]").Select(input => input.GetAttribute("value")!).Last(name => name.Length > 0 && name != Chantal.Page.QuerySelector(field)!.GetAttribute("value"));
        await Chantal.Post($"{Deck}{path}", [new("command", $"{Guid.NewGuid()}"), new("seen", "0"), new("name", other), new("source", "Onze raad"), new("apart", "true")]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, other), (Chantal.Status, Chantal.Page.QuerySelector(field)!.GetAttribute("value")));
        Assert.NotNull(Chantal.Page.QuerySelector($"#{fold}[open] input[value='Onze raad']"));
    }

    [Fact]
    public async Task A_title_that_is_too_long_to_play_with_stays_with_the_minutes()
    {
        await (await Chantal.Open(Deck)).Press("#play-deck", ("title", new string('x', 101)), ("minutes", "180"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, new string('x', 101)), (Chantal.Status, Chantal.Page.QuerySelector("#workshop")!.GetAttribute("value")));
        Assert.Equal("180", Chantal.Page.QuerySelector("[name=minutes][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_second_of_two_who_write_one_card_keeps_what_they_typed_and_sees_the_other()
    {
        await Dennis.Open(await LinkTo("edit"));
        await Dennis.Open($"{Deck}/cards/fouten-1");
        await Write(Chantal, "fouten-1", "Van Chantals hand.");
        await Dennis.Press("#save-card", ("text", "Van de ander."));
        Assert.Equal(HttpStatusCode.Conflict, Dennis.Status);
        Assert.Equal("Van de ander.", Dennis.Page.QuerySelector("#text")!.TextContent);
        Assert.Contains("Van Chantals hand.", Dennis.Page.QuerySelector("#other")!.TextContent, StringComparison.Ordinal);
        await Dennis.Press("#save-card");
        Assert.Contains("Van de ander.", CardsOf(Dennis));
    }

    [Fact]
    public async Task A_link_to_read_shows_the_cards_and_writes_nothing()
    {
        await Dennis.Open(await LinkTo("view"));
        Assert.Equal((HttpStatusCode.OK, Deck), (Dennis.Status, Dennis.Path));
        Assert.Null(Dennis.Page.QuerySelector("#add-card"));
        Assert.Null(Dennis.Page.QuerySelector(".own-link"));
        await Dennis.Post($"{Deck}/removals?card=fouten-1", [new("command", $"{Guid.NewGuid()}")]);
        Assert.Equal(HttpStatusCode.Forbidden, Dennis.Status);
        await Dennis.Post($"{Deck}/comments?card=fouten-1", [new("command", $"{Guid.NewGuid()}"), new("comment", "Mooi")]);
        Assert.Equal(HttpStatusCode.Forbidden, Dennis.Status);
        Assert.Contains(CardsOf(await Chantal.Open(Deck)), card => card.StartsWith("Van een fout", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_writes_and_opens_the_link_that_others_get_still_writes_and_who_gets_more_may_do_more()
    {
        var view = await LinkTo("view");
        Assert.NotNull((await Chantal.Open(view)).Page.QuerySelector("#add-card"));
        Assert.Null((await Dennis.Open(view)).Page.QuerySelector("#add-card"));
        Assert.NotNull((await Dennis.Open(await LinkTo("edit"))).Page.QuerySelector("#add-card"));
    }

    [Fact]
    public async Task A_link_to_comment_says_what_somebody_thinks_without_a_name()
    {
        await Dennis.Open(await LinkTo("comment"));
        await (await Dennis.Open($"{Deck}/cards/fouten-1")).Press("#say-comment", ("comment", "Wat is een verhaal?"));
        await Chantal.Open($"{Deck}/cards/fouten-1");
        Assert.Contains("Wat is een verhaal?", Chantal.Page.QuerySelector("#comments")!.TextContent, StringComparison.Ordinal);
        await Chantal.Press("form[action*=settlements] button");
        Assert.DoesNotContain("Wat is een verhaal?", (await Dennis.Open($"{Deck}/cards/fouten-1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_or_renewed_link_shows_nothing()
    {
        var link = await LinkTo("view");
        await Dennis.Open(link);
        await LinkTo("view");
        Assert.Equal(HttpStatusCode.Forbidden, (await Dennis.Open(Deck)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Dennis.Open(link)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Dennis.Open($"/decks/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task The_key_of_a_link_is_in_no_log_and_not_in_the_journal()
    {
        var key = (await LinkTo("view")).Split('/')[^1];
        await Dennis.Open($"{Deck}/links/{key}");
        await Server.Log.Writes("links/{key}");
        Assert.DoesNotContain(Server.Log.Lines, line => line.Contains(key, StringComparison.Ordinal));
        foreach (var file in Directory.EnumerateFiles(Server.Folder, "leerklimaat.db*"))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes);
            Assert.Equal(-1, bytes.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(key)));
        }
    }

    [Theory, InlineData("moves?card=gone", "place", "0"), InlineData("factors/changes?factor=gone", "seen", "0"), InlineData("sets/changes?set=gone", "seen", "0")]
    public async Task What_has_gone_meanwhile_is_said(string path, string field, string value)
    {
        await Chantal.Post($"{Deck}/{path}", [new("command", $"{Guid.NewGuid()}"), new(field, value), new("name", "Iets")]);
        Assert.Equal(HttpStatusCode.NotFound, Chantal.Status);
        Assert.Contains("is er niet meer", Chantal.Page.QuerySelector("#wrong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Rule("W9")]
    public async Task In_the_bin_it_is_gone_for_others_and_comes_back_or_goes_for_good()
    {
        await Dennis.Open(await LinkTo("edit"));
        await Dennis.Open(await LinkTo("view"));
        await (await Chantal.Open($"{Deck}/bin")).Press("#delete");
        Assert.Equal(HttpStatusCode.Gone, (await Dennis.Open(Deck)).Status);
        await (await Chantal.Open($"{Deck}/bin")).Press("#restore");
        Assert.Equal(HttpStatusCode.OK, (await Dennis.Open(Deck)).Status);

        await (await Chantal.Open($"{Deck}/bin")).Press("#delete");
        Time.Advance(TimeSpan.FromDays(31));
        await Server.Services.GetRequiredService<BinSweep>().Sweep();
        Assert.Equal(HttpStatusCode.Forbidden, (await Chantal.Open(Deck)).Status);
        Assert.False((await Server.Services.GetRequiredService<IGrainFactory>().GetGrain<Decks.IOwnDeckGrain>(Id).Look()).State.Exists);
    }

    [Fact, Rule("W9")]
    public async Task A_deck_of_which_the_deletion_stopped_halfway_stays()
    {
        var bin = Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IBinGrain>(Guid.Empty);
        await bin.Ask(new Domain.Workshops.LayDeckInBin(Id, Time.GetUtcNow()), Guid.NewGuid(), Time.GetUtcNow());
        Time.Advance(TimeSpan.FromDays(31));
        await Server.Services.GetRequiredService<BinSweep>().Sweep();
        Assert.Equal(HttpStatusCode.OK, (await Chantal.Open(Deck)).Status);
        Assert.Empty((await bin.Look()).State.Decks);
    }

    private static List<string> CardsOf(Person who) => [.. who.Page.QuerySelectorAll(".deck-cards strong").Select(card => card.TextContent)];
}
