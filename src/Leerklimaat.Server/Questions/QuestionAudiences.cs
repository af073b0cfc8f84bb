using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Questions;

/// <summary>Those who look at a question, or at the closing with the learning questions that come back.</summary>
public abstract record QuestionAudience(WorkshopId Workshop, PartId Part, string Language) : Audience(Language)
{
    public override IEnumerable<Subject> Subjects(Newest newest) =>
    [
        Subject.Of<Workshop>(Workshop.Value), Subject.Of<Question>(Part.Value),
        .. newest.Of<Workshop>(Workshop.Value, out _) is { } workshop && workshop.FindPart(Part) is { } part
            ? QuestionViews.ReturningAt(workshop, part).Select(returning => Subject.Of<Question>(returning.Id.Value)) : [],
    ];

    public override Fragment? Draw(Newest newest) => Find(newest, Workshop, Part) is { } asked ? Draw(asked, newest) : null;

    protected abstract Fragment Draw(Asked asked, Newest newest);

    /// <returns>Nothing while a question that belongs to it is not known yet: one's own part is drawn once, and would lack what comes later.</returns>
    public static Asked? Find(Newest newest, WorkshopId id, PartId asks)
    {
        if (newest.Of<Workshop>(id.Value, out var version) is not { } workshop || workshop.FindPart(asks) is not { } part || QuestionViews.KindOf(part) is not { } kind) return null;

        if (newest.Of<Question>(asks.Value, out var own) is not { } question) return null;
        var returning = new List<Returning>();
        foreach (var one in QuestionViews.ReturningAt(workshop, part))
        {
            if (newest.Of<Question>(one.Id.Value, out var its) is not { } known) return null;
            returning.Add(new(one, known));
            version += its;
        }

        return Asked.Of(id, workshop, part, kind, question, returning, version + own);
    }
}

/// <summary>Everybody who answers on a phone. A whole hall looks at one drawing, so it changes once a second at most.</summary>
public sealed record Answerers(WorkshopId Workshop, PartId Part, string Language) : QuestionAudience(Workshop, Part, Language)
{
    public override TimeSpan Pace => TimeSpan.FromSeconds(1);

    protected override Fragment Draw(Asked asked, Newest newest) =>
        new([Region.Of<QuestionPart>(Places.Board(Part), QuestionViews.Board(asked, QuestionViews.OnPhone))], asked.Version, OwnStamp(asked));

    internal static string OwnStamp(Asked asked) => $"{asked.Part.Edition}-{asked.Purpose.Edition}-{asked.Question.IsFrozen}-{string.Join('-', asked.Returning.Select(returning => returning.Part.Id.Value))}{RoomStamp(asked)}";

    // The questions of the room stand in one's own part, with the button that seconds them.
    private static string RoomStamp(Asked asked) => asked.Kind != AnswerKind.RoomQuestions ? ""
        : string.Concat(asked.Question.RoomQuestions(asked.Question.SecondsByAll).Select(one => $"-{one.Number}{(one.IsTreated ? "*" : "")}{one.Seconds}"))
            + $"/{asked.Question.Hidden.Count}";
}

/// <summary>Whoever follows from elsewhere: they see what the wall shows, and answer on their own page.</summary>
public sealed record QuestionFollowers(WorkshopId Workshop, PartId Part, string Language) : QuestionAudience(Workshop, Part, Language)
{
    public override TimeSpan Pace => TimeSpan.FromSeconds(1);

    // The questions of the room stand in one's own part already, with the buttons that second them.
    protected override Fragment Draw(Asked asked, Newest newest)
    {
        var board = QuestionViews.Board(asked, QuestionViews.OnScreen);
        return new([asked.Kind == AnswerKind.RoomQuestions ? Region.Of<QuestionPart>(Places.Board(Part), board) : Region.Of<QuestionBoard>(Places.Board(Part), board)], asked.Version, Answerers.OwnStamp(asked));
    }
}

/// <summary>The wall.</summary>
public sealed record QuestionOnScreen(WorkshopId Workshop, PartId Part, string Language) : QuestionAudience(Workshop, Part, Language)
{
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(300);

    protected override Fragment Draw(Asked asked, Newest newest) => new([Region.Of<QuestionBoard>(Places.Board(Part), QuestionViews.Board(asked, QuestionViews.OnScreen))], asked.Version);
}

/// <summary>Who leads the workshop, and so sees also what was hidden.</summary>
public sealed record QuestionOnDesk(WorkshopId Workshop, PartId Part, string Language) : QuestionAudience(Workshop, Part, Language)
{
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(500);

    public override IEnumerable<Subject> Subjects(Newest newest) => [.. base.Subjects(newest), .. Tables(newest).Select(table => Subject.Of<Table>(table.Value))];

    protected override Fragment Draw(Asked asked, Newest newest)
    {
        var tables = Tables(newest).Select(table => (State: newest.Of<Table>(table.Value, out var version) ?? Table.Empty, Version: version)).ToList();
        var people = newest.Of<Workshop>(Workshop.Value, out _)?.PeopleWith([.. tables.Select(table => table.State)]) ?? 0;
        return new([Region.Of<QuestionDesk>(Places.Desk(Part), QuestionViews.Desk(asked, people))], asked.Version + tables.Sum(table => table.Version));
    }

    private IEnumerable<TableId> Tables(Newest newest) => newest.Of<Workshop>(Workshop.Value, out _)?.Tables.Select(table => table.Id) ?? [];
}
