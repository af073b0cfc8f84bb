using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Leerklimaat.Server.Tests.Running;

/// <summary>The configurations of <c>docs/proxy</c>, in the real nginx and the real Caddy, before a server that runs.</summary>
public sealed class BehindAProxy : IAsyncLifetime
{
    private const string Host = "leerklimaat.example.org";

    private const int Phones = 520;

    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-proxy-").FullName;
    private readonly int port = FreePort();
    private AWorkshop workshop = null!;

    public async ValueTask InitializeAsync()
    {
        workshop = await AWorkshop.Playing(await RunningServer.Start(settings: "--Server:KnownProxies=127.0.0.1"));
        using var key = RSA.Create(2048);
        var asked = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var signed = asked.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(folder, "cert.pem"), signed.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    public async ValueTask DisposeAsync()
    {
        await workshop.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact, Rule("L4")]
    public async Task Nginx_carries_more_than_five_hundred_phones_and_keeps_no_secret()
    {
        var written = Replaced("nginx.conf", ("listen 443", $"listen 127.0.0.1:{port}"), ("127.0.0.1:5000", workshop.Server.Address.Authority), ("/etc/ssl/leerklimaat.pem", $"{folder}/cert.pem"), ("/etc/ssl/leerklimaat.key", $"{folder}/key.pem"), ("/var/log/nginx", folder), ("/run/nginx.pid", $"{folder}/nginx.pid"));
        // Only root may become somebody else.
        if (Environment.UserName != "root") written = written.Replace("user www-data;", "", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), written);
        using var nginx = Started("nginx", "-c", Path.Combine(folder, "nginx.conf"), "-e", Path.Combine(folder, "start.log"), "-g", "daemon off;");
        await Carries(nginx);
        Assert.Contains("GET /lead ", await File.ReadAllTextAsync(Path.Combine(folder, "access.log")), StringComparison.Ordinal);
    }

    [Fact, Rule("L4")]
    public async Task Caddy_carries_more_than_five_hundred_phones_and_keeps_no_secret()
    {
        var written = Replaced("Caddyfile", ($"{Host} {{", $"https://{Host}:{port} {{\n\ttls {folder}/cert.pem {folder}/key.pem"), ("127.0.0.1:5000", workshop.Server.Address.Authority), ("\tlog default {", $"\tadmin off\n\tauto_https off\n\tlog default {{\n\t\toutput file {folder}/caddy.log"));
        await File.WriteAllTextAsync(Path.Combine(folder, "Caddyfile"), written);
        using var caddy = Started("caddy", "run", "--adapter", "caddyfile", "--config", Path.Combine(folder, "Caddyfile"));
        await Carries(caddy);
    }

    [Fact]
    public async Task What_somebody_else_claims_to_forward_is_not_believed()
    {
        await using var alone = await AWorkshop.Start();
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/{alone.Code}");
        asked.Headers.Add("X-Forwarded-Proto", "https");
        using var stranger = new HttpClient { BaseAddress = alone.Server.Address };
        using var answer = await stranger.SendAsync(asked);
        Assert.DoesNotContain(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    private async Task Carries(Process proxy)
    {
        var streams = new List<Stream>();
        using var http = Browser(workshop.Anna);
        try
        {
            await Until(async () => (await http.GetAsync("/health")).StatusCode == HttpStatusCode.OK, proxy);
            await IsSeenAsItIs();

            foreach (var batch in Enumerable.Range(0, Phones).Chunk(40)) streams.AddRange(await Task.WhenAll(batch.Select(_ => http.GetStreamAsync($"{workshop.Table1}/live"))));
            var seen = streams.Select(stream => Sees(stream, "1 van 2 pionnen gelegd")).ToList();
            await workshop.Bram.Ask($"{workshop.Table1}/placements?round=1", ("square", "2"));
            await Task.WhenAll(seen).WaitAsync(TimeSpan.FromSeconds(60));

            await KeepsNoSecret(http);
        }
        finally
        {
            foreach (var stream in streams) await stream.DisposeAsync();
            proxy.Kill(entireProcessTree: true);
            await proxy.WaitForExitAsync();
        }
    }

    /// <summary>With https before it, cookies are for https only, and people get an address with https.</summary>
    private async Task IsSeenAsItIs()
    {
        using var stranger = Browser(null);
        using var answer = await stranger.GetAsync($"/{workshop.Code}");
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("leerklimaat=", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
        using var chantal = Browser(workshop.Chantal);
        Assert.Contains($"https://{Host}", await chantal.GetStringAsync(workshop.Root), StringComparison.Ordinal);
    }

    /// <summary>Neither of what was answered nor of what failed because the server was away.</summary>
    private async Task KeepsNoSecret(HttpClient http)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        string[] paths = [$"/lead/{Guid.NewGuid()}/{secret}", $"/offers/{Guid.NewGuid()}/{secret}", $"/read/{Guid.NewGuid()}/{secret}", $"/{workshop.Code}"];
        foreach (var path in paths) (await http.GetAsync(path)).Dispose();
        await workshop.Server.Stop();
        foreach (var path in paths) Assert.InRange((int)(await http.GetAsync(path)).StatusCode, 500, 504);

        foreach (var log in Directory.GetFiles(folder, "*.log"))
        {
            var lines = await File.ReadAllTextAsync(log);
            Assert.DoesNotContain(secret, lines, StringComparison.Ordinal);
            Assert.DoesNotContain(workshop.Code, lines, StringComparison.Ordinal);
            Assert.DoesNotContain(workshop.Table1, lines, StringComparison.Ordinal);
        }
    }

    private HttpClient Browser(Person? person)
    {
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            ConnectCallback = async (_, token) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, port, token);
                return new NetworkStream(socket, ownsSocket: true);
            },
            // The one that was made for this test, and no other.
            SslOptions = new()
            {
                CertificateChainPolicy = new()
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(folder, "cert.pem"))) },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };
        var http = new HttpClient(handler) { BaseAddress = new Uri($"https://{Host}:{port}"), Timeout = TimeSpan.FromSeconds(100) };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("nl");
        if (person is not null) http.DefaultRequestHeaders.Add("Cookie", person.Cookies.GetCookieHeader(workshop.Server.Address));
        return http;
    }

    private static async Task Sees(Stream stream, string expected)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        while (await reader.ReadLineAsync() is { } line) if (WebUtility.HtmlDecode(line).Contains(expected, StringComparison.Ordinal)) return;
        Assert.Fail($"A stream ended without \"{expected}\".");
    }

    private static async Task Until(Func<Task<bool>> isSo, Process proxy)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(60);)
        {
            if (proxy.HasExited) Assert.Fail($"{proxy.StartInfo.FileName} stopped: {await proxy.StandardError.ReadToEndAsync()}");
            try
            {
                if (await isSo()) return;
            }
            catch (Exception seen) when (ServerProcess.IsAway(seen))
            {
                // Not there yet.
            }

            await Task.Yield();
        }

        Assert.Fail($"{proxy.StartInfo.FileName} did not answer within a minute.");
    }

    private static Process Started(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail($"{program} is missing. bin/test installs it where it can; on Debian: apt-get install {program}.");
            throw;
        }
    }

    /// <summary>Each must be there to be replaced: what is tested is the file that hosts are given.</summary>
    private static string Replaced(string file, params (string From, string To)[] changes) => changes.Aggregate(
        File.ReadAllText(Path.Combine(Root, "docs", "proxy", file)),
        (text, change) => text.Contains(change.From, StringComparison.Ordinal) ? text.Replace(change.From, change.To, StringComparison.Ordinal) : throw new InvalidOperationException($"{file} has no {change.From}"));

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    private static string Root
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at.FullName, "Leerklimaat.slnx"))) at = at.Parent!;
            return at.FullName;
        }
    }
}
