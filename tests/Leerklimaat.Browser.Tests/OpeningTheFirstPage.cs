namespace Leerklimaat.Browser.Tests;

[Rule("L5")]
public class OpeningTheFirstPage
{
    [Theory, InlineData(1280, 720, "Doe mee"), InlineData(1280, 720, "Start een workshop"), InlineData(390, 844, "Doe mee"), InlineData(320, 640, "Doe mee")]
    public async Task Who_comes_finds_their_door_without_scrolling(int width, int height, string door)
    {
        await using var room = await ARoom.Open();
        var anybody = await room.Enter("Anybody", width, height);
        await anybody.Page.GotoAsync("/");
        var button = await anybody.Page.GetByRole(AriaRole.Button, new() { Name = door }).BoundingBoxAsync();
        Assert.True(button!.Y + button.Height <= height, $"{door} ends at {button.Y + button.Height} of {height}");
        Assert.True(await anybody.Page.EvaluateAsync<bool>("() => !document.querySelector('#code').placeholder"), "an example in the field looks as if it were typed");
        Assert.Empty(room.Troubles);
    }

    [Fact]
    public async Task Nothing_of_the_picture_is_cut_off()
    {
        await using var room = await ARoom.Open();
        var anybody = await room.Enter("Anybody", 390);
        await anybody.Page.GotoAsync("/");
        Assert.Empty(await anybody.Page.EvaluateAsync<string[]>("""
            () => {
                const scene = document.querySelector("svg.scene");
                const { x, y, width, height } = scene.viewBox.baseVal;
                return [...scene.querySelectorAll(":scope > use")].filter(({ x: left, y: top, width: wide, height: high }) => left.baseVal.value < x || top.baseVal.value < y || left.baseVal.value + wide.baseVal.value > x + width || top.baseVal.value + high.baseVal.value > y + height).map(use => use.getAttribute("href"));
            }
            """));
    }
}
