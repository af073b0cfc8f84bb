using System.Text.Json.Serialization;

namespace Leerklimaat.Domain.FollowUps;

// The names and properties of events are stored. Add; never rename or remove.

/// <summary>Something that was said about one action.</summary>
[JsonDerivedType(typeof(ActionStateSet), "action-state-set")]
[JsonDerivedType(typeof(ActionLogged), "action-logged")]
[JsonDerivedType(typeof(ActionNoticed), "action-noticed")]
[JsonDerivedType(typeof(ActionKindSaid), "action-kind-said")]
[JsonDerivedType(typeof(ActionMoved), "action-moved")]
public abstract record FollowUpEvent(Guid Action);

public sealed record ActionStateSet(Guid Action, ActionState State, string Why, DateTimeOffset At) : FollowUpEvent(Action);

public sealed record ActionLogged(Guid Action, string Text, DateTimeOffset At) : FollowUpEvent(Action);

public sealed record ActionNoticed(Guid Action, string Text, DateTimeOffset At) : FollowUpEvent(Action);

public sealed record ActionKindSaid(Guid Action, ActionKind Kind, string Goal) : FollowUpEvent(Action);

public sealed record ActionMoved(Guid Action, DateOnly? By, DateTimeOffset At) : FollowUpEvent(Action);
