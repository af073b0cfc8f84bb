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
        await File.WriteAllBytesAsync(file, formats.File(Workshop(language).Make(), name));
        await File.WriteAllTextAsync(Path.Combine(folder, "page.html"), formats.Page(Workshop(language).Make()));

        // A profile of its own, so that it also runs while somebody uses LibreOffice.
        var pdf = name.Replace('.', '-') + ".pdf";
        var made = Path.Combine(folder, Path.ChangeExtension(name, ".pdf"));
        await Run("soffice", $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, file);
        File.Move(made, Path.Combine(folder, pdf), overwrite: true);
        var words = string.Join(' ', (await Run("pdftotext", "-layout", Path.Combine(folder, pdf), "-")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        var expected = (language, name) switch
        {
            ("nl", "report.docx") => new[] { "In het kort", "Kaart voor kaart", "Waar de tafels de kaart legden", "Elke dinsdag eten we samen", "bladzijde 1 van", "gelegd: 31", "naar meer: 4 · naar minder: enkele · gelijk: 5", "pionnen: 18" },
            ("nl", _) => ["Factor", "wie twee keer legde", "Elke dinsdag eten we samen", "=1+1"],
            (_, "report.docx") => ["In short", "Card by card", "Where the tables laid the card", "Elke dinsdag eten we samen", "page 1 of", "placed: 31"],
            _ => ["Factor", "who placed twice", "Elke dinsdag eten we samen", "=1+1"],
        };
        foreach (var part in expected) Assert.Contains(part, words, StringComparison.Ordinal);
    }

    /// <summary>Four tables of different sizes that play eight cards of the shipped deck.</summary>
    internal static AReport Workshop(string language)
    {
        var deck = new DeckShelf([Path.Combine(AppContext.BaseDirectory, "decks")]).Find("leerklimaat", language);
        var workshop = new AReport(7, 6, 8, 3) { Deck = deck };
        var cards = deck.Statements.Where(card => card.Set == "factors").ToList();
        var chance = new Random(4);
        for (var number = 0; number < 12; number++)
        {
            var card = cards[number * 7 % cards.Count];
            for (var table = 1; table <= 4; table++)
            {
                if ((number + table) % 3 == 0) continue;
                int[] first = [.. Enumerable.Range(0, workshop.State(table).Seats.Length).Select(_ => Math.Clamp(chance.Next(0, 3) + number % 3, 0, 4))];
                workshop.Plays(table, card.Id, first, [.. first.Select(square => Math.Clamp(square + chance.Next(-1, 3) / 1, 1, 4))], chance.Next(2) == 0 ? Pile.Green : Pile.RedToImprove);
                if (table == 1) workshop.Writes(1, "Elke dinsdag eten we samen en vertelt iemand wat die week misging.", signedBy: number % 4 == 0 ? "Anna" : "");
                if (table == 2) workshop.Writes(2, "Hoe doen andere afdelingen dit?", NoteKind.Question).Writes(2, "=1+1 uur per week in het rooster", NoteKind.Need);
            }
        }

        return workshop.Happens(3, new CardSkipped(new(cards[1].Id)), new CardSkipped(new(cards[9].Id)));
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
