using Leerklimaat.Domain;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Simulation;

/// <summary>A kind of aggregate: by which name it stands in the journal, and by which rules it goes.</summary>
/// <param name="At">The same command at another moment.</param>
public sealed record Kind<TState, TCommand, TEvent>(string Name, Func<TState, TCommand, Decision<TEvent>> Decide, Folding<TState, TEvent> Folding, Func<TCommand, DateTimeOffset, TCommand> At) where TState : class
{
    /// <summary>How long it waits before it tells again.</summary>
    public TimeSpan BetweenTells { get; init; }

    public string StreamOf(Guid id) => $"{Name}/{id:N}";
}

/// <summary>The kinds that a world has.</summary>
public static class Kinds
{
    public static readonly Kind<Table, TableCommand, TableEvent> Table = new("table", Domain.Tables.Table.Decide, TableGrain.Folding, (command, at) => command with { At = at });

    public static readonly Kind<Workshop, WorkshopCommand, WorkshopEvent> Workshop = new("workshop", Domain.Workshops.Workshop.Decide, WorkshopGrain.Folding, (command, at) => command with { At = at });

    public static readonly Kind<Plenary, PlenaryCommand, PlenaryEvent> Plenary = new("plenary", Domain.Plenaries.Plenary.Decide, PlenaryGrain.Folding, (command, at) => command with { At = at });

    public static readonly Kind<Question, QuestionCommand, QuestionEvent> Question = new("question", Domain.Questions.Question.Decide, QuestionGrain.Folding, (command, at) => command with { At = at })
    { BetweenTells = TimeSpan.FromMilliseconds(300) };

    public static readonly Kind<Publications, PublicationCommand, PublicationEvent> Publications = new("publications", Domain.Reports.Publications.Decide, PublicationsGrain.Folding, (command, at) => command);
}
