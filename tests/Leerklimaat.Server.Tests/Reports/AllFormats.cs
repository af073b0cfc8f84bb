using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Reading;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Tests.Running;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>A report in every form in which it leaves the server, as text in which one can search: a file that is an archive is opened.</summary>
internal sealed partial class AllFormats : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection()
        .AddLogging().AddSingleton<IStringLocalizer<Phrases>, EveryTextThere>().AddSingleton<Pens>().AddSingleton<Files>().AddSingleton(Settings.HouseStyle.Ours).AddOutlines().AddReportFiles().BuildServiceProvider();

    public AllFormats(string language = "nl") => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

    public ReportFiles Files => services.GetRequiredService<ReportFiles>();

    public byte[] File(WorkshopReport report, string name)
    {
        using var written = new MemoryStream();
        Assert.True(Files.Write(report, name, written));
        return written.ToArray();
    }

    /// <summary>By the name of the format; the page is "page".</summary>
    public Dictionary<string, string> Of(WorkshopReport report)
    {
        var all = ReportFiles.Names.ToDictionary(name => name, name => Opened(name, File(report, name)));
        all["page"] = System.Net.WebUtility.HtmlDecode(Page(report));
        return all;
    }

    public string Page(WorkshopReport report)
    {
        var outline = services.GetRequiredService<ReportOutline>();
        var view = new ReportView(report.Title, outline.DateOf(report), report.Level, [.. outline.Of(report)], "/", "/other", Files.Of("/report", report.HasQuotes)) { Words = ReportedWords.Of(report), Made = outline.MadeOf(report) };
        using var pen = services.GetRequiredService<Pens>().Take();
        pen.Draw(new ReportPage { View = view, Frame = new PageFrame("nl", "/", DateTimeOffset.UnixEpoch) });
        return Encoding.UTF8.GetString(pen.Drawn);
    }

    public void Dispose() => services.Dispose();

    internal static string Opened(string name, byte[] bytes)
    {
        if (Path.GetExtension(name) is not (".docx" or ".xlsx" or ".zip")) return Encoding.UTF8.GetString(bytes);

        using var archive = new ZipArchive(new MemoryStream(bytes));
        return Ids().Replace(string.Join('\n', archive.Entries.Select(Text).Order(StringComparer.Ordinal)), "ID");
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return $"{entry.FullName}\n{System.Net.WebUtility.HtmlDecode(reader.ReadToEnd())}";
    }

    // The library draws the names of parts and of the relations between them by chance.
    [GeneratedRegex("R?[0-9a-f]{16,32}")]
    private static partial Regex Ids();
}
