using System.Net;
using System.Text;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Leerklimaat.Server.Tests.Events;

/// <summary>A disk wrote over a part of the journal. Who hosts the server hears it before people play; what can be read is played.</summary>
[Rule("K3")]
public sealed class ReadingADamagedJournal : IAsyncLifetime
{
    private const string Note = "een briefje van tafel een", FirstNote = "6f1e5d0c-3c1b-4a41-9a57-2f0f6a3c9b11";

    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-damage-").FullName;
    private string code = "", otherCode = "", root = "", table = "";

    public async ValueTask InitializeAsync()
    {
        await PlayAtTwo();
        await WriteMore();
    }

    private async Task PlayAtTwo()
    {
        await using var server = await RunningServer.Start(folder);
        await using var workshop = await AWorkshop.Playing(server);
        await workshop.Anna.Ask($"{workshop.Table1}/notes", ("note", FirstNote), ("kind", "Green"), ("text", $"{Note} {new string('a', 200)}"));
        (code, root, table) = (workshop.Code, workshop.Root, workshop.Table1);

        using var emma = new Person(server, "Emma");
        await emma.Open("/");
        await emma.Press("form[action='/workshops'] button", ("title", "Een andere"));
        otherCode = emma.Page.QuerySelector(".join-code .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>
    /// Enough notes to fill some twenty pages: whatever sorts before or after this table is then no neighbour of the damaged page, which SQLite reads when it
    /// divides a full one.
    /// </summary>
    private async Task WriteMore()
    {
        await using var store = new SqliteEventStore(Journal, NullLogger<SqliteEventStore>.Instance);
        var stream = $"table/{table.Split('/')[^1].Replace("-", "", StringComparison.Ordinal)}";
        var written = await store.Read(stream);
        var note = written.Select(one => Encoding.UTF8.GetString(one.Body.Span)).Single(body => body.Contains(Note, StringComparison.Ordinal));
        await store.Append(stream, written.Count, [.. Enumerable.Range(0, 200).Select(_ => new StoredEvent(
            Encoding.UTF8.GetBytes(note.Replace(FirstNote, Guid.NewGuid().ToString(), StringComparison.Ordinal)), Guid.NewGuid(), DateTimeOffset.UnixEpoch))]);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_whole_journal_is_called_whole()
    {
        var (answer, said) = Check();
        Assert.True(answer == 0, said);
        Assert.Contains("0 cannot be read, 0 pages are damaged", said, StringComparison.Ordinal);
        await using var server = await RunningServer.Start(folder);
        using var http = new HttpClient { BaseAddress = server.Address };
        foreach (var path in new[] { "/health", "/health/live", "/health/ready" }) Assert.Equal("Healthy", await http.GetStringAsync(path));
    }

    [Fact]
    public void A_damaged_page_or_a_file_that_was_cut_off_stops_the_start_with_a_sentence_that_says_so()
    {
        Overwrite(Note, page => page.AsSpan(0, 64).Fill(0xFF));
        AssertRefused();
        using (var file = new FileStream(Journal, FileMode.Open)) file.SetLength(file.Length / 2);
        AssertRefused();
    }

    [Fact]
    public async Task With_a_damaged_page_the_workshops_that_can_be_read_are_played_when_the_host_wants_so()
    {
        Overwrite(Note, page => page.AsSpan(0, 64).Fill(0xFF));
        await using var server = await RunningServer.Start(folder, null, "--Server:AllowDamage=true");
        await Damaged(server);
    }

    [Fact]
    public async Task An_event_that_is_not_what_it_was_stops_its_own_table_only()
    {
        Overwrite(Note, page => "note-writ\0en"u8.CopyTo(page.AsSpan(page.AsSpan().IndexOf("note-written"u8))));
        await using var server = await RunningServer.Start(folder);
        await Damaged(server);
    }

    [Fact]
    public async Task No_log_names_a_join_code()
    {
        Overwrite($"code/{code}", page => "co\0e-given"u8.CopyTo(page.AsSpan(page.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"code/{code}")) + 11 + page.AsSpan(page.AsSpan().IndexOf(Encoding.ASCII.GetBytes($"code/{code}")) + 11).IndexOf("code-given"u8))));
        await using var server = await RunningServer.Start(folder);
        using var emma = new Person(server, "Emma");
        await emma.Open($"/{code}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, emma.Status);
        Assert.Contains("beschadigd", emma.Text, StringComparison.Ordinal);
        Assert.Contains(server.Log.Lines, line => line.Contains("cannot be read from the journal", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains(code, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_code_of_an_older_journal_still_leads_to_its_workshop()
    {
        Assert.True(JoinCode.TryRead("K7P4WM", out var old));
        var workshop = new WorkshopId(Guid.NewGuid());
        await using (var store = new SqliteEventStore(Journal, NullLogger<SqliteEventStore>.Instance))
            await store.Append("code/K7P4WM", 0, [new(Encoding.UTF8.GetBytes($$"""{"$type":"code-given","Workshop":"{{workshop.Value}}"}"""), Guid.NewGuid(), DateTimeOffset.UnixEpoch)]);

        await using var server = await RunningServer.Start(folder);
        Assert.Equal(workshop, await server.Services.GetRequiredService<CodeBook>().Find(old.Value));
        Assert.False(await server.Services.GetRequiredService<CodeBook>().Give(old.Value, new(Guid.NewGuid()), DateTimeOffset.UnixEpoch));
    }

    private string Journal => Path.Combine(folder, "leerklimaat.db");

    private async Task Damaged(RunningServer server)
    {
        using var emma = new Person(server, "Emma");
        await emma.Open(table);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, emma.Status);
        Assert.Contains("beschadigd", emma.Text, StringComparison.Ordinal);
        await emma.Open($"/{otherCode}");
        Assert.Equal(HttpStatusCode.OK, emma.Status);
        await emma.Press(".tables li:first-child button", ("name", "Emma"));
        Assert.StartsWith("/tables/", emma.Path, StringComparison.Ordinal);

        Assert.Contains(server.Log.Lines, line => line.Contains($"table/{table.Split('/')[^1].Replace("-", "", StringComparison.Ordinal)} cannot be read", StringComparison.Ordinal));
        using var http = new HttpClient { BaseAddress = server.Address };
        Assert.Equal("Degraded", await http.GetStringAsync("/health"));
        // With everything else it still serves: no proxy must send people away for it, and no machine start it anew.
        Assert.Equal("Degraded", await http.GetStringAsync("/health/ready"));
        Assert.Equal("Healthy", await http.GetStringAsync("/health/live"));
        var (answer, said) = Check();
        Assert.Equal(1, answer);
        Assert.Contains($"table/{table.Split('/')[^1].Replace("-", "", StringComparison.Ordinal)}", said, StringComparison.Ordinal);
        Assert.DoesNotContain(code, said, StringComparison.Ordinal);
        Assert.NotEqual("", root);
    }

    private (int Answer, string Said) Check()
    {
        using var said = new StringWriter();
        return (JournalCheck.Run([$"--Server:DataFolder={folder}"], said), said.ToString());
    }

    private void AssertRefused() =>
        Assert.Contains("is damaged", Assert.Throws<StoreUnavailableException>(() => new SqliteEventStore(Journal, NullLogger<SqliteEventStore>.Instance)).Message, StringComparison.Ordinal);

    /// <summary>
    /// Changes a page of the file in which these words stand: of several the leaf in the middle, in which nothing of anybody else stands and over which no other way
    /// leads. (Without row ids SQLite keeps whole rows in the pages above the leaves too.)
    /// </summary>
    private void Overwrite(string words, Action<byte[]> change)
    {
        const int size = 4096, leaf = 0x0A;
        var file = File.ReadAllBytes(Journal);
        var pages = file.Chunk(size).Index().Where(page => page.Item.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0).Select(page => page.Index).ToList();
        Assert.True(pages.Count > 0, "The words were not found in the journal.");
        var leaves = pages.Where(page => file[page * size] == leaf).ToList();
        var start = (leaves.Count > 0 ? leaves[leaves.Count / 2] : pages[0]) * size;
        var page = file[start..(start + size)];
        change(page);
        page.CopyTo(file, start);
        File.WriteAllBytes(Journal, file);
    }
}
