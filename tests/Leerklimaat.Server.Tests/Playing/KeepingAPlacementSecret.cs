using System.Text.RegularExpressions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Playing;

/// <summary>
/// The same story is told twice: once Anna stands on the first square, once on the last. Until the reveal everything that leaves the server
/// for anybody but her must be the same in both worlds; after it, it must differ, or the search finds nothing because it looks at nothing.
/// </summary>
public partial class KeepingAPlacementSecret
{
    [Fact, Rule("G3"), Rule("T6")]
    public async Task Before_the_reveal_nobody_but_Anna_can_tell_where_she_stands()
    {
        var first = await World(annasSquare: 1);
        var last = await World(annasSquare: 4);

        Assert.Equal(first.Hidden.Keys, last.Hidden.Keys);
        foreach (var (who, seen) in first.Hidden) Assert.Equal(seen, last.Hidden[who]);
        Assert.Contains("Dennis", first.Hidden.Keys);
        Assert.NotEqual(first.Hidden["Anna herself"], first.Mine);

        Assert.NotEqual(first.Mine, last.Mine);
        foreach (var who in new[] { "Bram", "Bram's stream", "the table screen", "the table screen's stream", "every pawn in a message to Bram", "every pawn in a message to the table screen" }) Assert.NotEqual(first.Revealed[who], last.Revealed[who]);
        Assert.Equal(first.Revealed["Dennis"], last.Revealed["Dennis"]);
        Assert.Equal(first.Revealed["the facilitator's stream"], last.Revealed["the facilitator's stream"]);
    }

    [Fact, Rule("G3"), Rule("G7")]
    public async Task The_second_placement_is_as_secret_as_the_first()
    {
        var first = await World(annasSquare: 1, second: true);
        var last = await World(annasSquare: 4, second: true);

        foreach (var (who, seen) in first.Hidden) Assert.Equal(seen, last.Hidden[who]);
        Assert.NotEqual(first.Mine, last.Mine);
        Assert.NotEqual(first.Revealed["Bram"], last.Revealed["Bram"]);
    }

    [Fact, Rule("G3"), Rule("G7")]
    public async Task Who_comes_in_while_people_place_again_is_told_of_no_pawn_that_lay_open()
    {
        await using var workshop = await AWorkshop.Playing();
        await using var annas = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live");
        await annas.Sees("0 van 2 pionnen gelegd");
        foreach (var person in new[] { workshop.Anna, workshop.Bram }) await Place(person, workshop, 2);
        await workshop.Anna.Ask($"{workshop.Table1}/reveals");
        await annas.Sees("Anna op een beetje");
        await workshop.Anna.Ask($"{workshop.Table1}/second-placements", ("anyway", "true"));
        await annas.Sees("SecondPlacement");

        using var emma = new Person(workshop.Server, "Emma");
        await workshop.Join(emma, 1);
        await using var emmas = await OpenStream.Open(emma, $"{workshop.Table1}/live");
        await emmas.Sees("SecondPlacement");
        Assert.NotEmpty(PawnsIn(annas));
        Assert.Empty(PawnsIn(emmas));
    }

    [Fact, Rule("G3")]
    public async Task Logs_hold_no_square_no_name_and_no_address()
    {
        await using var workshop = await AWorkshop.Playing();
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "3"));

        await workshop.Server.Log.Writes("/placements");
        Assert.DoesNotContain(workshop.Server.Log.Lines, line => line.Contains("square=", StringComparison.Ordinal) || Names().IsMatch(line));
        Assert.DoesNotContain(workshop.Server.Log.Lines.Where(line => !line.Contains("127.0.0.1:", StringComparison.Ordinal)), line => line.Contains("127.0.0.1", StringComparison.Ordinal));
    }

    [Fact, Rule("W1"), Rule("G3")]
    public async Task Logs_hold_no_key_and_no_code_and_nothing_that_was_typed()
    {
        await using var workshop = await AWorkshop.Playing();
        var key = new Uri(workshop.Chantal.Page.QuerySelector(".private-link")!.GetAttribute("href")!).AbsolutePath;
        var recovery = workshop.Chantal.Page.QuerySelector(".recovery-code")!.TextContent;
        var personal = workshop.Anna.Page.QuerySelector(".personal-code")!.TextContent;
        using var laptop = new Person(workshop.Server, "laptop");
        await laptop.Open(key);
        await laptop.Open(key[..^1] + "x");
        await laptop.Open("/recovery");
        await laptop.Press("form button", ("code", workshop.Code), ("words", recovery));
        await laptop.Open($"/{workshop.Code}");
        await laptop.Press("form[action$='/returns'] button", ("personal", personal));
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "3"));
        await workshop.Bram.Ask($"{workshop.Table1}/notes", ("note", Guid.NewGuid().ToString()), ("kind", "Green"), ("text", "Geheimtaal"));

        await workshop.Server.Log.Writes("/lead/");
        await workshop.Server.Log.Writes("/notes");
        var lines = workshop.Server.Log.Lines;
        Assert.DoesNotContain(lines, line => new[] { key.Split('/')[^1][..31], recovery, personal, "square=", "Geheimtaal", workshop.Code }.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task<Seen> World(int annasSquare, bool second = false)
    {
        await using var workshop = await AWorkshop.Playing();
        await using var bramsStream = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live");
        await using var screenStream = await OpenStream.Open(workshop.Dennis, AWorkshop.LiveOf(workshop.Screen1));
        await using var wallStream = await OpenStream.Open(workshop.Dennis, $"{workshop.Root}/screen/live");
        await using var radarStream = await OpenStream.Open(workshop.Chantal, $"{workshop.Root}/live");
        // One's own part is drawn when a message is written, and what comes shortly after each other shares one. Each step is seen before the next, or
        // the worlds would differ in how their messages were cut: on a busy machine Bram's first message had his own pawn in it, in one world only.
        await Both("0 van 2 pionnen gelegd");
        if (second)
        {
            await Place(workshop.Anna, workshop, 2);
            await Both("1 van 2 pionnen gelegd");
            await Place(workshop.Bram, workshop, 2);
            await Both("2 van 2 pionnen gelegd");
            await workshop.Anna.Ask($"{workshop.Table1}/reveals");
            await Task.WhenAll(bramsStream.Sees("id=\"turn\""), screenStream.Sees("vertelt"));
            await workshop.Anna.Ask($"{workshop.Table1}/second-placements", ("anyway", "true"));
            await Task.WhenAll(bramsStream.Sees("0 van 2 pionnen gelegd", "Draai opnieuw om"), screenStream.Sees("0 van 2 pionnen gelegd", "opnieuw leggen"));
        }

        var (before, heard) = (workshop.Anna.Source, bramsStream.Messages.Count);
        await Place(workshop.Anna, workshop, annasSquare);
        var mine = await MineOf(workshop.Anna, workshop);
        // Anna moves to and fro: also that must leave no trace.
        await Place(workshop.Anna, workshop, 0);
        await Place(workshop.Anna, workshop, annasSquare);
        var refused = await workshop.Bram.Ask($"{workshop.Table1}/reveals");
        // Of the placement that is going on, not of the one before.
        await Task.WhenAll(
            bramsStream.SeesAfter(heard, "1 van 2 pionnen gelegd"), screenStream.Sees("1 van 2 pionnen gelegd", second ? "opnieuw leggen" : "leggen"), radarStream.Sees("1 van 2 pionnen gelegd", second ? "opnieuw leggen" : "leggen"));

        var hidden = new Dictionary<string, string>
        {
            ["Anna herself"] = Plain(before),
            ["Bram"] = Plain((await workshop.Bram.Open(workshop.Table1)).Source),
            ["Bram's own part"] = await MineOf(workshop.Bram, workshop),
            ["Bram's answer"] = Plain(refused.Text),
            ["Dennis"] = Plain((await workshop.Dennis.Open(workshop.Table2)).Source),
            ["Dennis, who tries table 1"] = Plain((await workshop.Dennis.Open(workshop.Table1)).Source),
            ["the table screen"] = Plain((await workshop.Dennis.Open(workshop.Screen1)).Source),
            ["the wall"] = Plain((await workshop.Dennis.Open($"{workshop.Root}/screen")).Source),
            ["the facilitator"] = Plain((await workshop.Chantal.Open(workshop.Root)).Source),
            ["Bram's stream"] = Plain(string.Join("", bramsStream.Shown.OrderBy(region => region.Key))),
            ["the table screen's stream"] = Plain(string.Join("", screenStream.Shown.OrderBy(region => region.Key))),
            ["the facilitator's stream"] = Plain(string.Join("", radarStream.Shown.OrderBy(region => region.Key))),
        };

        foreach (var (who, stream) in new[] { ("Bram", bramsStream), ("the table screen", screenStream), ("the wall", wallStream), ("the facilitator", radarStream) }) hidden[$"every pawn in a message to {who}"] = PawnsIn(stream);
        await Place(workshop.Bram, workshop, 2);
        await workshop.Bram.Ask($"{workshop.Table1}/reveals");
        await Task.WhenAll(bramsStream.Sees(second ? "id=\"lay\"" : "id=\"turn\""), screenStream.Sees(second ? "Voorstel" : "vertelt"), radarStream.Sees(second ? "op een stapel" : "vertellen"));
        var revealed = new Dictionary<string, string>
        {
            ["Bram"] = Plain((await workshop.Bram.Open(workshop.Table1)).Source),
            ["Bram's stream"] = Plain(string.Join("", bramsStream.Shown.OrderBy(region => region.Key))),
            ["every pawn in a message to Bram"] = PawnsIn(bramsStream),
            ["every pawn in a message to the table screen"] = PawnsIn(screenStream),
            ["the table screen"] = Plain((await workshop.Dennis.Open(workshop.Screen1)).Source),
            ["the table screen's stream"] = Plain(string.Join("", screenStream.Shown.OrderBy(region => region.Key))),
            ["the facilitator's stream"] = Plain(string.Join("", radarStream.Shown.OrderBy(region => region.Key))),
            ["Dennis"] = Plain((await workshop.Dennis.Open(workshop.Table2)).Source),
        };
        return new(hidden, revealed, mine);

        Task Both(string count) => Task.WhenAll(bramsStream.Sees(count), screenStream.Sees(count));
    }

    /// <summary>Where pawns are drawn or told to be, or a square is one's own, in any message since the stream was opened.</summary>
    private static string PawnsIn(OpenStream stream) => string.Join('\n', stream.Messages.SelectMany(message => APawn().Matches(message.Html)).Select(pawn => pawn.Value).Distinct().Order(StringComparer.Ordinal));

    private static async Task Place(Person person, AWorkshop workshop, int square) =>
        Assert.Equal(System.Net.HttpStatusCode.OK, (await person.Ask($"{workshop.Table1}/placements?round=1", ("square", $"{square}"))).Status);

    private static async Task<string> MineOf(Person person, AWorkshop workshop) => Plain(await person.Http.GetStringAsync($"{workshop.Table1}/mine"));

    /// <summary>Without what differs between any two workshops: ids, tokens, codes, times and versions.</summary>
    private static string Plain(string source) => Times().Replace(Versions().Replace(Words().Replace(Tokens().Replace(Codes().Replace(Ids().Replace(source, "ID"), "CODE"), "TOKEN"), "WORDS"), "VERSION"), "TIME");

    private sealed record Seen(Dictionary<string, string> Hidden, Dictionary<string, string> Revealed, string Mine);

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}|/lead/ID/[0-9a-f]{32}|[0-9a-f]{32}")]
    private static partial Regex Ids();

    [GeneratedRegex(@"CfDJ8[\w-]+")]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\b[2-9A-HJKMNP-Z]{3} ?[2-9A-HJKMNP-Z]{3}\b|127\.0\.0\.1:\d+|\d+\.\d+\.\d+\.\d+:\d+|<path d=""M[^""]*h1v1h-1z[^""]*""")]
    private static partial Regex Codes();

    [GeneratedRegex(@"<p class=""code personal-code"">[^<]*|<span class=""code recovery-code"">[^<]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"id=""pawn-\d+"" transform=""[^""]*""|<desc[^>]*>[^<]*|id=""square-\d""[^>]*aria-pressed=""true""|data-(chosen|first)=""[^""]*""")]
    private static partial Regex APawn();

    [GeneratedRegex(@"seen=\d+")]
    private static partial Regex Versions();

    [GeneratedRegex(@"data-(now|since|ends)=""\d+""")]
    private static partial Regex Times();

    [GeneratedRegex(@"\b(Anna|Bram|Dennis|Chantal)\b")]
    private static partial Regex Names();
}
