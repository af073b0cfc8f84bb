using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.FollowUps;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Server.Reading;

/// <summary>The report for other programs, as JSON. It keeps to <c>docs/report.schema.json</c>: each key is always there, and what is withheld is said.</summary>
public static class ReportData
{
    /// <summary>Goes up when something that is there gets another name or meaning, or goes; something more leaves it.</summary>
    public const int Version = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static void WriteJson(WorkshopReport report, Stream into) => JsonSerializer.Serialize(
        into,
        new
        {
            Version,
            Workshop = report.Colophon.Workshop.Value,
            report.Colophon.Language,
            report.Colophon.MadeAt,
            Deck = new { Id = report.Colophon.Deck, Title = report.Colophon.DeckTitle, Edition = report.Colophon.DeckEdition, Date = report.Colophon.DeckDate, Author = report.Colophon.DeckAuthor, Licence = report.Colophon.DeckLicence, Basis = report.Colophon.DeckBasis },
            report.Title,
            report.HeldAt,
            report.IsPublished,
            report.Tables,
            report.People,
            report.Invited,
            Stories = Of(report.Stories) ?? (report.HasStories ? Withheld : null),
            Decisions = new { report.Decisions.Overruled, report.Decisions.Proposed },
            Board = report.Board.Kind,
            Squares = report.Board.Squares.Select(square => new { square.Words, square.Points }),
            report.Minimum,
            report.Level,
            Purpose = Of(report.Purpose),
            Cards = report.Cards.Select(Of),
            Cases = report.Cases.Select(brought => new { Card = brought.Id.Value, brought.Table, brought.Text, brought.HappensNow, brought.Asks, Given = brought.Given.Select(given => new { given.Kind, given.Text, given.SignedBy, given.IsTaken }) }),
            Factors = report.Factors.Select(factor => new { factor.Id, factor.Name, Pawns = Of(factor.Profile?.Distribution) ?? Withheld, factor.Shown, factor.Withheld }),
            NotDiscussed = report.NotDiscussed.Select(factor => new { factor.Id, factor.Name }),
            Dots = report.Dots.IsWithheld ? Withheld : report.Dots.People > 0 ? new { report.Dots.People } : null,
            Lists = new { Present = report.Lists.Present.Select(line => Of(line, report.FollowUp)), ToDevelop = report.Lists.ToDevelop.Select(line => Of(line, report.FollowUp)), Questions = report.Lists.Questions.Select(line => Of(line, report.FollowUp)) },
            Questions = report.Questions.Select(Of),
            Waiting = report.Held.Select(card => new { Card = card.Id.Value, card.IsCase, card.Text, card.Tables }),
            Skipped = report.Skipped.Select(card => new { Card = card.Id.Value, card.Text, card.Tables }),
        },
        Options);

    private static object? Of(StoryCounts? stories) => stories switch
    {
        null => null,
        { NearlyAll: { } nearly } => new { Withheld = true, stories.People, NearlyAll = nearly },
        _ => new { stories.Already, stories.NotYet, stories.People },
    };

    private static object Of(ReportedPurpose purpose) => new
    {
        purpose.Occasion,
        purpose.Goal,
        Reached = Of(purpose.Reached) ?? (purpose.WasAsked && purpose.Goal.Length > 0 ? Withheld : null),
        Aims = Of(purpose.Aims) ?? (purpose.WasAsked ? Withheld : null),
        purpose.Whys,
    };

    private static object? Of(ReportedReached? reached) => reached switch
    {
        null => null,
        { Counts: { } said } => new { said.Yes, said.Partly, said.No, reached.People },
        _ => new { Withheld = true, reached.People, NearlyAll = reached.NearlyAll!.Value },
    };

    private static object? Of(ReportedAims? aims) => aims is null ? null
        : new { LearnTogether = Of(aims.LearnTogether), ExchangeExperience = Of(aims.ExchangeExperience), ShareKnowledge = Of(aims.ShareKnowledge), aims.People };

    private static object Of(ReportedQuestion question) => new
    {
        question.Title,
        question.People,
        question.Replies,
        Learned = Of(question.Learned) ?? (question.IsAboutLearning ? Withheld : null),
        question.Comparison,
        Result = Of(question.Result) ?? (question.IsAboutChoosing ? Withheld : null),
        RoomQuestions = question.RoomQuestions.Select(one => new { one.Text, Seconds = one.Seconds is { } seconds ? Of(seconds) : null, one.IsTreated }),
    };

    private static object? Of(ChoiceResult? result) => result is null ? null : new
    {
        result.Kind,
        result.People,
        NearlyAll = result.NearlyAll?.Text,
        result.Mean,
        result.Ends,
        Options = result.Options.Select(option => new { option.Text, Count = option.Told is { } told ? Of(told) : result.NearlyAll is not null ? Withheld : null, MeanPlace = option.IsMeanWithheld ? Withheld : option.MeanPlace, option.NearlyAllAt, Recognised = Of(option.Recognised) }),
    };

    private static object? Of(Recognised? said) => said switch
    {
        null => null,
        { NearlyAll: { } nearly } => new { Withheld = true, NearlyAll = nearly },
        _ => new { said.Yes, said.ABit, said.No },
    };

    private static object? Of(ReportedLearned? learned) => learned switch
    {
        null => null,
        { Counts: { } said } => new { said.Answered, said.Partly, said.NotYet, learned.People },
        _ => new { Withheld = true, learned.People, NearlyAll = learned.NearlyAll!.Value },
    };

    private static object Of(ToldCount count) => count.Exactly is { } exactly ? exactly : count.IsNearlyAll ? "nearlyAll" : "nearlyNobody";

    private static object Of(CardReport card) => new
    {
        Id = card.Id.Value,
        card.IsCase,
        card.Factor,
        Set = card.Set is { } set ? new { set.Id, set.Name, set.Source, set.IsApart } : null,
        Theme = card.Theme?.Id,
        card.IsReversed,
        card.Text,
        card.HappensNow,
        card.Asks,
        Twice = Of(card, card.Twice),
        Once = Of(card, card.Once),
        card.NotIn,
        Tables = card.Tables.Select(table => new { table.Table, Pile = (object?)table.Pile ?? Withheld, Proposal = table.Points is null ? Withheld : table.Proposal, Points = Of(table.Points) ?? Withheld, Pawns = Of(table.Counted) ?? Withheld, table.IsPublished }),
        card.NoteCounts,
        card.Notes,
    };

    // Never nothing and never zero for what is withheld (D6).
    private static readonly object Withheld = new { Withheld = true };

    private static object? Of(CardReport card, Counted? counted) => counted is null && card.NotIn > 0 ? Withheld : Of(counted);

    private static object? Of(Counted? counted) => counted is null ? null : new
    {
        counted.People,
        Before = Of(counted.Before),
        After = Of(counted.After),
        Movement = counted.Movement is { } movement ? new { movement.Direction, Moved = Of(movement.Moved) } : null,
        counted.IsEarlier,
        counted.IsLast,
    };

    private static object Of(Moved? moved) => moved is null ? Withheld : new { Up = Of(moved.Up), Down = Of(moved.Down), Same = Of(moved.Same), moved.Pairs, Net = moved.Net is { } net ? (object)net : moved.Pairs > 0 ? Withheld : null };

    private static object Of(Amount amount) => amount.Exactly is { } exactly ? exactly : "few";

    private static object? Of(Spread? pawns) => pawns is null ? null
        : pawns.Counts is { } counts ? Of(counts)
        : new { Withheld = true, pawns.People, NearlyAllOn = pawns.NearlyAllOn!.Value };

    // Of a table only: those that it added up itself, and saw.
    private static object? Of(Tally? points) => points is null ? null : new { points.Sum, points.Lowest, points.Highest, points.Counting };

    private static object? Of(Distribution? pawns) => pawns is null ? null : new { pawns.Counts, pawns.DontKnow, pawns.Counting, pawns.Median, Closeness = Agreement.Word(pawns) };

    private static object Of(Domain.Plenaries.ActionPoint action, ActionFollowed followed) =>
        new { action.Text, action.Owner, By = followed.MovedTo ?? action.By, action.Noticing, followed.State, followed.Why, followed.Noticed, Kind = followed.Kind == ActionKind.Unsaid ? (ActionKind?)null : followed.Kind, followed.Goal };

    private static object Of(ReportedLine line, FollowUp followUp) => new
    {
        line.Name,
        line.Wording,
        Entries = line.Entries.Select(entry => new { Card = entry.Card.Value, entry.CardText, entry.IsReversed, entry.Kind, entry.Text, entry.Tables }),
        Dots = line.Dots is { } dots ? dots.Exactly ?? (object)"nearlyAll" : null,
        Actions = line.Actions.Select(action => Of(action, followUp.Of(action.Id))),
        LeftOver = line.LeftOver is { } question ? new { question.Owner, question.Answer } : null,
    };
}
