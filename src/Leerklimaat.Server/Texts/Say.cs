using System.Globalization;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Domain;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Texts;

/// <summary>Sentences that are put together from more than one text.</summary>
public static class Say
{
    public static string Why(this IStringLocalizer<Phrases> say, Refusal refusal) =>
        say[$"Reason.{refusal.Reason}", refusal.Ready, refusal.Expected];

    /// <summary>What a facilitator sends to who is to come, by mail or Teams or in a calendar.</summary>
    public static string Invitation(this IStringLocalizer<Phrases> say, Workshop workshop, string join)
    {
        string message = say["Invite.Message", workshop.Title, join, workshop.Code!.Value.Spoken];
        return workshop.Purpose.Goal.Length > 0 ? $"{message}\n\n{say["Invite.Goal", workshop.Purpose.Goal]}" : message;
    }

    public static string Told(this IStringLocalizer<Phrases> say, ToldCount count) => count.Exactly?.ToString(CultureInfo.CurrentCulture) ?? say[count.IsNearlyAll ? "Nearly" : "Nearly.Nobody"];

    /// <summary>By which rule pawns on this board become a pile (G8).</summary>
    public static string BoardRule(this IStringLocalizer<Phrases> say, Board board) => say[board.Kind switch
    {
        BoardKind.States => "Board.Rule.Middle",
        BoardKind.Agreement => "Board.Rule.Agreement",
        _ => "Board.Rule.Points",
    }];

    /// <summary>What one is asked when one places on this board.</summary>
    public static string PlaceOn(this IStringLocalizer<Phrases> say, BoardKind board) => say[board switch
    {
        BoardKind.Agreement => "Place.First.Agreement",
        BoardKind.Approach => "Place.First.Approach",
        _ => "Place.First",
    }];

    public static string PileName(this IStringLocalizer<Phrases> say, Pile pile) => say[$"Pile.{pile}"];

    /// <summary>A card on a pile in words that stand by themselves: of a reversed statement a green card says that it is not so here (G17).</summary>
    /// <param name="pile">Nothing for a table of which no pile is told.</param>
    public static string LaidAs(this IStringLocalizer<Phrases> say, string statement, bool isReversed, Pile? pile) => (isReversed, pile) switch
    {
        (false, _) or (_, null) => statement,
        (_, Pile.Green) => say["Reversed.Green", statement],
        _ => say["Reversed.Red", statement],
    };

    public static string Dots(this IStringLocalizer<Phrases> say, DotCount dots) =>
        dots.Exactly is { } exactly ? say["Dots.Count", exactly] : say["Dots.Count.Nearly"];

    /// <summary>Whole minutes until the last one, as people say them.</summary>
    public static string Minutes(this IStringLocalizer<Phrases> say, TimeSpan time) => time.TotalMinutes >= 1
        ? say["Minutes", Math.Round(time.TotalMinutes, 1).ToString(CultureInfo.CurrentCulture)]
        : say["Seconds", (int)time.TotalSeconds];
}
