using System.Collections.Immutable;

namespace Leerklimaat.Domain.FollowUps;

/// <summary>
/// What became of what a workshop agreed: rule O2. It stands beside the plenary and not in it, so that whoever does an action says how it goes without touching what the room
/// agreed. It knows an action by its id only. Nothing here closes by itself, and nobody is counted as late.
/// </summary>
public sealed partial record FollowUp
{
    public static readonly FollowUp Empty = new();

    public ImmutableArray<ActionFollowed> Actions { get; init; } = [];

    /// <summary>As nobody said anything about it: agreed.</summary>
    public ActionFollowed Of(Guid action) => Actions.FirstOrDefault(one => one.Action == action) ?? new(action);

    /// <summary>How the actions stand, and nothing that anybody wrote about them.</summary>
    public FollowUp WithoutWords() => this with { Actions = [.. Actions.Select(action => action with { Why = "", Noticed = "", Goal = "", Log = [] })] };

    public static Decision<FollowUpEvent> Decide(FollowUp followUp, FollowUpCommand command) => Decide(command, followUp.Of(command.Action));

    private static Decision<FollowUpEvent> Decide(FollowUpCommand command, ActionFollowed known) => command switch
    {
        SetActionState { State: ActionState.Stopped, Why.Length: 0 } => Reason.StoppedWithoutReason,
        SetActionState { Why.Length: > ActionFollowed.LongestText } or LogAction { Text.Length: > ActionFollowed.LongestText } or SayNoticed { Text.Length: > ActionFollowed.LongestText } => new Refusal(Reason.LogLineTooLong, 0, ActionFollowed.LongestText),
        SetActionState set when set.State == known.State && set.Why == known.Why => Decision<FollowUpEvent>.Nothing,
        SetActionState or LogAction when known.Log.Length >= ActionFollowed.MostLines => new Refusal(Reason.TooManyLogLines, 0, ActionFollowed.MostLines),
        SetActionState set => new ActionStateSet(set.Action, set.State, set.Why, set.At),
        LogAction { Text.Length: 0 } => Reason.LogLineEmpty,
        LogAction log => new ActionLogged(log.Action, log.Text, log.At),
        SayNoticed said => said.Text == known.Noticed ? Decision<FollowUpEvent>.Nothing : new ActionNoticed(said.Action, said.Text, said.At),
        SayWhatItIs said => (said.Kind, said.Goal) == (known.Kind, known.Goal) ? Decision<FollowUpEvent>.Nothing
            : said.Goal.Length > ActionFollowed.LongestText ? new Refusal(Reason.LogLineTooLong, 0, ActionFollowed.LongestText) : new ActionKindSaid(said.Action, said.Kind, said.Goal),
        MoveAction move => move.By == known.MovedTo ? Decision<FollowUpEvent>.Nothing : new ActionMoved(move.Action, move.By, move.At),
        _ => throw new NotSupportedException(command.GetType().Name),
    };

    public static FollowUp Evolve(FollowUp followUp, FollowUpEvent happened) => followUp.With(happened.Action, known => happened switch
    {
        ActionStateSet set => known with { State = set.State, Why = set.Why, Log = known.Log.Add(new(set.At, set.State, set.Why)) },
        ActionLogged logged => known with { Log = known.Log.Add(new(logged.At, null, logged.Text)) },
        ActionNoticed noticed => known with { Noticed = noticed.Text, LastAt = noticed.At },
        ActionKindSaid said => known with { Kind = said.Kind, Goal = said.Goal },
        ActionMoved moved => known with { MovedTo = moved.By, LastAt = moved.At },
        _ => throw new NotSupportedException(happened.GetType().Name),
    });

    private FollowUp With(Guid action, Func<ActionFollowed, ActionFollowed> change) => this with { Actions = [.. Actions.Where(one => one.Action != action), change(Of(action))] };
}

/// <summary>How one action goes.</summary>
public sealed record ActionFollowed(Guid Action)
{
    public const int LongestText = 280, MostLines = 60;

    public ActionState State { get; init; }

    /// <summary>Why it was stopped; empty otherwise, unless somebody said something with another state.</summary>
    public string Why { get; init; } = "";

    /// <summary>What happened, in the order in which it was said.</summary>
    public ImmutableArray<LogLine> Log { get; init; } = [];

    /// <summary>"Hoe merkten we het": asked for, never forced.</summary>
    public string Noticed { get; init; } = "";

    public ActionKind Kind { get; init; }

    /// <summary>To what it contributes; empty where nobody says.</summary>
    public string Goal { get; init; } = "";

    /// <summary>Another day than was agreed; nothing where that one stands.</summary>
    public DateOnly? MovedTo { get; init; }

    /// <summary>When something was said about it last, besides the log.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>When anybody said anything about it last; nothing where nobody did.</summary>
    public DateTimeOffset? HeardAt => Log.IsEmpty ? LastAt : LastAt is { } last && last > Log[^1].At ? last : Log[^1].At;

    public bool IsOpen => State is ActionState.Agreed or ActionState.Begun;

    /// <summary>Nobody said anything for this long, and it is not at its end: a fact, and nobody's fault.</summary>
    public bool IsSilentAt(DateTimeOffset now, DateTimeOffset agreed, TimeSpan patience) => IsOpen && now - (HeardAt ?? agreed) > patience;
}

/// <summary>A line of what happened, with its moment.</summary>
/// <param name="State">What it became then; nothing where something was only said.</param>
public sealed record LogLine(DateTimeOffset At, ActionState? State, string Text);

/// <summary>Agreed, begun, done, or stopped and why.</summary>
public enum ActionState { Agreed, Begun, Done, Stopped }

/// <summary>Whether it does better what is done, or begins something else; nobody has to say.</summary>
public enum ActionKind { Unsaid, Improves, Renews }
