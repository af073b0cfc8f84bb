using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Plenaries;

/// <summary>The words and the signs of the lists: never the colour alone.</summary>
public static class PlenaryLook
{
    public static string NameOf(this IStringLocalizer<Phrases> say, PlenaryList list) => list switch
    {
        PlenaryList.Present => say["List.Present"],
        PlenaryList.ToDevelop => say["List.ToDevelop"],
        _ => say["List.Questions"],
    };

    public static string KindOf(this IStringLocalizer<Phrases> say, EntryView entry) => entry.IsBundle ? say["Entry.Bundle", entry.Inside.Count] : say[$"Entry.{entry.Kind}"];

    /// <summary>After a round was closed: of how many people dots are told, or that they are too few (D10).</summary>
    public static string DotsTold(this IStringLocalizer<Phrases> say, DotsView dots) => (dots.Told, dots.NotIn) switch
    {
        (0, _) => say["Dots.Told.TooFew"],
        (var told, 0) => say["Dots.Told", told],
        var (told, later) => $"{say["Dots.Told", told]} {say["Dots.Told.NotIn", later]}",
    };

    public static string Icon(EntryView entry) => entry switch
    {
        { IsBundle: true } => "people",
        { Kind: EntryKind.GreenCard } => "plant-tree",
        { Kind: EntryKind.CardToImprove } => "plant-sprout",
        { Kind: EntryKind.CardNotPresent } => "plant-seed",
        { Kind: EntryKind.GreenNote or EntryKind.Aspect or EntryKind.Activity or EntryKind.Example } => "note-green",
        { Kind: EntryKind.Need or EntryKind.Tip } => "note-need",
        { Kind: EntryKind.DiscussedCard } => "card",
        _ => "note-question",
    };

    public static string Paper(EntryView entry) => entry switch
    {
        { IsBundle: true } => "is-bundle",
        { Kind: EntryKind.GreenCard or EntryKind.GreenNote or EntryKind.Aspect or EntryKind.Activity or EntryKind.Example } => "note-green",
        _ => "note-pink",
    };

    public static string From(this IStringLocalizer<Phrases> say, EntryView entry) =>
        entry.Tables.Contains(',', StringComparison.Ordinal) ? say["Entry.Tables", entry.Tables] : say["Entry.Table", entry.Tables];
}
