using System.Text.RegularExpressions;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Playing;

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
        await using var left = await World(moves: 0, second);
        await using var moved = await World(moves: 3, second);

        foreach (var (who, says) in left.Says)
        {
            Assert.NotEqual("", says);
            Assert.True(says == moved.Says[who], $"{who}:\n{says}\n{moved.Says[who]}");
        }

        foreach (var ((who, path), (_, same)) in left.Pages.Zip(moved.Pages))
        {
            var numbers = await Numbers((left, who, path), (moved, moved.Who(who.Name), same));
            Assert.True(numbers.Left == numbers.Moved, $"the number of {who.Name} at {path}: {numbers}");
        }

        foreach (var stream in moved.Streams)
        {
            var versions = stream.Messages.Select(message => message.Version).ToList();
            Assert.Equal(versions.Distinct().Order(), versions);
        }
    }

    [Fact]
    public async Task Who_moves_it_sees_it_there_also_after_coming_back()
    {
        await using var workshop = await AWorkshop.Playing();
        await Place(workshop.Anna, workshop, 1);
        await using var brams = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live");
        await brams.Sees("1 van 2 pionnen gelegd");
        // Often, because what came back at once was sometimes shown what was before.
        for (var move = 1; move <= 40; move++)
        {
            var square = move % 3 + 2;
            await Place(workshop.Anna, workshop, square);
            await using var annas = await OpenStream.Open(workshop.Anna, $"{workshop.Table1}/live", lastSeen: 1);
            await annas.Sees($"data-chosen=\"{square}\"");
        }

        await Place(workshop.Anna, workshop, 4);
        await workshop.Anna.Ask($"{workshop.Table1}/reveals", ("anyway", "true"));
        await brams.Sees("Anna op volop aanwezig");
    }

    private static async Task<Told> World(int moves, bool second)
    {
        var workshop = await AWorkshop.Playing();
        var (anna, bram, table) = (workshop.Anna, workshop.Bram, workshop.Table1);
        await bram.Press("form[action$='/names'] button", ("name", "Bram"));
        if (second)
        {
            await Place(anna, workshop, 2);
            await Place(bram, workshop, 2);
            await anna.Ask($"{table}/reveals");
            await anna.Ask($"{table}/second-placements", ("anyway", "true"));
        }

        var follower = new Person(workshop.Server, "Fatma");
        await follower.Open($"/{workshop.Code}");
        await follower.Press("#follow");
        var told = new Told(workshop, follower,
        [
            (bram, table), (workshop.Dennis, workshop.Table2), (bram, workshop.Screen1), (follower, $"{workshop.Root}/follow"),
            (workshop.Chantal, workshop.Wall), (workshop.Chantal, workshop.Root), (workshop.Chantal, $"{workshop.Root}/presenter"), (workshop.Chantal, $"{workshop.Root}/plenary"),
        ]);
        await Place(anna, workshop, 1);
        foreach (var (who, path) in told.Pages) told.Streams.Add(await OpenStream.Open(who, LiveOf(path)));
        foreach (var stream in told.Streams) await stream.Sees("<");

        for (var move = 0; move < moves; move++) await Place(anna, workshop, move % 2 == 0 ? 4 : 1);

        var refused = await bram.Ask($"{table}/reveals");
        told.Says["a refused answer"] = $"{refused.Status} {refused.Version}";
        foreach (var (who, path) in told.Pages) told.Says[$"{who.Name} at {Generic(path, workshop)}"] = Generic(TextOf(await who.Open(path)), workshop);
        await bram.Open(table);
        told.Says["an answer"] = (await bram.Ask($"{table}/placements?round=1", ("square", "2"))).Version;
        foreach (var stream in told.Streams)
        {
            if (stream.Messages.Any(message => message.Html.Contains("1 van 2 pionnen gelegd", StringComparison.Ordinal))) await stream.Sees("2 van 2 pionnen gelegd");
        }

        return told;
    }

    /// <summary>
    /// What a page that opens now gets as its number, in both rooms. News goes to the pages by itself after the answer, so they are asked until they
    /// agree; where a move counts as news they never do.
    /// </summary>
    private static async Task<(long Left, long Moved)> Numbers((Told Room, Person Who, string Path) left, (Told Room, Person Who, string Path) moved)
    {
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            await Task.WhenAll(left.Room.HasArrived(), moved.Room.HasArrived());
            var numbers = (await NumberOf(left.Who, left.Path), await NumberOf(moved.Who, moved.Path));
            if (numbers.Item1 == numbers.Item2 || patience.Elapsed > TimeSpan.FromSeconds(5)) return numbers;
        }
    }

    private static async Task<long> NumberOf(Person who, string path)
    {
        await using var stream = await OpenStream.Open(who, LiveOf(path));
        await stream.Sees("<");
        return stream.Messages[0].Version;
    }

    /// <summary>One room after the story: what everybody's page says, and the streams that were open during it.</summary>
    private sealed class Told(AWorkshop workshop, Person follower, (Person Who, string Path)[] pages) : IAsyncDisposable
    {
        public (Person Who, string Path)[] Pages => pages;

        public Dictionary<string, string> Says { get; } = [];

        public List<OpenStream> Streams { get; } = [];

        public Person Who(string name) => pages.First(page => page.Who.Name == name).Who;

        /// <summary>Completes when the tables' newest states are known where the pages are drawn.</summary>
        public async Task HasArrived()
        {
            var newest = workshop.Server.Services.GetRequiredService<Newest>();
            foreach (var path in new[] { workshop.Table1, workshop.Table2 })
            {
                var id = Guid.Parse(path.Split('/')[2]);
                var grain = workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<ITableGrain>(id);
                while (newest.Of<Table>(id, out var known) is null || known != (await grain.Look()).Version) await Task.Yield();
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var stream in Streams) await stream.DisposeAsync();
            follower.Dispose();
            await workshop.DisposeAsync();
        }
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
