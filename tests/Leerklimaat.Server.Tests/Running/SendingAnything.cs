using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Leerklimaat.Domain;
using Leerklimaat.Server.Workshops;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>
/// Whatever stands in a field, a question mark or a header of whichever address: nobody gets an answer that says that we broke, what is refused
/// changes nothing, and what is kept is text. The addresses are those that the server has; the forms are those of its pages.
/// </summary>
[Rule("K2")]
public sealed partial class SendingAnything : IAsyncLifetime
{
    private const int Seed = 20261128, OddPerField = 4;

    // A text that is good everywhere and carries what must not be kept as it is.
    private const string Dressed = "Fina\u200Bncie\u0308n\ten \u202Ezorg\u0001.";

    private static readonly string[] Odd =
    [
        "", " ", "\0", "a\0b", "\u200B\u3164", "\u2800", "\t\v", "-1", "0", "99999999999999999999", "NaN", "1e9", "00000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-000000000001}",
        "../../etc/passwd", "//evil.example", "/\\evil.example", "/\t/evil.example", "/é", "/~", "~/x", "/%00", "\r\nX-Odd: 1", "<script>alert(1)</script>", "=1+1", "9999-12-31T23:59", "0001-01-01T00:00", "9999-12-31", "99-99-9999",
        "👩‍🏫", "مرحبا", "{0}{1}", "%", "%ZZ", "|", "a|b", "1 2 3", "null", "True", "|||| ", "_x0041_", "]]>", "\uFFFF", "\uFFFD", new('é', 300), new('a', 100_000), string.Join(' ', Enumerable.Repeat("x", 3000)), "[[[[[[[[[[![", "1\n2\n3",
    ];

    private static readonly string[] Asked = ["part", "begins", "place", "quotes", "seen", "round", "card", "note", "entered", "changed", "table", "seat", "pile", "teller", "story", "minutes", "other", "minimum"];

    private static readonly string[] LastOfAll = ["/bin", "/closures", "/codes", "/offers", "/rehearsal", "/removals", "/game/stops", "/gatherings", "/departures"];

    // What makes a workshop in which stand-ins play on: nothing could be said after it of what a form changed.
    private static readonly string[] OfTheServer = ["/demo", "/workshops"];

    private readonly List<string> wrong = [];
    private AWorkshop workshop = null!;
    private string part = "";
    private int taken, refused;

    public async ValueTask InitializeAsync()
    {
        workshop = await AWorkshop.Playing();
        var grain = workshop.Server.Services.GetRequiredService<IGrainFactory>().GetGrain<IWorkshopGrain>(Guid.Parse(workshop.Root.Split('/')[^1]));
        part = (await grain.Look()).State.Programme.First(one => one.Question is not null).Id.Value.ToString();
        await workshop.Chantal.Open(workshop.Root);
    }

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task Every_field_of_every_form_is_answered_with_a_sentence_or_taken_as_text()
    {
        var forms = new Dictionary<string, (Person Person, Dictionary<string, string> Fields)>();
        foreach (var person in new[] { workshop.Chantal, workshop.Anna })
            foreach (var path in Addresses("GET").Where(path => !path.EndsWith("/live", StringComparison.Ordinal))) await Harvest(person, path, forms);
        Assert.True(forms.Count > 60, $"Only {forms.Count} forms were found: are the pages still read?");

        foreach (var path in Addresses("POST")) forms.TryAdd(path, (workshop.Chantal, new(forms.GetValueOrDefault($"{workshop.Root}/messages").Fields ?? []) { ["text"] = "x", ["name"] = "x" }));
        foreach (var (path, form) in forms.OrderBy(form => OfTheServer.Contains(form.Key)).ThenBy(form => LastOfAll.Any(last => form.Key.Contains(last, StringComparison.Ordinal))).ThenBy(form => Named(form.Key), StringComparer.Ordinal))
            foreach (var field in form.Fields.Keys.Where(field => field != "__RequestVerificationToken").ToList()) await Try(form.Person, path, form.Fields, field);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(taken > 100 && refused > 100, $"{taken} were taken and {refused} refused: is anything still tried?");
        Assert.True(Kept().Count(text => text.Contains("nciën", StringComparison.Ordinal)) > 5, "No text was kept: is anything still typed?");
        Assert.DoesNotContain(Kept(), text => text != Plain.Text(text));
    }

    [Fact]
    public async Task Every_address_can_be_asked_anything()
    {
        foreach (var path in Addresses("GET"))
        {
            var chance = ChanceFor(path);
            foreach (var odd in Some(chance)) await Get(workshop.Chantal, $"{path}?{Asked[chance.Next(Asked.Length)]}={Uri.EscapeDataString(odd)}&{Asked[chance.Next(Asked.Length)]}=%ED%A0%80");
            await Get(workshop.Anna, $"{path}?{string.Join('&', Asked.Select(name => $"{name}={Uri.EscapeDataString(Short(chance))}"))}");
            await Get(workshop.Dennis, $"{path.TrimEnd('/')}/{Uri.EscapeDataString(Short(chance))}");
        }

        // Somebody without scripts types the address over that the answer to a post stands at.
        foreach (var path in Addresses("POST")) await Get(workshop.Chantal, path);

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_address_can_be_asked_with_any_header()
    {
        foreach (var path in Addresses("GET"))
        {
            await Raw($"GET {path} HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n");
            await Raw($"GET {path} HTTP/1.1\r\nHost: [::1\r\nConnection: close\r\n\r\n");
            await Raw($"GET {path} HTTP/1.1\r\nHost: x\r\nAccept-Language: ;;q=,\u00e9-XX,nl;q=9\r\nCookie: taal=%00; leerklimaat=x; =; leidt-=\r\nLast-Event-ID: -9x\r\nHX-Request: ?\r\nReferer: ://\r\nIf-None-Match: \"\r\nRange: bytes=9-1\r\nX-Forwarded-For: é\r\nConnection: close\r\n\r\n");
        }

        foreach (var path in Addresses("POST"))
            foreach (var type in new[] { "text/plain", "application/json", "multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded; charset=utf-7", "x" })
                await Raw($"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {type}\r\nContent-Length: 9\r\nConnection: close\r\n\r\nname=%00%");

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory, InlineData("text", 100_000), InlineData("text", 0)]
    public async Task What_is_too_large_or_no_text_is_called_that_and_not_an_old_page(string field, int length)
    {
        var answer = await workshop.Anna.Ask($"{workshop.Table1}/notes", ("note", Guid.NewGuid().ToString()), ("kind", "Green"), (field, length == 0 ? "a\0b" : new string('a', length)));
        Assert.Contains(length == 0 ? "konden we niet lezen" : "te groot", answer.Text, StringComparison.Ordinal);
    }

    private async Task Harvest(Person person, string path, Dictionary<string, (Person, Dictionary<string, string>)> forms)
    {
        using var answer = await person.Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        if (answer.Content.Headers.ContentType?.MediaType != "text/html") return;

        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        foreach (var form in page.Forms)
        {
            var fields = form.Elements.Where(element => element.GetAttribute("name") is { Length: > 0 }).GroupBy(element => element.GetAttribute("name")!).ToDictionary(
                same => same.Key, same => same.First() switch { IHtmlTextAreaElement area => area.Value, IHtmlSelectElement select => select.Value ?? "", var other => other.GetAttribute("value") ?? "" });
            fields["command"] = "";
            foreach (var action in form.Elements.Select(element => element.GetAttribute("formaction")).Append(form.GetAttribute("action")).Where(action => action is not null && form.Method == "post")) forms.TryAdd(action!, (person, fields));
        }
    }

    private async Task Try(Person person, string path, Dictionary<string, string> fields, string field)
    {
        var chance = ChanceFor($"{path} {field}");
        foreach (var odd in Some(chance).Append(Dressed))
        {
            var sent = new Dictionary<string, string>(fields) { ["command"] = Guid.NewGuid().ToString() };
            if (sent.ContainsKey("note")) sent["note"] = Guid.NewGuid().ToString();
            sent[field] = odd;
            var before = Events();
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(sent) };
            if (chance.Next(2) == 0) request.Headers.Add("HX-Request", "true");
            using var answer = await Answer(person, request, odd);
            if (answer is null) continue;
            await Judge(answer, $"POST {path} {field}={Shown(odd)}");
            if ((int)answer.StatusCode < 400) taken++;
            else
            {
                refused++;
                if (Since(before) is { Count: > 0 } since) wrong.Add($"POST {path} {field}={Shown(odd)} was refused and changed something: {string.Join(", ", since)}");
            }
        }
    }

    /// <returns>Nothing when a form that is too large was refused before it was read to its end, and the answer was lost with the connection.</returns>
    private static async Task<HttpResponseMessage?> Answer(Person person, HttpRequestMessage request, string odd)
    {
        // The server ends a connection on which it did not read to the end; the next request would be sent on it before this side has noticed.
        request.Headers.ConnectionClose = odd.Length >= 100_000;
        try
        {
            return await person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }
        catch (HttpRequestException) when (odd.Length >= 100_000)
        {
            return null;
        }
    }

    private async Task Get(Person person, string path)
    {
        using var answer = await person.Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        await Judge(answer, $"GET {(path.Length > 200 ? path[..200] : path)}");
    }

    private async Task Judge(HttpResponseMessage answer, string what)
    {
        if ((int)answer.StatusCode >= 500) wrong.Add($"{(int)answer.StatusCode} {what}");
        if ((int)answer.StatusCode < 400 || answer.Content.Headers.ContentType?.MediaType == "text/event-stream") return;
        // What is not HTTP at all is refused before there is a page to say it on; so is an address with a NUL in its path.
        if (answer.StatusCode is HttpStatusCode.RequestUriTooLong or HttpStatusCode.RequestHeaderFieldsTooLarge || what.Split('?')[0].Contains("%00", StringComparison.Ordinal)) return;
        if ((await answer.Content.ReadAsStringAsync()).Length < 40) wrong.Add($"{(int)answer.StatusCode} without a sentence: {what}");
    }

    private async Task Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(workshop.Server.Address.Host, workshop.Server.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream);
        var status = await reader.ReadLineAsync();
        if (status is null || status.Contains(" 5", StringComparison.Ordinal)) wrong.Add($"{status}: {request.Split("\r\n")[0]} … {request.Split("\r\n")[1]} {request.Split("\r\n")[2]}");
    }

    private IEnumerable<string> Addresses(string method) => workshop.Server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) ?? method == "GET")
        .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}").Where(pattern => !pattern.Contains('.', StringComparison.Ordinal) || pattern.EndsWith(".ics", StringComparison.Ordinal))
        .Select(Filled).Distinct().Order(StringComparer.Ordinal);

    private string Filled(string pattern) => pattern
        .Replace("/tables/{id:guid}", workshop.Table1, StringComparison.Ordinal).Replace("/{id:guid}", $"/{workshop.Root.Split('/')[^1]}", StringComparison.Ordinal)
        .Replace("{table:guid}", workshop.Table1.Split('/')[^1], StringComparison.Ordinal).Replace("{part:guid}", part, StringComparison.Ordinal)
        .Replace("{picture:guid}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{round:int}", "1", StringComparison.Ordinal).Replace("{code}", workshop.Code, StringComparison.Ordinal)
        .Replace("{factor}", "veiligheid", StringComparison.Ordinal).Replace("{entry}", "card-x", StringComparison.Ordinal).Replace("{name}", "report.docx", StringComparison.Ordinal)
        .Replace("{key}", "x", StringComparison.Ordinal).Replace("{secret}", "x", StringComparison.Ordinal);

    /// <summary>The same in each run, whatever ids this workshop was given.</summary>
    private Random ChanceFor(string what) => new(Named(what).Aggregate(Seed, (hash, letter) => unchecked(hash * 31 + letter)));

    private string Named(string path) => Ids().Replace(path, "id").Replace(workshop.Code, "code", StringComparison.Ordinal);

    private static IEnumerable<string> Some(Random chance) => Enumerable.Range(0, OddPerField).Select(_ => Odd[chance.Next(Odd.Length)]).ToList();

    private static string Short(Random chance) => Odd.Where(odd => odd.Length < 300).ElementAt(chance.Next(Odd.Count(odd => odd.Length < 300)));

    private static string Shown(string odd) => JsonSerializer.Serialize(odd.Length > 60 ? $"{odd[..20]}… ({odd.Length})" : odd);

    private Dictionary<string, long> Events() => Read("SELECT stream, max(version) FROM events GROUP BY stream", row => (row.GetString(0), row.GetInt64(1))).ToDictionary();

    private List<string> Since(Dictionary<string, long> before) => Read("SELECT stream, version, body FROM events", row => (Stream: row.GetString(0), Version: row.GetInt64(1), Body: (byte[])row[2]))
        .Where(stored => stored.Version > before.GetValueOrDefault(stored.Stream)).Select(stored => $"{stored.Stream[..8]} {Encoding.UTF8.GetString(stored.Body)}").ToList();

    /// <summary>Each text that stands in the journal, whatever it is of.</summary>
    private IEnumerable<string> Kept() => Read("SELECT body FROM events WHERE stream NOT LIKE 'bin/%'", reader => (byte[])reader[0]).SelectMany(body => TextsIn(JsonDocument.Parse(body).RootElement));

    private static IEnumerable<string> TextsIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => TextsIn(property.Value)),
        _ => [],
    };

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> row)
    {
        using var journal = new SqliteConnection($"Data Source={Path.Combine(workshop.Server.Folder, "leerklimaat.db")};Mode=ReadOnly;Pooling=False");
        journal.Open();
        using var ask = journal.CreateCommand();
        ask.CommandText = sql;
        using var reader = ask.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();
}
