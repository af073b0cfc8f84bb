using System.Net;
using System.Text.RegularExpressions;
using Leerklimaat.Server.Tests.Plenaries;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Dots;

/// <summary>
/// The same story twice: once Anna sets her dot on the first line, once on the second. Until the round is closed everything that leaves the
/// server for anybody but her is the same in both worlds; after it, it differs.
/// </summary>
[Rule("P3")]
public partial class KeepingDotsSecret
{
    [Fact]
    public async Task Until_the_round_is_closed_nobody_but_Anna_can_tell_where_her_dot_is()
    {
        var first = await World(0);
        var second = await World(1);

        foreach (var (who, seen) in first.Hidden) Assert.Equal(seen, second.Hidden[who]);
        Assert.NotEqual(first.Mine, second.Mine);
        foreach (var (who, seen) in first.Counted) Assert.NotEqual(seen, second.Counted[who]);
        Assert.Equal(["Bram", "Chantal", "the wall", "the wall's stream", "Chantal's stream", "Bram's stream", "the log"], first.Hidden.Keys);
    }

    [Fact]
    public async Task Dots_are_set_and_taken_back_without_scripts_until_they_are_gone()
    {
        await using var workshop = await AWorkshop.Playing();
        var (one, other) = (await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd"), await workshop.Note(workshop.Anna, workshop.Table1, "Geen budget"));
        Assert.Contains("Nog even wachten", (await workshop.Anna.Open(workshop.Dots())).Text, StringComparison.Ordinal);
        await workshop.Chantal.Open(workshop.Plenary());
        await workshop.Chantal.Press("#open-dots");

        var anna = await workshop.Anna.Open(workshop.Dots());
        Assert.Contains("Nog 1 van 1 stip", anna.Text, StringComparison.Ordinal);
        await anna.Press($"#more-{one}");
        Assert.Contains("Al je stippen staan.", anna.Text, StringComparison.Ordinal);
        Assert.True(anna.Page.QuerySelector($"#more-{other}")!.HasAttribute("disabled"));
        await anna.Press($"#less-{one}");
        await anna.Press($"#more-{other}");
        Assert.Equal(HttpStatusCode.Conflict, (await anna.Ask(workshop.Dots(), ("dot", $"1 1 {one}"))).Status);

        await workshop.OthersDot(one, one, other, other);
        await workshop.Chantal.Open(workshop.Plenary());
        await workshop.Chantal.Press("#close-dots");
        Assert.Contains("De stippen van 5 mensen zijn geteld", workshop.Chantal.Text, StringComparison.Ordinal);
        Assert.Contains("3 stippen", workshop.Chantal.Page.QuerySelector($"#line-{other}")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 stippen", workshop.Chantal.Page.QuerySelector($"#line-{one}")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await anna.Ask(workshop.Dots(), ("dot", $"1 1 {one}"))).Status);
    }

    [Fact]
    public async Task Who_neither_plays_nor_follows_sets_no_dots()
    {
        await using var workshop = await AWorkshop.Playing();
        var note = await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd");
        await workshop.Chantal.Open(workshop.Plenary());
        await workshop.Chantal.Press("#open-dots");
        using var stranger = new Person(workshop.Server, "Stranger");
        await stranger.Open(workshop.Dots());
        Assert.Equal(HttpStatusCode.Gone, stranger.Status);
        Assert.DoesNotContain("Te weinig tijd", stranger.Source, StringComparison.Ordinal);
        await stranger.Post(workshop.Dots(), [new("command", $"{Guid.NewGuid()}"), new("dot", $"1 1 {note}")]);
        Assert.Equal(HttpStatusCode.Forbidden, stranger.Status);
        Assert.Contains("Je doet nog niet mee", stranger.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await workshop.Anna.Ask(workshop.Dots(), ("dot", "1 1 note-weg"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await workshop.Anna.Ask(workshop.Dots(), ("dot", "een 1 note-weg"))).Status);
    }

    [Fact]
    public async Task Ones_own_part_comes_with_the_stream_when_the_round_opens_and_closes()
    {
        await using var workshop = await AWorkshop.Playing();
        var note = await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd");
        await using var stream = await OpenStream.Open(workshop.Anna, $"{workshop.Dots()}/live");
        await stream.Sees("Nog even wachten");
        await workshop.Chantal.Open(workshop.Plenary());
        await workshop.Chantal.Press("#open-dots");
        await stream.Sees($"more-{note}", "Nog 1 van 1 stip");
        await workshop.Anna.Ask(workshop.Dots(), ("dot", $"1 1 {note}"));
        await workshop.Chantal.Press("#close-dots");
        await stream.Sees("Stippen tellen we vanaf vijf mensen", "1 van jou");
    }

    [Fact, Rule("D9"), Rule("D10")]
    public async Task Four_browsers_that_follow_do_not_show_where_the_one_person_beside_them_set_a_dot()
    {
        await using var workshop = await AWorkshop.Playing();
        string[] lines = [await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd"), await workshop.Note(workshop.Anna, workshop.Table1, "Geen budget")];
        await workshop.Chantal.Open(workshop.Plenary());
        await workshop.Chantal.Press("#open-dots");
        foreach (var number in Enumerable.Range(1, 4))
        {
            using var follower = new Person(workshop.Server, $"Browser {number}");
            await follower.Open($"/{workshop.Code}");
            await follower.Press("#follow");
            await follower.Open(workshop.Dots());
            Assert.Equal(HttpStatusCode.OK, (await follower.Ask(workshop.Dots(), ("dot", $"1 1 {lines[0]}"))).Status);
        }

        await workshop.Anna.Open(workshop.Dots());
        await workshop.Anna.Ask(workshop.Dots(), ("dot", $"1 1 {lines[1]}"));
        await workshop.Chantal.Press("#close-dots");
        foreach (var source in new[] { workshop.Chantal.Source, (await workshop.Dennis.Open(workshop.Dots())).Source, (await workshop.Dennis.Open($"{workshop.Plenary()}/screen")).Source })
        {
            Assert.DoesNotContain("1 stip<", source, StringComparison.Ordinal);
            Assert.DoesNotContain("● ", source, StringComparison.Ordinal);
        }
    }

    private static async Task<Seen> World(int annasLine)
    {
        await using var workshop = await AWorkshop.Playing();
        string[] lines = [await workshop.Note(workshop.Anna, workshop.Table1, "Te weinig tijd"), await workshop.Note(workshop.Anna, workshop.Table1, "Geen budget"), await workshop.Note(workshop.Bram, workshop.Table1, "Een mentor")];
        await workshop.Chantal.Open(workshop.Plenary());
        await using var wall = await OpenStream.Open(workshop.Dennis, $"{workshop.Plenary()}/screen/live");
        await using var leading = await OpenStream.Open(workshop.Chantal, $"{workshop.Plenary()}/live");
        await using var brams = await OpenStream.Open(workshop.Bram, $"{workshop.Dots()}/live");
        await workshop.Chantal.Press("#open-dots");
        await brams.Sees("Nog 2 van 2 stippen");

        await workshop.Anna.Open(workshop.Dots());
        Assert.Equal(HttpStatusCode.OK, (await workshop.Anna.Ask(workshop.Dots(), ("dot", $"1 1 {lines[annasLine]}"))).Status);
        await Task.WhenAll(wall.Sees("1 persoon heeft stippen gezet"), leading.Sees("1 persoon heeft stippen gezet"));
        var mine = Plain((await workshop.Anna.Open(workshop.Dots())).Source);
        var hidden = new Dictionary<string, string>
        {
            ["Bram"] = Plain((await workshop.Bram.Open(workshop.Dots())).Source),
            ["Chantal"] = Plain((await workshop.Chantal.Open(workshop.Plenary())).Source),
            ["the wall"] = Plain((await workshop.Dennis.Open($"{workshop.Plenary()}/screen")).Source),
            ["the wall's stream"] = Plain(Shown(wall)),
            ["Chantal's stream"] = Plain(Shown(leading)),
            ["Bram's stream"] = Plain(Shown(brams)),
            ["the log"] = workshop.Server.Log.Lines.Any(line => line.Contains(lines[annasLine], StringComparison.Ordinal)) ? "the log tells" : "the log is silent",
        };

        await workshop.OthersDot(lines[2], lines[2], lines[0], lines[0]);
        await workshop.Chantal.Press("#close-dots");
        await Task.WhenAll(wall.Sees("● 2"), brams.Sees("2 stippen"));
        return new(hidden, mine, new()
        {
            ["Bram"] = Plain((await workshop.Bram.Open(workshop.Dots())).Source),
            ["Chantal"] = Plain((await workshop.Chantal.Open(workshop.Plenary())).Source),
            ["the wall's stream"] = Plain((await workshop.Dennis.Open($"{workshop.Plenary()}/screen")).Source),
        });
    }

    /// <summary>Region by region: how many messages it took depends on how fast they came.</summary>
    private static string Shown(OpenStream stream) => string.Join('\n', stream.Shown.OrderBy(region => region.Key).Select(region => $"#{region.Key} {region.Value}"));

    private static string Plain(string source) => Varying().Replace(source, "*");

    private sealed record Seen(Dictionary<string, string> Hidden, string Mine, Dictionary<string, string> Counted);

    [GeneratedRegex(@"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}|CfDJ8[\w-]+|seen=\d+|data-now=""\d+""|127\.0\.0\.1:\d+")]
    private static partial Regex Varying();
}
