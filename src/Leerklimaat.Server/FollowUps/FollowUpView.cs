using Leerklimaat.Domain.FollowUps;
using Leerklimaat.Domain.Plenaries;

namespace Leerklimaat.Server.FollowUps;

/// <summary>One action as it goes.</summary>
/// <param name="About">What it is about, in words that may be shown.</param>
/// <param name="Root">The address to which what is said about it goes.</param>
public sealed record ActionView(ActionPoint Agreed, string About, ActionFollowed Followed, string Root)
{
    public Guid Id => Agreed.Id;

    /// <summary>The day that was agreed, or another that was chosen since; nothing where there is none.</summary>
    public DateOnly? By => Followed.MovedTo ?? Agreed.By;

    /// <summary>It is still to be done, and has a day: it can stand in a calendar.</summary>
    public bool IsInCalendar => By is not null && Followed.IsOpen;

    /// <summary>Its owner has a link with which to say how it goes.</summary>
    public bool HasLink { get; init; }

    /// <summary>What was typed and refused, and why.</summary>
    public Refused? Refused { get; init; }
}

/// <summary>A form that was sent back.</summary>
/// <param name="Form">The end of its address.</param>
public sealed record Refused(string Form, IFormCollection Typed, string Why)
{
    public string Of(string form, string field) => Form == form ? Typed[field].ToString() : "";
}

/// <summary>The actions of a workshop, sorted by how they go: a heading for each, and no judgement of anybody.</summary>
public sealed record FollowUpView(string Title, IReadOnlyList<(string Heading, IReadOnlyList<ActionView> Actions)> Groups)
{
    public bool IsEmpty => Groups.All(group => group.Actions.Count == 0);

    public bool HasDays => Groups.Any(group => group.Actions.Any(action => action.IsInCalendar));
}
