using System.Text.Json.Serialization;

namespace Leerklimaat.Domain.FollowUps;

/// <summary>Something that is said about one action.</summary>
[JsonDerivedType(typeof(SetActionState), "set-action-state")]
[JsonDerivedType(typeof(LogAction), "log-action")]
[JsonDerivedType(typeof(SayNoticed), "say-noticed")]
[JsonDerivedType(typeof(SayWhatItIs), "say-what-it-is")]
[JsonDerivedType(typeof(MoveAction), "move-action")]
public abstract record FollowUpCommand(Guid Action, DateTimeOffset At);

/// <param name="Why">Needed where it is stopped.</param>
public sealed record SetActionState(Guid Action, ActionState State, string Why, DateTimeOffset At) : FollowUpCommand(Action, At);

/// <summary>Something happened, and the action is where it was.</summary>
public sealed record LogAction(Guid Action, string Text, DateTimeOffset At) : FollowUpCommand(Action, At);

/// <summary>How people noticed that it was done.</summary>
public sealed record SayNoticed(Guid Action, string Text, DateTimeOffset At) : FollowUpCommand(Action, At);

/// <param name="Goal">To what it contributes; empty where nobody says.</param>
public sealed record SayWhatItIs(Guid Action, ActionKind Kind, string Goal, DateTimeOffset At) : FollowUpCommand(Action, At);

/// <param name="By">Nothing: the day that was agreed stands again.</param>
public sealed record MoveAction(Guid Action, DateOnly? By, DateTimeOffset At) : FollowUpCommand(Action, At);
