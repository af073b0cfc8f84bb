using System.Globalization;
using System.Text;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Composing;

/// <summary>All decks that somebody can play with, and where one of one's own is begun: as a copy, empty, or from a file.</summary>
public sealed class DecksDesk(IGrainFactory grains, DeckShelf shelf, DeckKeys keys, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public const int LargestFile = 1024 * 1024;

    // More than anybody has open; each is looked up for the page.
    private const int MostShown = 20;

    public Task<IResult> Show(HttpContext http) => PageOf(http, DecksForm.Empty);

    public IResult Look(string deck, HttpContext http)
    {
        if (!shelf.Has(deck)) return Results.NotFound();

        var shown = shelf.Find(deck, Language);
        Tongues.Here = new(shown.Language, shown.Language);
        return Page.Of(new EditionPage { Frame = PageFrame.Of(http), Deck = shown, Back = "/decks", Changes = shelf.Before(shown) is { } before ? DeckChanges.Between(before, shown) : null });
    }

    public async Task<IResult> Begin(HttpContext http)
    {
        var form = DecksForm.Of(http.Request.Form);
        if (form.Deck.Length > 0 && !shelf.Has(form.Deck)) return await PageOf(http, form, new Refusal(Reason.DeckUnknown));

        var id = Asking.CommandOf(http);
        return await Begin(id, form.Deck.Length > 0 ? CopyOf(shelf.Find(form.Deck, Language), id, form) : EmptyDeck(id, form), http, form);
    }

    /// <summary>Takes a deck in from a file, or from what was pasted. Whatever is wrong with it is said with the line, and nothing of it is kept.</summary>
    public async Task<IResult> Import(HttpContext http)
    {
        var (id, form) = (Asking.CommandOf(http), DecksForm.Empty);
        var text = http.Request.Form["written"].ToString();
        if (http.Request.Form.Files["file"] is { Length: > 0 } file)
        {
            if (file.Length > LargestFile) return await PageOf(http, form, say["Deck.File.TooLarge", LargestFile / 1024 / 1024]);
            using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            try
            {
                text = await reader.ReadToEndAsync();
            }
            catch (DecoderFallbackException)
            {
                return await PageOf(http, form, say["Import.NotText"]);
            }
        }
        else
        {
            form = form with { Written = text };
        }

        if (text.Length > LargestFile) return await PageOf(http, form, say["Deck.File.TooLarge", LargestFile / 1024 / 1024]);
        if (string.IsNullOrWhiteSpace(text)) return await PageOf(http, form, say["Deck.File.Empty"]);
        try
        {
            return await Begin(id, Clean(DeckFile.ReadText(text)) with { Id = id.ToString("N") }, http, form);
        }
        catch (BrokenDeckException broken)
        {
            return await PageOf(http, form, broken.Message);
        }
    }

    private async Task<IResult> Begin(Guid id, Deck deck, HttpContext http, DecksForm form)
    {
        var (key, at) = (DeckKeys.Draw(), time.GetUtcNow());
        var answer = await grains.GetGrain<IOwnDeckGrain>(id).Ask(new BeginDeck(deck, DeckKeys.ProofOf(key), at), id, at);
        if (answer.Refusal is not null) return await PageOf(http, form, answer.Refusal);

        // A second click finds the deck of the first, whose key this answer does not know.
        if (answer.State.RightOf(DeckKeys.ProofOf(key)) is not null) await keys.Remember(http, id, key);
        return FirstCookie.On(http, $"/decks/{id}");
    }

    private Deck CopyOf(Deck deck, Guid id, DecksForm form)
    {
        var chosen = deck.Sets.IsEmpty ? [] : form.Sets.Where(set => deck.Sets.Any(one => one.Id == set)).ToHashSet();
        return deck with
        {
            Id = id.ToString("N"),
            Edition = 0,
            Date = null,
            Title = form.Title.Length > 0 ? form.Title : deck.Title,
            Author = form.Author,
            Basis = Plain.Cut($"{say["Deck.CopyOf", deck.Title, deck.Edition, deck.Author].Value} {deck.Basis}", DeckCheck.LongestBasis),
            Sets = chosen.Count > 0 ? [.. deck.Sets.Where(set => chosen.Contains(set.Id))] : deck.Sets,
            Cards = chosen.Count > 0 ? [.. deck.Cards.Where(card => card.Kind == CardKind.Practice || chosen.Contains(card.Set))] : deck.Cards,
        };
    }

    private Deck EmptyDeck(Guid id, DecksForm form) => new(
        id.ToString("N"), 0, Language, form.Title.Length > 0 ? form.Title : say["Deck.Untitled"], form.Author, "", "", shelf.Find(DeckShelf.Shipped, Language).Board, [], []);

    // A file may come from anywhere: what nobody sees, and what turns text around, is not taken along.
    private static Deck Clean(Deck deck) => deck with
    {
        Language = Languages.All.Contains(deck.Language) ? deck.Language : Language,
        Title = Plain.Line(deck.Title),
        Author = Plain.Line(deck.Author),
        Licence = Plain.Line(deck.Licence),
        Basis = Plain.Text(deck.Basis),
        Edition = Math.Max(1, deck.Edition),
        Board = deck.Board with { Squares = [.. deck.Board.Squares.Select(square => square with { Words = Plain.Line(square.Words) })] },
        Factors = [.. deck.Factors.Select(factor => factor with { Name = Plain.Line(factor.Name), Source = Plain.Line(factor.Source) })],
        Sets = [.. deck.Sets.Select(set => set with { Name = Plain.Line(set.Name), Source = Plain.Line(set.Source) })],
        Themes = [.. deck.Themes.Select(theme => theme with { Name = Plain.Line(theme.Name) })],
        Cards = [.. deck.Cards.Select(card => card with { Text = Plain.Line(card.Text), Plain = Plain.Line(card.Plain), Source = Plain.Line(card.Source) })],
    };

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private Task<IResult> PageOf(HttpContext http, DecksForm form, Refusal refusal) => PageOf(http, form, say.Why(refusal), Statuses.Of(refusal));

    private async Task<IResult> PageOf(HttpContext http, DecksForm form, string? wrong = null, int status = StatusCodes.Status422UnprocessableEntity)
    {
        var own = new List<(Guid Id, OwnDeck Deck)>();
        foreach (var id in (await keys.All(http)).Take(MostShown))
        {
            var deck = (await grains.GetGrain<IOwnDeckGrain>(id).Look()).State;
            if (deck.Exists && deck.RightOf(DeckKeys.ProofOf(await keys.Of(http, id))) is not null) own.Add((id, deck));
        }

        return Page.Of(new DecksPage { Frame = PageFrame.Of(http), Decks = shelf.In(Language), Own = own, Form = form, Wrong = wrong }, wrong is null ? StatusCodes.Status200OK : status);
    }
}

/// <summary>What somebody filled in to begin a deck, as they typed it.</summary>
/// <param name="Deck">Of which it becomes a copy; empty for one that begins without cards.</param>
/// <param name="Sets">The sets of that deck that come along; none: all of them.</param>
/// <param name="Written">What was pasted in place of a file.</param>
public sealed record DecksForm(string Deck, string Title, string Author, IReadOnlyCollection<string> Sets, string Written)
{
    public static readonly DecksForm Empty = new(DeckShelf.Shipped, "", "", [], "");

    public static DecksForm Of(IFormCollection form) => new(form["deck"].ToString(), Plain.Line(form["title"]), Plain.Line(form["author"]), [.. form["set"].OfType<string>()], "");
}
