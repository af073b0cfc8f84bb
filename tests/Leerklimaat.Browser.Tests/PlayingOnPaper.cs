using System.Text;
using System.Text.RegularExpressions;

namespace Leerklimaat.Browser.Tests;

/// <summary>A workshop without phones: printed before, entered afterwards.</summary>
public partial class PlayingOnPaper
{
    [Fact, Rule("T7")]
    public async Task The_paper_set_comes_from_the_printer_one_sheet_a_page_with_nothing_cut_off()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        await chantal.StartWorkshop();
        await chantal.PressInside("#to-paper-set");
        await chantal.Page.FillAsync("#paper-tables", "2");
        await chantal.Page.FillAsync("#network", "Gasten; \"Raadhuis\"");
        await chantal.Page.FillAsync("#password", "leren:samen\\2026");
        await chantal.Press("#show-set");
        await chantal.ShouldSee("Druk af (33 bladen)");
        await chantal.ShouldBeAccessible();

        await chantal.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("none", await chantal.Page.EvalOnSelectorAsync<string>(".paper-choice", "choice => getComputedStyle(choice).display"));
        Assert.Equal("", await chantal.Page.EvaluateAsync<string>(CutOff));
        // Twenty sheets of statements for two tables, the last of each filled up with blank cards, and two of blank cards only.
        Assert.Equal(2 * (10 + 1) * 8, await chantal.Page.Locator(".print-card").CountAsync());

        var pages = Encoding.Latin1.GetString(await chantal.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true, PrintBackground = true }));
        Assert.Equal(33, APage().Count(pages));
        Assert.Equal(2, Lying().Count(pages));
        Assert.Empty(room.Troubles);
    }

    [Fact, Rule("T7")]
    public async Task The_print_button_prints()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        await chantal.StartWorkshop();
        await chantal.PressInside("#to-paper-set");
        await chantal.Page.EvaluateAsync("() => { window.print = () => { document.title = 'printed'; }; }");
        await chantal.Press("[data-print]");
        Assert.Equal("printed", await chantal.Page.TitleAsync());
    }

    [Fact, Rule("T7"), Rule("L5"), Rule("L6")]
    public async Task A_table_of_four_with_three_cards_is_entered_by_keyboard_and_stands_in_the_plenary_and_the_report()
    {
        await using var room = await ARoom.Open();
        var chantal = await room.Enter("Chantal", 1280, 800);
        await chantal.StartWorkshop();
        await chantal.PressInside("#to-paper-tables");
        await chantal.Page.FillAsync("#people", "4");
        await chantal.Page.Keyboard.PressAsync("Enter");
        await chantal.ShouldSee("De volgende kaart");

        // A row of digits, and the cursor jumps; the reload in the middle loses nothing.
        await chantal.Page.FocusAsync("#card");
        await chantal.Page.Keyboard.TypeAsync("2");
        await chantal.Page.FocusAsync("#first-1");
        await chantal.Page.Keyboard.TypeAsync("1304an");
        await chantal.Page.ReloadAsync();
        await ShouldHold(chantal, "first", "1304");
        await ShouldHold(chantal, "told", "an");
        await chantal.Page.FocusAsync("#second-1");
        await chantal.Page.Keyboard.TypeAsync("3344");
        await chantal.Page.FillAsync("#green", "Koffie met elkaar\nSamen op pad");
        await chantal.Page.FillAsync("#need", "Tijd om te leren");
        await chantal.Press("#enter-round");
        await chantal.ShouldSee("Ingevoerd: Je kunt hier een domme vraag stellen");
        await ShouldHold(chantal, "first", "");

        await Enter(chantal, "10", "2211", "2111", question: "Wie helpt ons?");
        await Enter(chantal, "20", "4404", "");
        await Assertions.Expect(chantal.Page.Locator(".paper-rounds li")).ToHaveCountAsync(3);

        // What cannot be is said, and nothing that was typed is gone.
        await chantal.Page.FillAsync("#card", "30");
        await chantal.Page.FocusAsync("#first-1");
        await chantal.Page.Keyboard.TypeAsync("91");
        await chantal.Press("#enter-round");
        await chantal.ShouldSee("Pion 1 (Bal): typ het nummer van een vakje");
        await ShouldHold(chantal, "first", "91");
        await chantal.ShouldBeAccessible();

        await chantal.Page.GetByRole(AriaRole.Link, new() { Name = "Terug naar de begeleiding" }).ClickAsync();
        await chantal.ShouldSee("op papier");
        await chantal.PressInside("#to-plenary");
        await Assertions.Expect(chantal.Page.Locator("#list-Present")).ToContainTextAsync("Koffie met elkaar");
        await Assertions.Expect(chantal.Page.Locator("#list-ToDevelop")).ToContainTextAsync("Tijd om te leren");
        await Assertions.Expect(chantal.Page.Locator("#list-Questions")).ToContainTextAsync("Wie helpt ons?");
        await Assertions.Expect(chantal.Page.Locator("#list-Present")).ToContainTextAsync("(op papier)");
        await chantal.Page.GotoAsync(new Uri(chantal.Page.Url).AbsolutePath.Replace("/plenary", "/report", StringComparison.Ordinal));
        await chantal.ShouldSee("Op papier gespeeld en achteraf ingevoerd: tafel 5.");
        await chantal.ShouldSee("Samen op pad");
        await chantal.ShouldNotSee("Hier kan niets getoond worden");
        Assert.DoesNotContain(room.Troubles, trouble => !trouble.Contains("422", StringComparison.Ordinal));
    }

    private static async Task Enter(Person chantal, string card, string first, string second, string question = "")
    {
        await chantal.Page.FillAsync("#card", card);
        await chantal.Page.FocusAsync("#first-1");
        await chantal.Page.Keyboard.TypeAsync(first);
        await chantal.Page.FocusAsync("#second-1");
        await chantal.Page.Keyboard.TypeAsync(second);
        await chantal.Page.FillAsync("#question", question);
        await chantal.Press("#enter-round");
        await Assertions.Expect(chantal.Page.Locator("#entered")).ToBeVisibleAsync();
        await ShouldHold(chantal, "first", "");
    }

    private static async Task ShouldHold(Person chantal, string row, string typed)
    {
        for (var person = 1; person <= 4; person++) await Assertions.Expect(chantal.Page.Locator($"#{row}-{person}")).ToHaveValueAsync(person <= typed.Length ? $"{typed[person - 1]}" : "");
    }

    // Anything that is larger than the place it has on its sheet, or stands outside it.
    private const string CutOff = """
        [...document.querySelectorAll(".print-sheet")].flatMap((sheet) => {
          const edge = sheet.getBoundingClientRect();
          return [sheet, ...sheet.querySelectorAll("article, p, table, svg, h2, footer, li")].filter((part) => {
            const box = part.getBoundingClientRect();
            return box.right > edge.right + 1 || box.bottom > edge.bottom + 1 || (part.matches("article, .print-sheet") && part.scrollHeight > part.clientHeight + 1);
          }).map((part) => part.outerHTML.slice(0, 200));
        }).join("\n")
        """;

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex APage();

    [GeneratedRegex(@"/MediaBox\s*\[0 0 841\.\d+ 594\.\d+")]
    private static partial Regex Lying();
}
