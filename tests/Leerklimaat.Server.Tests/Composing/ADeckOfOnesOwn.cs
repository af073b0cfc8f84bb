using Leerklimaat.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Leerklimaat.Server.Tests.Composing;

/// <summary>A server on which somebody has made a deck, and others come to it.</summary>
public abstract class ADeckOfOnesOwn : IAsyncLifetime
{
    protected AClock Time { get; } = new();

    protected RunningServer Server { get; private set; } = null!;

    protected Person Chantal { get; private set; } = null!;

    protected Person Dennis { get; private set; } = null!;

    /// <summary>The address of the deck.</summary>
    protected string Deck { get; private set; } = "";

    protected Guid Id => Guid.Parse(Deck.Split('/')[^1]);

    public async ValueTask InitializeAsync()
    {
        Server = await RunningServer.Start(null, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time)));
        (Chantal, Dennis) = (new(Server, "Chantal"), new(Server, "Dennis"));
        await (await Chantal.Open("/decks")).Press("#begin-deck", ("title", "Leren in Zandwijk"), ("author", "Team Leren"), ("set", "factors"), ("set", "eclo"));
        Deck = Chantal.Path;
    }

    public async ValueTask DisposeAsync()
    {
        Chantal.Dispose();
        Dennis.Dispose();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<Person> Write(Person who, string card, string text) => await (await who.Open($"{Deck}/cards/{card}")).Press("#save-card", ("text", text));

    /// <summary>A link with this right, as one gives it to somebody.</summary>
    protected async Task<string> LinkTo(string right)
    {
        await (await Chantal.Open(Deck)).Press($"#give-{right}");
        return new Uri(Chantal.Page.QuerySelector(".given-link")!.TextContent).AbsolutePath;
    }

    /// <summary>Starts a workshop with the deck, and opens its game.</summary>
    protected async Task<Guid> Play()
    {
        await (await Chantal.Open(Deck)).Press("#play-deck", ("title", "Samen leren"));
        await Chantal.Press("#start-game");
        return Guid.Parse(Chantal.Path.Split('/')[^1]);
    }
}
