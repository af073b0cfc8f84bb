using System.IO.Compression;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>
/// The files of the seeded workshop stand in <c>tests/samples/report</c>, for who wants to see what leaves the server before there is a workshop. When what is written changes,
/// <c>WRITE_DOCUMENTS=1</c> writes them anew; then open them and look.
/// </summary>
[Rule("R2")]
public class KeepingASample
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "samples", "report");

    [Fact]
    public void The_sample_is_what_is_written_now()
    {
        using var formats = new AllFormats();
        var written = new[] { "report.docx", "report.xlsx", "report.txt", "report.json" }.ToDictionary(name => name, name => formats.File(SeededWorkshop.Report("nl"), name));
        using var tables = new ZipArchive(new MemoryStream(formats.File(SeededWorkshop.Report("nl"), "tables.zip")));
        foreach (var table in tables.Entries) written[table.FullName] = formats.File(SeededWorkshop.Report("nl"), table.FullName);
        if (Environment.GetEnvironmentVariable("WRITE_DOCUMENTS") == "1")
        {
            Directory.CreateDirectory(Folder);
            // A new archive of the same words is another file: only what says something else is written.
            foreach (var (name, bytes) in written) if (!Says(name, bytes)) File.WriteAllBytes(Path.Combine(Folder, name), bytes);
        }

        Assert.Equal(written.Keys.Order(), Directory.GetFiles(Folder).Select(Path.GetFileName).Order());
        foreach (var (name, bytes) in written) Assert.Equal(AllFormats.Opened(name, bytes), AllFormats.Opened(name, File.ReadAllBytes(Path.Combine(Folder, name))));
    }

    private static bool Says(string name, byte[] bytes) => Path.Combine(Folder, name) is var path && File.Exists(path) && AllFormats.Opened(name, File.ReadAllBytes(path)) == AllFormats.Opened(name, bytes);
}
