using System.IO.Compression;
using System.Net;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Tending;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Tending;

/// <summary>A workshop in play is taken along: to another folder, to a database, and back. What was damaged on the way is refused.</summary>
[Rule("L1"), Rule("K3")]
public sealed class MovingUp : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-moving-").FullName;
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync()
    {
        workshop = await AWorkshop.Playing(await RunningServer.Start(Folder("first")));
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "3"));
        await workshop.Anna.Ask($"{workshop.Table1}/notes", ("note", $"{Guid.NewGuid()}"), ("kind", "Green"), ("text", "Dit gaat mee"));
    }

    public async ValueTask DisposeAsync()
    {
        await workshop.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_backup_of_a_server_that_runs_is_brought_back_and_played_on()
    {
        var file = await Backup();
        // What happens after it is not in it.
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"));
        await Done("has", "restore", file, $"--Server:DataFolder={Folder("second")}");
        await PlaysOn(Folder("second"));
        await Fails(1, "is a journal in", "restore", file, $"--Server:DataFolder={Folder("second")}");
    }

    [Fact]
    public async Task Everything_moves_from_one_file_to_a_database_and_back()
    {
        var (there, storage) = (await Backup(), await APostgres.Database());
        await Done("Taken in", "import", there, $"--Server:Storage={storage}");
        await Done("0 cannot be read", "check", $"--Server:Storage={storage}");
        await PlaysOn(Folder("third"), $"--Server:Storage={storage}");

        var back = Path.Combine(folder, "terug.zip");
        await Done("streams with", "export", back, $"--Server:Storage={storage}");
        await Done("Taken in", "import", back, $"--Server:DataFolder={Folder("fourth")}");
        Assert.Equal(await Everything($"--Server:Storage={storage}"), await Everything($"--Server:DataFolder={Folder("fourth")}"));
        await PlaysOn(Folder("fourth"));
    }

    [Fact]
    public async Task Twice_has_the_same_effect_as_once()
    {
        var file = await Backup();
        await Done("0 streams were there already", "import", file, $"--Server:DataFolder={Folder("second")}");
        await Done($"{ExportFile.Read(file).Streams.Count} streams with", "check", $"--Server:DataFolder={Folder("second")}");
        var once = await Everything($"--Server:DataFolder={Folder("second")}");
        await Done("Taken in: 0 streams with 0 events, and 0 files", "import", file, $"--Server:DataFolder={Folder("second")}");
        Assert.Equal(once, await Everything($"--Server:DataFolder={Folder("second")}"));

        // What went on meanwhile is added, also where a part of it was there.
        await workshop.Anna.Ask($"{workshop.Table1}/placements?round=1", ("square", "1"));
        await Done("Taken in: 1 streams with 1 events", "import", await Backup(), $"--Server:DataFolder={Folder("second")}");
    }

    [Fact]
    public async Task One_workshop_goes_alone_with_all_that_belongs_to_it()
    {
        await using var other = await AWorkshop.Start(workshop.Server);
        var (file, id) = (Path.Combine(folder, "een.zip"), workshop.Root.Split('/')[^1]);
        await (await workshop.Chantal.Open($"{workshop.Root}/guests")).Press("#spread", ("names", "Emma; Werk"));
        await Done("streams with", "export", file, "--workshop", id, $"--Server:DataFolder={Folder("first")}");
        var streams = ExportFile.Read(file).Streams.Keys;
        Assert.Contains($"workshop/{Guid.Parse(id):N}", streams);
        Assert.Contains($"table/{Guid.Parse(workshop.Table1.Split('/')[^1]):N}", streams);
        Assert.Contains($"guests/{Guid.Parse(id):N}", streams);
        Assert.Contains($"code/{workshop.Code}", streams);
        Assert.DoesNotContain($"code/{other.Code}", streams);
        Assert.DoesNotContain($"workshop/{Guid.Parse(other.Root.Split('/')[^1]):N}", streams);
        Assert.Empty(ExportFile.Read(file).Files);

        await Done("Taken in", "import", file, $"--Server:DataFolder={Folder("second")}");
        await using var server = await RunningServer.Start(Folder("second"));
        using var emma = await new Person(server, "Emma").Open($"/{workshop.Code}");
        Assert.Equal(HttpStatusCode.OK, emma.Status);
        await Fails(1, "There is no workshop", "export", file, "--workshop", $"{Guid.NewGuid()}", $"--Server:DataFolder={Folder("first")}");
    }

    [Fact]
    public async Task What_is_another_workshop_there_stops_all_of_it()
    {
        var file = await Backup();
        await Done("Taken in", "import", file, $"--Server:DataFolder={Folder("second")}");
        await using (var elsewhere = await RunningServer.Start(Folder("second")))
        {
            using var anna = await Come(elsewhere);
            await anna.Ask($"{workshop.Table1}/names", ("name", "Anna elders"));
        }

        await workshop.Anna.Ask($"{workshop.Table1}/names", ("name", "Anna hier"));
        await using var third = await AWorkshop.Start(workshop.Server);
        var before = await Everything($"--Server:DataFolder={Folder("second")}");
        await Fails(1, "is another one from event", "import", await Backup(), $"--Server:DataFolder={Folder("second")}");
        Assert.Equal(before, await Everything($"--Server:DataFolder={Folder("second")}"));
    }

    [Fact]
    public async Task A_file_with_a_byte_that_is_another_is_refused_or_says_the_same()
    {
        var (whole, damaged) = (await File.ReadAllBytesAsync(await Backup()), Path.Combine(folder, "kapot.zip"));
        await File.WriteAllBytesAsync(damaged, whole);
        var (said, refused) = (Contents(damaged), 0);
        foreach (var at in Enumerable.Range(0, 200).Select(step => (long)step * whole.Length / 200))
        {
            byte[] other = [.. whole];
            other[at] ^= 0x20;
            await File.WriteAllBytesAsync(damaged, other);
            try
            {
                // Of some bytes nobody depends, such as the time that a part has in the archive.
                Assert.Equal(said, Contents(damaged));
            }
            catch (DamagedExportException)
            {
                refused++;
            }
        }

        Assert.True(refused > 150, $"Only {refused} of 200 were refused.");
    }

    [Theory]
    [InlineData("geen zip", "is no export")]
    [InlineData("afgebroken", "is no export of Leerklimaat, or a part of it is missing at its end")]
    [InlineData("erbij", "has journal/table/vreemd.jsonl in it, which is not in its list")]
    [InlineData("weg", "is missing")]
    [InlineData("nieuwer", "newer version")]
    public async Task What_is_wrong_is_said_and_nothing_is_taken_in(string how, string sentence)
    {
        var file = await Backup();
        if (how == "geen zip") await File.WriteAllTextAsync(file, "Dit is een brief.");
        if (how == "afgebroken") await File.WriteAllBytesAsync(file, (await File.ReadAllBytesAsync(file))[..^500]);
        if (how is "erbij" or "weg" or "nieuwer")
        {
            using var zip = await ZipFile.OpenAsync(file, ZipArchiveMode.Update);
            if (how == "erbij") zip.CreateEntry("journal/table/vreemd.jsonl");
            if (how == "weg") zip.Entries.First(entry => entry.FullName.StartsWith("journal/table/", StringComparison.Ordinal)).Delete();
            if (how == "nieuwer")
            {
                using var list = zip.GetEntry("leerklimaat.json")!.Open();
                var text = (await new StreamReader(list).ReadToEndAsync()).Replace("\"format\":1", "\"format\":2", StringComparison.Ordinal);
                list.SetLength(0);
                await using var writer = new StreamWriter(list);
                await writer.WriteAsync(text);
            }
        }

        await Fails(1, sentence, "import", file, $"--Server:DataFolder={Folder("second")}");
        Assert.False(Directory.Exists(Folder("second")));
    }

    [Theory]
    [InlineData("export"), InlineData("import"), InlineData("backup"), InlineData("restore"), InlineData("export", "samen.txt")]
    public async Task What_is_not_asked_well_is_answered_with_how(params string[] asked) => await Fails(2, "bin/", asked);

    private string Folder(string name) => Path.Combine(folder, name);

    private async Task<string> Backup()
    {
        var into = Path.Combine(folder, $"backup-{Guid.NewGuid():N}");
        await Done("was read again whole", "backup", into, $"--Server:DataFolder={Folder("first")}");
        return Assert.Single(Directory.GetFiles(into));
    }

    private async Task<Person> Come(RunningServer server)
    {
        var anna = new Person(server, "Anna");
        foreach (System.Net.Cookie cookie in workshop.Anna.Cookies.GetAllCookies()) anna.Cookies.Add(server.Address, new System.Net.Cookie(cookie.Name, cookie.Value));
        return await anna.Open(workshop.Table1);
    }

    /// <summary>Anna's browser is known there, her pawn and her note are, and the table goes on; and who led leads.</summary>
    private async Task PlaysOn(string data, params string[] settings)
    {
        await using var server = await RunningServer.Start(data, null, settings);
        using var anna = await Come(server);
        Assert.Equal("square-3", anna.Page.QuerySelector("#squares [aria-pressed=true]")!.Id);
        Assert.Contains("Dit gaat mee", anna.Text, StringComparison.Ordinal);
        Assert.Contains((await anna.Ask($"{workshop.Table1}/names", ("name", "Anna"))).Status, new[] { HttpStatusCode.OK, HttpStatusCode.NoContent });
        using var chantal = new Person(server, "Chantal");
        foreach (System.Net.Cookie cookie in workshop.Chantal.Cookies.GetAllCookies()) chantal.Cookies.Add(server.Address, new System.Net.Cookie(cookie.Name, cookie.Value));
        Assert.Equal(HttpStatusCode.OK, (await chantal.Open(workshop.Root)).Status);
    }

    /// <summary>Every event of every stream, as it stands there.</summary>
    private static async Task<string> Everything(string where)
    {
        await using var storage = Storage.Open(Storage.SettingsFrom([where]));
        using var moment = storage.Snapshot();
        return string.Join('\n', moment.Streams().SelectMany(stream => moment.Read(stream).Select(one => $"{stream} {one.Command} {one.At:O} {Convert.ToHexString(one.Body.Span)}")));
    }

    private static string Contents(string file)
    {
        var read = ExportFile.Read(file);
        return string.Join('\n', read.Streams.SelectMany(stream => stream.Value.Select(one => $"{stream.Key} {one.Command} {one.At:O} {Convert.ToHexString(one.Body.Span)}")).Concat(read.Files.Select(kept => $"{kept.Key} {Convert.ToHexString(kept.Value)}")));
    }

    private static async Task Done(string sentence, params string[] asked)
    {
        await using var say = new StringWriter();
        var answer = await Commands.Run(asked, say, TimeProvider.System);
        Assert.True(answer == 0 && say.ToString().Contains(sentence, StringComparison.Ordinal), $"{answer}: {say}");
    }

    private static async Task Fails(int answer, string sentence, params string[] asked)
    {
        await using var say = new StringWriter();
        Assert.Equal(answer, await Commands.Run(asked, say, TimeProvider.System));
        Assert.Contains(sentence, say.ToString(), StringComparison.Ordinal);
    }
}
