using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Playing;

/// <summary>Several people do whatever comes to mind, and their connections come and go. In the end everybody sees the same, and a restart changes nothing.</summary>
public class PlayingAtRandom
{
    [Theory, InlineData(1), InlineData(20261124), InlineData(77), Rule("L4"), Rule("L1")]
    public async Task All_audiences_converge_and_replay_is_the_same_as_live(int seed)
    {
        var random = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("leerklimaat-model-").FullName;
        Dictionary<string, string> live;
        string[] paths;
        System.Net.CookieContainer cookies;
        await using (var workshop = await AWorkshop.Playing(await RunningServer.Start(folder)))
        {
            var people = new[] { (workshop.Anna, workshop.Table1), (workshop.Bram, workshop.Table1), (workshop.Dennis, workshop.Table2) };
            await workshop.Dennis.Ask($"{workshop.Table2}/practice/skips");
            var streams = new Dictionary<string, OpenStream>();
            var answered = people.ToDictionary(one => one.Item1.Name, _ => new Answer(default, ""));
            for (var step = 0; step < 250; step++)
            {
                var (person, table) = people[random.Next(people.Length)];
                if (random.Next(12) == 0) await Reconnect(streams, person, table);
                else if (await person.Ask($"{table}/{Whim(random, step, out var fields)}", fields) is { Text.Length: > 0, Version.Length: > 0 } own) answered[person.Name] = own;

                // What a browser made of answers and stream is what the page would be.
                if (streams.TryGetValue(person.Name, out var stream)) await stream.ShowsOwn(OpenStream.OwnIn(System.Net.WebUtility.HtmlDecode(await person.Http.GetStringAsync($"{table}/mine"))), answered[person.Name]);
            }

            // One more change at each table, which every stream must reach. Twice: who comes in while the last phase is still being told keeps what it saw of it, out of sight.
            foreach (var word in new[] { "Bijna", "Klaar" })
            {
                foreach (var (person, table) in people) await Reconnect(streams, person, table, always: true);
                foreach (var (person, table) in people.DistinctBy(one => one.Item2)) await person.Ask($"{table}/names", ("name", $"{word} {seed}"));
                foreach (var stream in streams.Values) await stream.Sees($"{word} {seed}");
            }

            Assert.Equal(streams["Anna"].Shared, streams["Bram"].Shared);
            Assert.NotEqual(streams["Anna"].Shared, streams["Dennis"].Shared);

            await using (var fresh = await OpenStream.Open(workshop.Bram, $"{workshop.Table1}/live"))
            {
                await fresh.Sees($"Klaar {seed}");
                Assert.Equal(streams["Bram"].Shown, fresh.Shown);
            }

            paths = [$"{workshop.Table1}/screen", $"{workshop.Table2}/screen", $"{workshop.Root}/screen", workshop.Root];
            live = await Pages(workshop.Chantal, paths);
            cookies = workshop.Chantal.Cookies;
            foreach (var stream in streams.Values) await stream.DisposeAsync();
        }

        await using (var server = await RunningServer.Start(folder))
        {
            using var chantal = new Person(server, "Chantal");
            foreach (System.Net.Cookie cookie in cookies.GetAllCookies()) chantal.Cookies.Add(server.Address, new System.Net.Cookie(cookie.Name, cookie.Value));
            Assert.Equal(live, await Pages(chantal, paths));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<Dictionary<string, string>> Pages(Person person, string[] paths)
    {
        var pages = new Dictionary<string, string>();
        foreach (var path in paths) pages[path] = (await person.Open(path)).Page.QuerySelector("#screen, #radar")!.OuterHtml;
        return pages;
    }

    private static async Task Reconnect(Dictionary<string, OpenStream> streams, Person person, string table, bool always = false)
    {
        var wasOpen = streams.Remove(person.Name, out var open);
        if (wasOpen) await open!.DisposeAsync();
        if (always || !wasOpen) streams[person.Name] = await OpenStream.Open(person, $"{table}/live");
    }

    private static string Whim(Random random, int step, out (string, string)[] fields)
    {
        fields = [];
        switch (random.Next(16))
        {
            case 0: return $"rounds?card=veiligheid-{random.Next(1, 6)}";
            case 1: return "rounds/drawn";
            case 2 or 3 or 4:
                fields = [("square", $"{random.Next(0, 5)}")];
                return $"placements?round={random.Next(1, 1 + step / 20 + 1)}";
            case 5 or 6: return Anyway(ref fields, "reveals");
            case 7 or 8: return $"turns?teller={random.Next(1, 3)}&story={(random.Next(2) == 0 ? "HappensAlready" : "NotYet")}";
            case 9: return Anyway(ref fields, "second-placements");
            case 10: return $"piles?pile={(random.Next(2) == 0 ? "Green" : "RedToImprove")}";
            case 11:
                fields = [("note", new Guid(step, 0, 0, new byte[8]).ToString()), ("kind", "Green"), ("text", $"Inval {step}")];
                return "notes";
            case 12: return $"stars?card=tijd-{random.Next(1, 5)}";
            case 13: return $"absences?other={random.Next(1, 3)}";
            case 14: return "returns";
            default: return random.Next(3) == 0 ? "second-placements/skips" : $"skips?card=fouten-{random.Next(1, 5)}";
        }
    }

    private static string Anyway(ref (string, string)[] fields, string path)
    {
        fields = [("anyway", "true")];
        return path;
    }
}
