using System.Diagnostics;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Tests.Reports;
using Leerklimaat.Server.Decks;

namespace Leerklimaat.Server.Tests.Reports;

/// <summary>
/// LibreOffice opens the Word and the Excel file and makes a PDF of them, of which the words are read back. Where LibreOffice is missing and
/// <c>bin/test</c> cannot install it this is passed over; <c>bin/office-check</c> keeps the pages as pictures.
/// </summary>
public class OpeningItInAnotherProgram
{
    [Theory, Rule("R2"), InlineData("nl", "report.docx"), InlineData("nl", "report.xlsx"), InlineData("en", "report.docx"), InlineData("en", "report.xlsx")]
    public async Task LibreOffice_reads_the_words_that_were_written(string language, string name)
    {
        Assert.SkipUnless(Has("soffice") && Has("pdftotext"), "LibreOffice or poppler-utils is not installed here; run bin/office-check.");
        using var formats = new AllFormats(language);
        var folder = Directory.CreateDirectory(Path.Combine(Environment.GetEnvironmentVariable("OFFICE_CHECK") ?? Path.Combine(Path.GetTempPath(), "leerklimaat-office"), language)).FullName;
        var file = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(file, formats.File(SeededWorkshop.Report(language), name));
        await File.WriteAllTextAsync(Path.Combine(folder, "page.html"), formats.Page(SeededWorkshop.Report(language)));

        // A profile of its own, so that it also runs while somebody uses LibreOffice.
        var pdf = name.Replace('.', '-') + ".pdf";
        var made = Path.Combine(folder, Path.ChangeExtension(name, ".pdf"));
        await Run("soffice", $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, file);
        File.Move(made, Path.Combine(folder, pdf), overwrite: true);
        var words = string.Join(' ', (await Run("pdftotext", "-layout", Path.Combine(folder, pdf), "-")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        var expected = (language, name) switch
        {
            ("nl", "report.docx") => new[] { "In het kort", "Kaart voor kaart", "Waar de tafels de kaart legden", "Elke dinsdag eten we samen", "bladzijde 1 van", "gelegd: 32", "omhoog: 4 · omlaag: enkele · gelijk: 5", "pionnen: 18" },
            ("nl", _) => ["Factor", "wie twee keer legde", "Elke dinsdag eten we samen", "=1+1"],
            (_, "report.docx") => ["In short", "Card by card", "Where the tables laid the card", "Elke dinsdag eten we samen", "page 1 of", "placed: 32"],
            _ => ["Factor", "who placed twice", "Elke dinsdag eten we samen", "=1+1"],
        };
        foreach (var part in expected) Assert.Contains(part, words, StringComparison.Ordinal);
    }

    private static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var wrong = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token);
        Assert.True(process.ExitCode == 0, await wrong);
        return await said;
    }
}
