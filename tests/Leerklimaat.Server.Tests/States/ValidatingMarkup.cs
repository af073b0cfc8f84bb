using System.Diagnostics;
using Leerklimaat.Server.Tests.Pages;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.States;

/// <summary>The markup of every page in every state, in both languages, is HTML as its standard says: html-validate finds nothing in it.</summary>
[Rule("L5"), Collection(nameof(EveryPage))]
public sealed class ValidatingMarkup(EveryPage pages) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leerklimaat-markup-");

    [Fact]
    public async Task No_page_breaks_the_standard_in_either_language()
    {
        foreach (var page in pages.All)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{page.Name}.nl.html"), page.Dutch);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{page.Name}.en.html"), page.English);
        }

        Assert.True(folder.GetFiles("*.html").Length > 2 * 200, "Are all states still looked at?");

        var (code, said) = await Validate();
        Assert.True(code == 0, said);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<(int Code, string Said)> Validate()
    {
        var program = Path.Combine(Repository.Root, "node_modules", "html-validate", "bin", "html-validate.mjs");
        Assert.True(File.Exists(program), "html-validate is missing: bin/test fetches it, by npm ci.");
        using var node = Process.Start(new ProcessStartInfo("node", [program, "--config", Path.Combine(Repository.Root, "tests", "html-validate.mjs"), "--formatter", "text", Path.Combine(folder.FullName, "*.html")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        return (node.ExitCode, string.Concat(said).Replace(folder.FullName, "", StringComparison.Ordinal));
    }
}
