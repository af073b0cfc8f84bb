using System.Globalization;
using Leerklimaat.Domain;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Server.Pages;

namespace Leerklimaat.Server.Composing;

/// <summary>Reads what the forms of a deck say.</summary>
internal static class DeckForms
{
    /// <exception cref="BadFormException">No page of ours can have sent this.</exception>
    public static string Asked(HttpRequest ask, string name) => ask.Query[name].ToString() is { Length: > 0 } said ? said : throw new BadFormException(name);

    public static Guid IdOf(HttpRequest ask, string name) => Guid.TryParse(ask.Query[name], out var id) ? id : throw new BadFormException(name);

    public static int PlaceOf(HttpRequest ask) => int.TryParse(ask.Form["place"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place) ? place : throw new BadFormException("place");

    /// <summary>How often what is changed had been changed when the page was drawn.</summary>
    public static int SeenOf(HttpRequest ask) => int.TryParse(ask.Form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : throw new BadFormException("seen");

    public static DeckRight RightOf(HttpRequest ask) => Enum.TryParse<DeckRight>(ask.Query["right"], out var right) && Enum.IsDefined(right) ? right : throw new BadFormException("right");

    /// <summary>Of what is added: the same form a second time adds nothing.</summary>
    public static string NewId(HttpRequest ask) => Asking.CommandOf(ask.HttpContext).ToString("N")[..12];

    public static CardSet SetOf(HttpRequest ask, string id) => new(id, Plain.Line(ask.Form["name"]), Plain.Line(ask.Form["source"]), ask.Form["apart"] == "true");

    public static Card CardOf(HttpRequest ask, string id) => new(
        id, Enum.TryParse<CardKind>(ask.Form["kind"], out var kind) && Enum.IsDefined(kind) ? kind : CardKind.Statement, ask.Form["factor"].ToString(), ask.Form["set"].ToString(),
        Plain.Line(ask.Form["text"]), Plain.Line(ask.Form["plain"]), Plain.Line(ask.Form["source"]))
    {
        Theme = ask.Form["theme"].ToString() is { Length: > 0 } theme ? theme : null,
        IsReversed = ask.Form["reversed"] == "true",
    };
}
