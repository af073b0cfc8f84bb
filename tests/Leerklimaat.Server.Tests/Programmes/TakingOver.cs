using System.Net;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Programmes;

/// <summary>A facilitator takes slides over from a file, looks at what they became, and reads what was left.</summary>
public abstract class TakingOver : IAsyncLifetime
{
    private int before;

    protected AWorkshop Workshop { get; private set; } = null!;

    protected Person Chantal => Workshop.Chantal;

    /// <summary>What the page says of what did not come along.</summary>
    protected IReadOnlyList<string> Left { get; private set; } = [];

    protected bool IsAsBefore => Links().Count == before;

    public async ValueTask InitializeAsync()
    {
        Workshop = await AWorkshop.Start();
        await Chantal.Open($"{Workshop.Root}/programme");
        before = Links().Count;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Workshop.DisposeAsync();
    }

    /// <summary>As they stand in the form of each part that was added; none where the file was refused.</summary>
    protected async Task<List<(string Title, string Text, string Notes)>> Take(byte[] bytes, string name)
    {
        using var form = new MultipartFormDataContent { { new StringContent(Guid.NewGuid().ToString()), "command" }, { new ByteArrayContent(bytes), "file", name } };
        await Chantal.Post($"{Workshop.Root}/programme/imports", form);
        Left = [.. Chantal.Page.QuerySelectorAll("#taken li").Select(sentence => sentence.TextContent)];
        var slides = new List<(string, string, string)>();
        if (Chantal.Status != HttpStatusCode.OK) return slides;

        foreach (var link in Links()[before..])
        {
            await Chantal.Open(link);
            slides.Add((Chantal.Page.QuerySelector("#title")!.GetAttribute("value")!, Chantal.Page.QuerySelector("#text")!.TextContent.Trim(), Chantal.Page.QuerySelector("#notes")!.TextContent.Trim()));
        }

        return slides;
    }

    private List<string> Links() => [.. Chantal.Page.QuerySelectorAll(".part-link").Select(link => link.GetAttribute("href")!)];
}
