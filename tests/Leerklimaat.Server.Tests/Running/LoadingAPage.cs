using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Parser;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>What a browser asks for a page, of a server as <c>bin/publish</c> makes it but for compiling ahead.</summary>
public sealed class LoadingAPage : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-published-").FullName;
    private ServerProcess server = null!;

    public async ValueTask InitializeAsync()
    {
        // What the tests are run with is built; publishing makes the files small.
        using var publishing = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository.Root, "src", "Leerklimaat.Server"), "--no-build", "-c", "Release", "-o", folder, "--nologo", "-v", "quiet"]))!;
        await publishing.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, publishing.ExitCode);

        server = await ServerProcess.Start(Path.Combine(folder, "Leerklimaat.Server.dll"), Path.Combine(folder, "data"));
    }

    public ValueTask DisposeAsync()
    {
        server.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_first_page_is_light_and_the_next_asks_for_itself_alone()
    {
        using var chantal = new Person(server.Address, "Chantal");
        await chantal.Open("/");
        await chantal.Press("form[action='/workshops'] button", ("title", "Samen leren"));
        var code = chantal.Page.QuerySelector(".join-code .code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        using var anna = new Person(server.Address, "Anna");
        await anna.Open($"/{code}");
        await anna.Press(".tables li:nth-child(1) button", ("name", "Anna"));
        var table = anna.Path;
        await chantal.Press("#start-game");
        await anna.Open(table);
        await anna.Press("#skip-practice");
        await anna.Ask($"{table}/rounds?card=veiligheid-1");

        foreach (var (path, kilobytes) in new[] { ("/", 60), ($"/{code}", 60), (table, 80) })
        {
            var browser = new ABrowser(anna);
            var (requests, bytes) = await browser.Open(path);
            TestContext.Current.TestOutputHelper?.WriteLine($"{(path == table ? "a table" : path)}: {requests} requests, {bytes:N0} bytes");
            Assert.InRange(requests, 4, 6);
            Assert.InRange(bytes, 1, kilobytes * 1000);

            var (again, anew) = await browser.Open(path);
            TestContext.Current.TestOutputHelper?.WriteLine($"and again: {again} requests, {anew:N0} bytes");
            Assert.Equal(1, again);
        }
    }

    /// <summary>Asks for a page and what the page names, and keeps what it may keep for good.</summary>
    private sealed class ABrowser(Person person)
    {
        private readonly HashSet<string> kept = [];

        /// <returns>How many requests, and how many bytes came back, headers included.</returns>
        public async Task<(int Requests, long Bytes)> Open(string path)
        {
            var (html, bytes) = await Ask(path);
            var page = await new HtmlParser().ParseDocumentAsync(html);
            var files = page.QuerySelectorAll("link[href], script[src], img[src], use[href]").Select(one => (one.GetAttribute("href") ?? one.GetAttribute("src")!).Split('#')[0])
                .Where(file => file.StartsWith('/')).Distinct().Where(file => !kept.Contains(file)).ToList();
            foreach (var file in files) bytes += (await Ask(file)).Bytes;
            return (1 + files.Count, bytes);
        }

        private async Task<(string Text, long Bytes)> Ask(string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
            using var answer = await person.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            if (answer.Headers.CacheControl?.ToString().Contains("immutable", StringComparison.Ordinal) == true) kept.Add(path);
            var body = await answer.Content.ReadAsByteArrayAsync();
            return (System.Text.Encoding.UTF8.GetString(body), body.Length + answer.Headers.ToString().Length + answer.Content.Headers.ToString().Length);
        }
    }
}
