using System.Globalization;
using System.Text;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Joining;
using Leerklimaat.Server.Leading;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Composing;

/// <summary>One deck that people make: its page, what its forms ask, its editions and links, and playing with it.</summary>
public sealed class DeckDesk(IGrainFactory grains, DeckKeys keys, Leadership leadership, LeadingRoom leading, Boards boards, Addresses addresses, RoomTime room, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> ByLink(Guid id, string key, HttpContext http)
    {
        // Whoever writes and looks at the link that they give to others still writes.
        var held = Held(http);
        if (held.Deck.RightOf(DeckKeys.ProofOf(await keys.Of(http, id))) is not { } may || may < held.Right) await keys.Remember(http, id, key);
        return FirstCookie.On(http, $"/decks/{id}");
    }

    public IResult Show(HttpContext http) => PageOf(Held(http), http);

    public static IResult File(HttpContext http)
    {
        var deck = Held(http).Deck;
        // What was not made an edition yet becomes the next one where it is taken in.
        var written = deck.HasNews ? deck.Draft! with { Edition = (deck.Newest?.Deck.Edition ?? 0) + 1, Date = null } : deck.Newest!.Deck;
        return Results.File(Encoding.UTF8.GetBytes(DeckText.Of(written)), "application/yaml; charset=utf-8", $"{FileName(written.Title)}-{written.Edition}.yaml");
    }

    public static IResult Edition(int edition, HttpContext http)
    {
        var (id, deck, _, _) = Held(http);
        if (deck.Editions.FirstOrDefault(made => made.Deck.Edition == edition) is not { } shown) return Results.NotFound();

        var before = deck.Editions.LastOrDefault(made => made.Deck.Edition < edition);
        return Page.Of(new EditionPage { Frame = PageFrame.Of(http), Deck = shown.Deck, Note = shown.Note, Back = $"/decks/{id}", Changes = before is null ? null : DeckChanges.Between(before.Deck, shown.Deck) });
    }

    /// <summary>What the buttons of the page do. Whatever is refused, what was typed stays in its fields.</summary>
    public async Task<IResult> Ask(HttpContext http, Func<HttpRequest, DateTimeOffset, DeckCommand> command)
    {
        var held = Held(http);
        var (state, refusal) = await Ask(held.Id, http, command(http.Request, time.GetUtcNow()));
        return refusal is null ? Results.Redirect($"/decks/{held.Id}{Anchor(http.Request)}") : PageOf(held with { Deck = state }, http, refusal);
    }

    public Task<IResult> Describe(HttpContext http) => Ask(http, (ask, at) => new DescribeDeck(
        new(Plain.Line(ask.Form["title"]), Plain.Line(ask.Form["author"]), Plain.Line(ask.Form["licence"]), Plain.Text(ask.Form["basis"])), DeckForms.SeenOf(ask), at));

    public Task<IResult> ChooseBoard(HttpContext http) => Ask(http, (ask, at) =>
    {
        var draft = Held(http).Deck.Draft!;
        string[] cases = [.. Plain.Text(ask.Form["cases"]).Split('\n').Select(Plain.Line).Where(words => words.Length > 0)];
        return new ChooseDeckBoard(StartForm.Of(ask.Form).BoardFrom(boards, draft.Language) ?? draft.Board, cases.Length > 0 ? Board.Of(BoardKind.Approach, cases) : null, at);
    });

    public Task<IResult> MakeEdition(HttpContext http) => Ask(http, (ask, at) => new MakeEdition(Today(at), Plain.Line(ask.Form["note"]), at));

    /// <summary>A link is shown once, to who gives it: only a hash of its key is kept.</summary>
    public async Task<IResult> GiveLink(HttpContext http)
    {
        var (held, right, key) = (Held(http), DeckForms.RightOf(http.Request), DeckKeys.Draw());
        var (state, refusal) = await Ask(held.Id, http, new GiveDeckLink(right, DeckKeys.ProofOf(key), time.GetUtcNow()));
        if (refusal is not null) return PageOf(held with { Deck = state }, http, refusal);

        // Sent twice, the link of the first holds.
        if (state.RightOf(DeckKeys.ProofOf(key)) != right) return Results.Redirect($"/decks/{held.Id}#links");
        if (right == DeckRight.Edit) await keys.Remember(http, held.Id, key);
        return PageOf(held with { Deck = state, Key = right == DeckRight.Edit ? key : held.Key }, http, given: (right, LinkTo(held.Id, key, http)));
    }

    /// <summary>Starts a workshop with these cards. What was changed since the last edition becomes an edition, so that the workshop keeps the words that are played.</summary>
    public async Task<IResult> Play(HttpContext http)
    {
        var (held, form) = (Held(http), StartForm.Of(http.Request.Form));
        if (!int.TryParse(form.Minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || Template.Of(minutes) is not { } template) throw new BadFormException("minutes");

        var (command, deck) = (Asking.CommandOf(http), held.Deck);
        if (held.MayEdit)
        {
            var at = time.GetUtcNow();
            var answer = await grains.GetGrain<IOwnDeckGrain>(held.Id).Ask(new MakeEdition(Today(at), "", at), Asking.Next(command), at);
            if (answer.Refusal is not null) return PageOf(held with { Deck = answer.State }, http, answer.Refusal);
            deck = answer.State;
        }

        if (deck.Newest is not { } edition) return PageOf(held, http, new Refusal(Reason.DeckHasNoEdition));
        var (started, refusal) = await leadership.Start(form.Title.Length > 0 ? form.Title : say["Title.Default"], template, edition.Deck, [edition.Deck], edition.Deck.Language, isDemo: false, command);
        return started is null ? PageOf(held with { Deck = deck }, http, refusal!) : await leading.ComeIn(http, started);
    }

    private async Task<(OwnDeck State, Refusal? Refusal)> Ask(Guid id, HttpContext http, DeckCommand command)
    {
        var answer = await grains.GetGrain<IOwnDeckGrain>(id).Ask(command, Asking.CommandOf(http), time.GetUtcNow());
        return (answer.State, answer.Refusal);
    }

    private IResult PageOf(HeldDeck held, HttpContext http, Refusal? refusal = null, (DeckRight Right, string Link)? given = null) => Page.Of(
        new DeckPage
        {
            Frame = PageFrame.Of(http),
            Held = held,
            Wrong = refusal is null ? null : say.Why(refusal),
            Typed = refusal is null ? null : http.Request.Form,
            Asked = refusal is null ? "" : http.Request.Path.Value!.Split($"/decks/{held.Id}")[^1],
            AskedOf = http.Request.QueryString.Value?.TrimStart('?') ?? "",
            Own = LinkTo(held.Id, held.Key, http),
            Given = given,
        }, Statuses.Of(refusal));

    private string LinkTo(Guid id, string key, HttpContext http) => $"{addresses.Of(http.Request)}/decks/{id}/links/{key}";

    private DateOnly Today(DateTimeOffset at) => DateOnly.FromDateTime(room.Of(at).DateTime);

    private static HeldDeck Held(HttpContext http) => Entrance.Of(http).HeldDeck;

    // Back to the place that was meant.
    private static string Anchor(HttpRequest ask) => (ask.Path.Value!, ask.Query["card"].ToString()) switch
    {
        (var path, { Length: > 0 } card) when path.EndsWith("/moves", StringComparison.Ordinal) => $"#card-{card}",
        (var path, _) when path.Contains("/factors", StringComparison.Ordinal) => "#factors",
        (var path, _) when path.Contains("/sets", StringComparison.Ordinal) => "#sets",
        (var path, _) when path.Contains("/themes", StringComparison.Ordinal) => "#themes",
        (var path, _) when path.EndsWith("/words", StringComparison.Ordinal) => "#words",
        (var path, _) when path.EndsWith("/boards", StringComparison.Ordinal) => "#board",
        (var path, _) when path.EndsWith("/editions", StringComparison.Ordinal) => "#editions",
        (var path, _) when path.Contains("/links", StringComparison.Ordinal) => "#links",
        (var path, _) when path.Contains("/comments", StringComparison.Ordinal) => "#comments",
        _ => "#cards",
    };

    private static string FileName(string title) => string.Concat(title.Normalize(NormalizationForm.FormD).Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == ' ')).Trim().Replace(' ', '-').ToLowerInvariant() is { Length: > 0 } name ? name : "kaartset";
}
