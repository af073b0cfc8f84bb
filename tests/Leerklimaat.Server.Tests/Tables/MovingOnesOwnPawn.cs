using System.Text.RegularExpressions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Tables;

/// <summary>
/// Two at a table: when something changed and it was not Bram, it was Anna. The same story is told twice, once she moves her pawn to and fro and
/// once she leaves it; what every page says, and the number by which an answer and a message of a stream say how new they are, must be the same.
/// </summary>
[Rule("G3")]
public partial class MovingOnesOwnPawn
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task Before_the_reveal_nobody_can_tell_that_it_happened(bool second)
    {
        var left = await World(moves: 0, second);
        var moved = await World(moves: 3, second);

        foreach (var (who, numbers) in left)
        {
            Assert.NotEqual("", numbers);
            Assert.True(numbers == moved[who], $"{who}:\n{numbers}\n{moved[who]}");
        }
    }

    [Fact]
    public async Task Who_moves_it_sees_it_there_also_after_coming_back()
    {
        await using var workshop = await AWorkshop.Playing();
        await Place(workshop.Anna, workshop, 1);
        await using var brams = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live");
        await brams.Sees("1 van 2 gelegd");
        await Place(workshop.Anna, workshop, 4);

        await using var annas = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live", lastSeen: 1);
        Assert.Matches("id=\"square-4\"[^>]*aria-pressed=\"true\"", await annas.Sees("id=\"square-4\""));
        await workshop.Anna.Ask($"{workshop.Table1}/reveals", ("anyway", "true"));
        await brams.Sees("Anna op volop aanwezig");
    }

    private static async Task<Dictionary<string, string>> World(int moves, bool second)
    {
        await using var workshop = await AWorkshop.Playing();
        var (anna, bram, table) = (workshop.Anna, workshop.Bram, workshop.Table1);
        await bram.Press("form[action$='/names'] button", ("name", "Bram"));
        if (second)
        {
            await Place(anna, workshop, 2);
            await Place(bram, workshop, 2);
            await anna.Ask($"{table}/reveals");
            await anna.Ask($"{table}/second-placements", ("anyway", "true"));
        }

        using var follower = new Person(workshop.Server, "Fatma");
        await follower.Open($"/{workshop.Code}");
        await follower.Press("#follow");
        var pages = new (Person Who, string Path)[]
        {
            (bram, table), (workshop.Dennis, workshop.Table2), (bram, workshop.Screen1), (follower, $"{workshop.Root}/follow"),
            (workshop.Chantal, workshop.Wall), (workshop.Chantal, workshop.Root), (workshop.Chantal, $"{workshop.Root}/presenter"), (workshop.Chantal, $"{workshop.Root}/plenary"),
        };
        await Place(anna, workshop, 1);
        var streams = new List<(string Name, OpenStream Stream)>();
        foreach (var (who, path) in pages) streams.Add(($"the stream of {who.Name} at {Generic(path, workshop)}", await OpenStream.Open(who, LiveOf(path))));
        foreach (var (_, stream) in streams) await stream.Sees("<");

        for (var move = 0; move < moves; move++) await Place(anna, workshop, move % 2 == 0 ? 4 : 1);

        var numbers = new Dictionary<string, string>();
        var refused = await bram.Ask($"{table}/reveals");
        numbers["a refused answer"] = $"{refused.Status} {refused.Version}";
        foreach (var (who, path) in pages) numbers[$"{who.Name} at {Generic(path, workshop)}"] = Generic(TextOf(await who.Open(path)), workshop);
        await bram.Open(table);
        numbers["an answer"] = (await bram.Ask($"{table}/placements?round=1", ("square", "2"))).Version;
        foreach (var (name, stream) in streams)
        {
            if (stream.Messages.Any(message => message.Html.Contains("1 van 2 gelegd", StringComparison.Ordinal))) await stream.Sees("2 van 2 gelegd");
            numbers[name] = $"{stream.Messages[^1].Version}";
            await stream.DisposeAsync();
        }

        return numbers;
    }

    /// <summary>A page without the words by which one comes back, which are drawn by chance.</summary>
    private static string TextOf(Person person)
    {
        foreach (var words in person.Page.QuerySelectorAll(".personal-code, .recovery-code, .slip .code")) words.Remove();
        return person.Text;
    }

    /// <summary>Without what differs between any two rooms: addresses, codes, keys, and how late it is.</summary>
    private static string Generic(string text, AWorkshop workshop)
    {
        (string Own, string Generic)[] names = [(workshop.Table1, "table 1"), (workshop.Table2, "table 2"), (workshop.Root, "the workshop"), (workshop.Code, "the code"), ($"{workshop.Code[..3]} {workshop.Code[3..]}", "the code")];
        return Passing().Replace(names.Aggregate(text.Split("?key=")[0], (generic, name) => generic.Replace(name.Own, name.Generic, StringComparison.Ordinal)), "…");
    }

    [GeneratedRegex(@"\d+(\.\d+){3}:\d+|[\w-]{20,}|\d+ min\w*|\d+:\d\d")]
    private static partial Regex Passing();

    private static async Task Place(Person person, AWorkshop workshop, int square) =>
        Assert.Equal(System.Net.HttpStatusCode.OK, (await person.Ask($"{workshop.Table1}/placements?round=1", ("square", $"{square}"))).Status);

    private static string LiveOf(string path) => path.Contains('?', StringComparison.Ordinal) ? AWorkshop.LiveOf(path) : $"{path}/live";
}
