using System.Net;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Pages;

/// <summary>The house style of the organisation that hosts.</summary>
[Rule("L5")]
public sealed class DressingUp : IDisposable
{
    private const string Drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><script>alert(1)</script><circle r=\"5\"/></svg>";

    private readonly string folder = Directory.CreateTempSubdirectory("leerklimaat-style-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_logo_and_tokens_from_one_folder_are_on_every_page_and_are_kept_by_browsers()
    {
        Write("logo.svg", Drawing);
        Write("tokens.css", ":root { --lk-accent: #005a9c; --lk-accent-deep: #003d6b; --lk-accent-ink: #ffffff }");
        await using var workshop = await AWorkshop.Start(await RunningServer.Start(settings: [$"--Server:HouseStyleFolder={folder}", "--Server:Organisation=Gemeente Zuidhoek"]));
        foreach (var (person, page) in new[] { (workshop.Anna, "/"), (workshop.Dennis, workshop.Wall), (workshop.Anna, workshop.Screen1), (workshop.Chantal, $"{workshop.Root}/paper-set") })
        {
            var logo = (await person.Open(page)).Page.QuerySelector("img.house-logo");
            Assert.True(logo is not null, page);
            Assert.Equal("Gemeente Zuidhoek", logo.GetAttribute("alt"));
        }

        using var tokens = await workshop.Anna.Http.GetAsync((await workshop.Anna.Open("/")).Page.QuerySelectorAll("link[rel=stylesheet]")[^1].GetAttribute("href"));
        Assert.Contains("--lk-accent: #005a9c;", await tokens.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(tokens.Headers.CacheControl is { Public: true, MaxAge: not null });

        using var drawing = await workshop.Anna.Http.GetAsync(workshop.Anna.Page.QuerySelector("img.house-logo")!.GetAttribute("src"));
        Assert.Equal("image/svg+xml", drawing.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", drawing.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var other = await workshop.Anna.Http.GetAsync("/house-style/0123456789ab/logo.svg");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public void Token_files_of_municipalities_are_taken_as_they_are_and_colours_keep_to_their_theme() => Assert.Equal(
        ":root { --utrecht-button-border-radius: 0; --lk-font: \"Open Sans\", sans-serif; }\n@media not (prefers-color-scheme: dark) { :root { --utrecht-link-color: rgb(0 90 156); } }\n@media (prefers-color-scheme: dark) { :root { --utrecht-link-color: #8ec9ff; } }\n",
        Read("""
            @charset "UTF-8";
            /* Made by Style Dictionary */
            .zuidhoek-theme {
              --utrecht-button-border-radius: 0;
              --utrecht-link-color: rgb(0 90 156); /* blue */
              --lk-font: "Open Sans", sans-serif;
            }
            @media (prefers-color-scheme: dark) { .zuidhoek-theme { --utrecht-link-color: #8ec9ff } }
            """));

    [Theory]
    [InlineData(":root {\n  color: red;\n}", "(2): 'color: red' is no token")]
    [InlineData(":root { --lk-table: url(https://elders.example/a.png); }", "(1): '--lk-table: url(https://elders.example/a.png)' asks for something from elsewhere")]
    [InlineData("@import 'x.css';\n:root { --lk-radius: 0 }", "(1): '@import 'x.css'' is no token")]
    [InlineData("@media print { :root { --lk-radius: 0 } }", "(1): '@media print' is not read")]
    [InlineData("--lk-radius: 0;", "(1): '--lk-radius: 0' stands outside a rule")]
    [InlineData(":root { --lk-radius: 0 ", "a '}' too few")]
    [InlineData(":root { --lk-radius: 0 } }", "a '}' too many")]
    [InlineData(":root { a { --lk-radius: 0 } }", "'a' stands within another rule")]
    [InlineData(":root { --lk-radius: </style>; }", "is no token")]
    public void What_is_no_token_is_said_with_its_line(string written, string said) =>
        Assert.Contains(said, Assert.Throws<SettingsException>(() => Read(written)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(":root { --lk-accent: #8ec9ff }", "--lk-accent-ink (#fffdf6) on --lk-accent (#8ec9ff) has a contrast of 1.7 to 1 in the light; it needs 4.5 to 1")]
    [InlineData("@media (prefers-color-scheme: dark) { :root { --lk-ink: #555 } }", "--lk-ink (#555) on --lk-paper (#2f2a22) has a contrast of 1.9 to 1 in the dark")]
    [InlineData(":root { --lk-ink: navy }", "--lk-ink is 'navy'; write it as #rrggbb")]
    public void A_colour_on_which_nobody_can_read_is_refused(string written, string said) =>
        Assert.Contains(said, Assert.Throws<SettingsException>(() => Read(written)).Message, StringComparison.Ordinal);

    [Fact]
    public void Our_own_colours_can_be_read_in_the_light_and_in_the_dark() => Assert.NotEmpty(Read(File.ReadAllText(Path.Combine(Repository.Root, "client", "theme.css")).Split(".print-sheet")[0]));

    [Theory, InlineData("logo.svg", "geen tekening", "this is no SVG"), InlineData("logo.png", "geen plaatje", "this is no PNG")]
    public void A_logo_that_is_none_is_refused(string name, string content, string said)
    {
        Write(name, content);
        Assert.Contains(said, Assert.Throws<SettingsException>(() => HouseStyle.Read(folder, "Gemeente Zuidhoek")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_anything_and_a_logo_without_a_name_are_refused()
    {
        Assert.Contains("has no logo.svg", Assert.Throws<SettingsException>(() => HouseStyle.Read(folder, "")).Message, StringComparison.Ordinal);
        Assert.Contains("is not there", Assert.Throws<SettingsException>(() => HouseStyle.Read(Path.Combine(folder, "weg"), "")).Message, StringComparison.Ordinal);
        Write("logo.svg", Drawing);
        Assert.Contains("needs the name of the organisation", Assert.Throws<SettingsException>(() => HouseStyle.Read(folder, "")).Message, StringComparison.Ordinal);
        Write("logo.svg", Drawing + new string(' ', HouseStyle.LargestLogo));
        Assert.Contains("at most 100 kB", Assert.Throws<SettingsException>(() => HouseStyle.Read(folder, "Gemeente Zuidhoek")).Message, StringComparison.Ordinal);
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(folder, name), content);

    private string Read(string written)
    {
        Write("tokens.css", written);
        return HouseTokens.Read(Path.Combine(folder, "tokens.css"));
    }
}
