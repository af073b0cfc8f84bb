using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Plenaries;

/// <summary>The addresses of the plenary: the page of who leads, and the screen.</summary>
public static class PlenaryEndpoints
{
    public static void AddPlenary(this WebApplicationBuilder builder) => builder.Services
        .AddWatched<Plenary, PlenaryCommand, IPlenaryGrain>(PlenaryGrain.Folding)
        .AddSingleton<Gathering>().AddSingleton<Suggestions>().AddSingleton<PlenaryViews>().AddSingleton<PlenaryRoom>();

    public static void MapPlenary(this IEndpointRouteBuilder app)
    {
        var plenary = app.MapGroup("/workshops/{id:guid}/plenary").Behind(Door.Leads);
        plenary.MapGet("", (Guid id, HttpContext http, PlenaryRoom room) => room.Show(new(id), http));
        plenary.MapGet("/live", (Guid id, HttpContext http, PlenaryRoom room, LiveFeed feed) => room.Live(new(id), http, feed));
        plenary.MapGet("/lists", (Guid id, HttpContext http, PlenaryRoom room) => room.Lists(new(id), http));
        plenary.MapGet("/lists/live", (Guid id, HttpContext http, PlenaryRoom room, LiveFeed feed) => room.LiveLists(new(id), http, feed));
        plenary.MapGet("/entries/{entry}", (Guid id, string entry, HttpContext http, PlenaryRoom room) => room.Entry(new(id), entry, http));

        var screen = app.MapGroup("/workshops/{id:guid}/plenary/screen").Behind(Door.SeesTheWall);
        screen.MapGet("", (Guid id, HttpContext http, PlenaryRoom room) => room.Screen(new(id), http));
        screen.MapGet("/live", (Guid id, HttpContext http, PlenaryRoom room, LiveFeed feed) => room.LiveScreen(new(id), http, feed));

        plenary.MapLists();
        plenary.MapDots();
        plenary.MapAgreeing();
    }

    private static void MapLists(this IEndpointRouteBuilder plenary)
    {
        plenary.MapAsk("/bundles", Bundle);
        plenary.MapAsk("/suggestions", ask => new BundleEntries(EntryId.OfBundle(ask.Command), ask.SuggestedName, ask.ListOf(ask.Named), ask.Named, ask.At));
        plenary.MapAsk("/suggestions/dismissals", ask => new DismissSuggestion(ask.Named, ask.At));
        plenary.MapAsk("/moves", ask => new MoveEntries(ask.Choice<PlenaryList>("to"), ask.Selected, ask.At));
        plenary.MapAsk("/hidden", ask => new HideEntries(ask.Selected, ask.At));
        plenary.MapAsk("/hidden/returns", ask => new ShowEntries(ask.Named, ask.At));
        plenary.MapAsk("/steps-back", ask => new UndoStep(ask.At));
        plenary.MapPost("/cards", (Guid id, HttpContext http, PlenaryRoom room) => room.ShowCard(new(id), http));
        plenary.MapPost("/publications", (Guid id, HttpContext http, PlenaryRoom room) => room.Publish(new(id), http));
        plenary.MapAsk("/cards/away", ask => new ShowLists(ask.At));
        plenary.MapAsk("/minimum", ask => new ChooseMinimum(ask.Number("minimum"), ask.At));
    }

    private static void MapDots(this IEndpointRouteBuilder plenary)
    {
        plenary.MapAsk("/dot-rounds", ask => new OpenDots(ask.Number("round"), ask.Now.Lists.All.Count(), ask.At));
        plenary.MapAsk("/dot-rounds/closings", ask => new CloseDots(ask.Number("round"), ask.At));
        plenary.MapAsk("/dot-rounds/reopenings", ask => new ReopenDots(ask.Number("round"), ask.At));
    }

    private static void MapAgreeing(this IEndpointRouteBuilder plenary)
    {
        plenary.MapAskAbout("/bundle-names", ask => new RenameBundle(ask.About, ask.Line("name"), ask.At));
        plenary.MapAskAbout("/bundle-ends", ask => new DissolveBundle(ask.About, ask.At));
        plenary.MapAskAbout("/bundle-removals", ask => new TakeFromBundle(ask.Named, ask.At));
        plenary.MapAskAbout("/actions", ask => new PlanAction(new(ask.Id("action"), ask.About, ask.Text("text"), ask.Line("owner"), ask.Date("by"), ask.Text("noticing")), ask.At));
        plenary.MapAskAbout("/actions/removals", ask => new DropAction(ask.Id("action"), ask.At));
        plenary.MapAskAbout("/owners", ask => new AssignQuestion(ask.About, ask.Line("owner"), ask.At));
        plenary.MapAskAbout("/wordings", ask => new DraftWording(ask.About, ask.Text("words"), ask.At));
        plenary.MapAskAbout("/wordings/approvals", ask => new ApproveWording(ask.About, ask.Text("words"), ask.At));
        plenary.MapAskAbout("/answers", ask => new AnswerQuestion(ask.About, ask.Text("answer"), ask.At));
    }

    /// <summary>One bundle among what is ticked, and no new name: the rest goes into it.</summary>
    private static PlenaryCommand Bundle(PlenaryAsk ask)
    {
        var bundles = ask.Selected.Where(entry => entry.IsBundle).ToList();
        return ask.Line("name").Length == 0 && bundles is [var only] && ask.Selected.Length > 1
            ? new AddToBundle(only, ask.Selected.Remove(only), ask.At)
            : new BundleEntries(EntryId.OfBundle(ask.Command), ask.Line("name"), ask.ListOf(ask.Selected), ask.Selected, ask.At);
    }

    private static void MapAsk(this IEndpointRouteBuilder plenary, string path, Func<PlenaryAsk, PlenaryCommand> command) =>
        plenary.MapPost(path, (Guid id, HttpContext http, PlenaryRoom room) => room.Ask(new(id), http, command));

    private static void MapAskAbout(this IEndpointRouteBuilder plenary, string path, Func<PlenaryAsk, PlenaryCommand> command) =>
        plenary.MapPost(path, (Guid id, HttpContext http, PlenaryRoom room) => room.AskAbout(new(id), http, command));
}
