using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Following;

/// <summary>What everybody in the room sees on the wall.</summary>
public sealed record WorkshopScreenView(WorkshopId Id, string Title, JoinCode Code, GameState Game, MessageView Message, Sequence<RadarView> Tables, Sequence<BedView> Beds, int People, int CardsPlayed, long Version)
{
    /// <summary>The part that everybody is at.</summary>
    public PartView Part { get; init; } = PartView.None;

    /// <summary>Somebody practises: what is shown is partly made up (W11).</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>It was closed: people took part.</summary>
    public bool IsOver { get; init; }
}

/// <summary>Whether the wall shows how to join over what is there, for who comes late.</summary>
public sealed record JoiningView(bool IsShown);

/// <summary>The bed of one factor in the garden, with a plant for each card that was played.</summary>
/// <param name="Sign">Of its factor, as on its cards.</param>
public sealed record BedView(string Factor, string Sign, Sequence<PlantView> Plants);

/// <summary>A played card as a plant.</summary>
/// <param name="Laid">On which pile, as far as tables tell.</param>
/// <param name="Height">0 to 1: the score of the pawns that were shown, or until then what the piles say.</param>
/// <param name="Before">The score of their first placement; nothing where it was not shown.</param>
public sealed record PlantView(string Id, string Text, Laid Laid, double Height, double? Before)
{
    public string Drawing => Height switch
    {
        > .75 => "plant-tree",
        > .5 => "plant-sapling",
        > .25 => "plant-sprout",
        _ => "plant-seed",
    };
}

/// <summary>Where tables laid a card: all on one pile, or some on each. Untold where only tables of one or two pawns discussed it (D2).</summary>
public enum Laid { Untold, Green, Red, OnBoth }
