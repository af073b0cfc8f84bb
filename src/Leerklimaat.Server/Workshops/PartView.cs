using System.Text.RegularExpressions;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Microsoft.AspNetCore.Components;

namespace Leerklimaat.Server.Workshops;

/// <summary>A part as everybody may see it. What is only for who leads, its notes and its minutes, is not in it.</summary>
/// <param name="Number">From 1.</param>
public sealed partial record PartView(WorkshopId Workshop, PartId Id, PartKind Kind, QuestionKind? Question, string Title, MarkupString Text, int Number, int Count)
{
    /// <summary>Before the programme begins, and where there is none.</summary>
    public static readonly PartView None = new(default, default, PartKind.Game, null, "", default, 0, 0);

    public static PartView Ending(WorkshopId workshop) => new(workshop, default, PartKind.Closing, null, "", default, 0, 0) { IsEnding = true };

    /// <summary>Why people come together, where this part is the welcome; nothing elsewhere.</summary>
    public Purpose Purpose { get; init; } = Purpose.None;

    /// <summary>How it is laid out, by what stands on it.</summary>
    public SlideShape Shape { get; init; }

    /// <summary>The slide that everything begins with.</summary>
    public bool IsWelcome { get; init; }

    /// <summary>How many people are there, where this part is the welcome and a screen shows it; 0 elsewhere.</summary>
    public int People { get; init; }

    /// <summary>With which a wall gets what belongs to the part; empty on pages that people have.</summary>
    public string WallKey { get; init; } = "";

    /// <summary>The pictures of the part have addresses of their own, which the wall comes to with its key.</summary>
    public PartView OnWall(string key) => this with { WallKey = key, Text = new(PictureAddress().Replace(Text.Value ?? "", $"$0?{ScreenKeys.Field}={key}")) };

    [GeneratedRegex("/workshops/[0-9a-f-]{36}/pictures/[0-9a-f-]{36}")]
    private static partial Regex PictureAddress();

    /// <summary>The table has a card before it, and comes to the part when that is done.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>The workshop is over: everybody is thanked, and finds what is theirs.</summary>
    public bool IsEnding { get; init; }

    /// <summary>Where the part takes the whole page; where people are at the boards of their tables, the table does.</summary>
    public bool IsShown => !Kind.IsAtTheTables() && !IsWaiting;
}
