using System.Text.Json.Serialization;

namespace Leerklimaat.Domain.Workshops;

/// <summary>Which workshop a join code leads to. A code is given out once and never again.</summary>
public sealed record CodeOwner(WorkshopId? Workshop)
{
    public static readonly CodeOwner Empty = new((WorkshopId?)null);

    public static Decision<CodeEvent> Decide(CodeOwner owner, CodeCommand command) => command switch
    {
        GiveCode give when owner.Workshop is null => new CodeGiven(give.Workshop),
        GiveCode give when owner.Workshop == give.Workshop => Decision<CodeEvent>.Nothing,
        GiveCode => Reason.CodeTaken,
        _ => throw new NotSupportedException(command.GetType().Name),
    };

    public static CodeOwner Evolve(CodeOwner owner, CodeEvent happened) => happened switch
    {
        CodeGiven given => new(given.Workshop),
        _ => throw new NotSupportedException(happened.GetType().Name),
    };
}

/// <summary>Something that is asked of a join code.</summary>
[JsonDerivedType(typeof(GiveCode), "give-code")]
public abstract record CodeCommand;

public sealed record GiveCode(WorkshopId Workshop) : CodeCommand;

// The names and properties below are stored. Add; never rename or remove.

/// <summary>Something that happened to a join code.</summary>
[JsonDerivedType(typeof(CodeGiven), "code-given")]
public abstract record CodeEvent;

public sealed record CodeGiven(WorkshopId Workshop) : CodeEvent;
