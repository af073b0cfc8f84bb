using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.FollowUps;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Reading;

/// <summary>The report as tables of data, for who wants to count on.</summary>
public sealed class ReportSheets(IStringLocalizer<Phrases> say, CardOutline cards)
{
    public IEnumerable<Sheet> Of(WorkshopReport report)
    {
        yield return Purpose(report);
        yield return Cards(report);
        yield return Tables(report);
        yield return Factors(report);
        yield return report.HasQuotes ? Notes(report) : NoteCounts(report);
        yield return new("cases", say["Report.Sheet.Cases"], [say["Report.CardId"], say["Case"], say["Report.TableHead"], say["Report.Sheet.HappensNow"], say["Report.Sheet.Asks"], say["Report.What"], say["Report.Text"], say["Report.SignedBy"], say["Given.Taken"]],
            [.. report.Cases.SelectMany(brought => brought.Given.DefaultIfEmpty().Select(given => (IReadOnlyList<object?>)[
                brought.Id.Value, brought.Text, brought.Table, brought.HappensNow, brought.Asks, given is null ? null : say[$"Given.{given.Kind}"].Value, given?.Text, given?.SignedBy, given is null ? null : given.IsTaken ? 1 : 0]))]);
        yield return Lists(report);
        yield return Actions(report);
        yield return Answers(report);
        yield return Questions(report);
        yield return new("waiting", say["Report.Sheet.Waiting"], [say["Report.CardId"], say["Report.Card"], say["Report.FactorId"], say["Report.Tables"]],
            [.. report.Held.Select(card => (IReadOnlyList<object?>)[card.Id.Value, cards.NameOf(card), card.Factor, string.Join(", ", card.Tables)])]);
        yield return new("skipped", say["Report.Sheet.Skipped"], [say["Report.CardId"], say["Report.Card"], say["Report.FactorId"], say["Report.Tables"]],
            [.. report.Skipped.Select(card => (IReadOnlyList<object?>)[card.Id.Value, card.Text, card.Factor, string.Join(", ", card.Tables)])]);
    }

    private Sheet Purpose(WorkshopReport report) => new("purpose", say["Report.Sheet.Purpose"], [say["Report.What"], say["Report.Text"], say["Report.HowMany"]], [.. Came(report), .. PurposeRows(report.Purpose)]);

    private IEnumerable<IReadOnlyList<object?>> Came(WorkshopReport report)
    {
        yield return [say["Report.People"].Value, null, report.People];
        yield return [say["Report.Invited"].Value, null, report.Invited];
        yield return [say["Report.Tables"].Value, null, report.Tables];
        foreach (var (story, count) in report.HasStories ? Counts(report) : []) yield return [say["Report.StoriesTold"].Value, say[$"Told.{story}"].Value, count];
        if (report.Stories is { } told) yield return [say["Report.StoriesTold"].Value, say["Report.People"].Value, told.People];
        if (report.Decisions is { Proposed: > 0 } decisions)
        {
            yield return [say["Report.Decisions"].Value, say["Report.Decisions.Proposed"].Value, decisions.Proposed];
            yield return [say["Report.Decisions"].Value, say["Report.Decisions.Overruled"].Value, decisions.Overruled];
        }

        if (report.Dots != ReportedDots.None) yield return [say["Report.Dots"].Value, say["Report.People"].Value, report.Dots.IsWithheld ? say["Report.Hidden"].Value : report.Dots.People];
    }

    private IEnumerable<(Story Story, object Count)> Counts(WorkshopReport report) => new[] { (Story: Story.HappensAlready, Count: report.Stories?.Already), (Story: Story.NotYet, Count: report.Stories?.NotYet) }
        .Select(one => (one.Story, one.Count ?? (object)(report.Stories?.NearlyAll == one.Story ? say["Nearly"].Value : cards.Hidden(report.HasPublishedStories))));

    private IEnumerable<IReadOnlyList<object?>> PurposeRows(ReportedPurpose purpose)
    {
        yield return [say["Purpose.Occasion"].Value, purpose.Occasion, null];
        yield return [say["Purpose.Goal"].Value, purpose.Goal, null];
        if (purpose.Reached is { } reached)
        {
            yield return [say["Goal.Ask"].Value, say["Report.People"].Value, reached.People];
            foreach (var (choice, count) in Counts(reached)) yield return [say["Goal.Ask"].Value, say[$"Goal.{choice}"].Value, count];
        }
        else if (purpose.WasAsked && purpose.Goal.Length > 0) yield return [say["Goal.Ask"].Value, say["Report.People"].Value, say["Report.Hidden"].Value];

        if (purpose.Aims is { } aims)
        {
            yield return [say["Aims.Title"].Value, say["Report.People"].Value, aims.People];
            foreach (var (aim, count) in Counts(aims)) yield return [say["Aims.Title"].Value, say[$"Aim.{aim}"].Value, count.Exactly ?? (object)say.Told(count)];
        }
        else if (purpose.WasAsked) yield return [say["Aims.Title"].Value, say["Report.People"].Value, say["Report.Hidden"].Value];

        foreach (var why in purpose.Whys) yield return [say["Report.Goal.Whys"].Value, why, null];
    }

    private IEnumerable<(GoalReached Choice, object? Count)> Counts(ReportedReached reached) => Enum.GetValues<GoalReached>().Select(choice => (choice, reached.Counts is { } said
        ? choice switch { GoalReached.Yes => said.Yes, GoalReached.Partly => said.Partly, _ => said.No }
        : (object?)say[choice == reached.NearlyAll ? "Nearly" : "Report.Hidden"].Value));

    private static IEnumerable<(Aim Aim, ToldCount Count)> Counts(ReportedAims aims) => [(Aim.LearnTogether, aims.LearnTogether), (Aim.ExchangeExperience, aims.ExchangeExperience), (Aim.ShareKnowledge, aims.ShareKnowledge)];

    private Sheet Cards(WorkshopReport report)
    {
        IEnumerable<IReadOnlyList<object?>> Rows(CardReport card, Counted? counted, string group)
        {
            if (counted is null)
            {
                if (card.NotIn > 0 && card.Twice is null && card.Once is null && group != say["Report.Group.Twice"]) yield return [card.Factor, card.Id.Value, cards.NameOf(card), group, say["Report.Before"].Value, card.NotIn, .. Enumerable.Repeat<object?>(cards.Hidden(card.IsPublished), report.Board.Squares.Length + 6)];
                yield break;
            }

            yield return Row(counted.Before, say["Report.Before"], null);
            if (counted.After is { } after) yield return Row(after, say["Report.After"], counted.Movement);

            IReadOnlyList<object?> Row(Spread pawns, string when, Movement? moved) => [
                card.Factor, card.Id.Value, cards.NameOf(card), group, when, counted.People, .. Numbers(pawns, report.Board),
                .. Moves(moved), say[$"Closeness.{pawns.Closeness}"].Value];
        }

        return new("cards", say["Report.Sheet.Cards"],
            [say["Report.FactorId"], say["Report.CardId"], say["Report.Card"], say["Report.Group"], say["Report.When"], say["Report.People"], .. ReportOutline.SquaresOf(report.Board), say["DontKnow"],
             say["Report.Median"], say["Report.Up"], say["Report.Down"], say["Report.Same"], say["Report.Closeness"]],
            [.. report.Cards.SelectMany(card => Rows(card, card.Twice, say["Report.Group.Twice"]).Concat(Rows(card, card.Once, say[card.Twice is null ? "Report.Group.All" : "Report.Group.Once"])))]);
    }

    private Sheet Tables(WorkshopReport report) => new("tables", say["Report.Sheet.Tables"],
        [say["Report.CardId"], say["Report.Card"], say["Report.TableHead"], say["Report.Pile"], say["Report.Proposal"], say["Report.Points"], say["Report.Lowest"], say["Report.Highest"], say["Report.N"], .. ReportOutline.SquaresOf(report.Board)],
        [.. report.Cards.SelectMany(card => card.Tables.Select(table => (IReadOnlyList<object?>)[
            card.Id.Value, cards.NameOf(card), table.Table, cards.PileOf(table), .. Points(table),
            .. table.Counted is { } counted ? Numbers(counted.Last, report.Board).Take(report.Board.Squares.Length) : report.Board.Squares.Select(_ => (object?)cards.Hidden(table.IsPublished))]))]);

    private IEnumerable<object?> Points(TableOutcome table) => table.Points is { } points
        ? [table.Proposal is { } pile ? say.PileName(pile) : say["Report.Even"].Value, points.Sum, points.Lowest, points.Highest, points.Counting]
        : Enumerable.Repeat<object?>(cards.WhyNot(table), 5);

    // Numbers stay numbers, so that one can count on.
    // Where nearly everybody stands on one square that is said there, and each other number is about too few people (D4).
    private IEnumerable<object?> Numbers(Spread pawns, Board board) => pawns.Counts is { } counts
        ? [.. counts.Counts.Cast<object?>(), counts.DontKnow, counts.Median]
        : [.. board.Squares.Select((_, index) => say[pawns.NearlyAllOn == index + 1 ? "Nearly" : "Report.Hidden"].Value), say["Report.Hidden"].Value, say["Report.Hidden"].Value];

    private IEnumerable<object?> Moves(Movement? movement) => movement switch
    {
        null => [null, null, null],
        { Moved: { } moved } => [Of(moved.Up), Of(moved.Down), Of(moved.Same)],
        _ => Enum.GetValues<Direction>().OrderBy(direction => direction == Direction.Same).ThenBy(direction => direction)
            .Select(direction => (object?)say[direction == movement.Direction ? $"Direction.{direction}" : "Report.Hidden"].Value),
    };

    private object Of(Amount amount) => amount.Exactly is { } exactly ? exactly : say["Amount.Few"].Value;

    private Sheet Factors(WorkshopReport report) => new("factors", say["Report.Sheet.Factors"],
        [say["Report.FactorId"], say["Report.Factor"], say["Report.N"], .. ReportOutline.SquaresOf(report.Board), say["DontKnow"], say["Report.Median"], say["Report.Closeness"], say["Report.CardsShown"], say["Report.CardsWithheld"]],
        [.. report.Factors.Select(factor => (IReadOnlyList<object?>)[
            factor.Id, factor.Name,
            .. factor.Profile is { } profile
                ? [profile.Counting, .. profile.Distribution.Counts.Cast<object?>(), profile.Distribution.DontKnow, profile.Median, Word(profile.Distribution)]
                : Enumerable.Repeat<object?>(cards.Hidden(factor.IsPublished), report.Board.Squares.Length + 4),
            factor.Shown, factor.Withheld]),
            .. report.NotDiscussed.Select(factor => (IReadOnlyList<object?>)[factor.Id, factor.Name, .. Enumerable.Repeat<object?>(null, report.Board.Squares.Length + 4), 0, 0])]);

    private Sheet Notes(WorkshopReport report) => new("notes", say["Report.Sheet.Notes"],
        [say["Report.CardId"], say["Report.Card"], say["Report.TableHead"], say["Report.NoteKind"], say["Report.Text"], say["Report.SignedBy"]],
        [.. report.Cards.SelectMany(card => card.Notes.Select(note => (IReadOnlyList<object?>)[card.Id.Value, cards.NameOf(card), note.Table, cards.KindOf(note.Kind), note.Text, note.SignedBy]))]);

    private Sheet NoteCounts(WorkshopReport report) => new("notes", say["Report.Sheet.Notes"],
        [say["Report.CardId"], say["Report.Card"], say["Report.Notes.Green"], say["Report.Notes.Need"], say["Report.Notes.Question"]],
        [.. report.Cards.Select(card => (IReadOnlyList<object?>)[card.Id.Value, cards.NameOf(card), card.NoteCounts.Green, card.NoteCounts.Needs, card.NoteCounts.Questions])]);

    private Sheet Lists(WorkshopReport report) => new("lists", say["Report.Sheet.Lists"],
        [say["Report.List"], say["Report.Bundle"], say["Report.What"], say["Report.CardId"], say["Report.Card"], say["Report.Tables"], say["Report.Text"], say["Report.Dots"]],
        [.. Of(report, report.Lists.Present, say["Report.List.Present"]), .. Of(report, report.Lists.ToDevelop, say["Report.List.ToDevelop"]), .. Of(report, report.Lists.Questions, say["Report.List.Questions"])]);

    private IEnumerable<IReadOnlyList<object?>> Of(WorkshopReport report, IEnumerable<ReportedLine> lines, string list) => lines.SelectMany(line => line.Entries.Select(entry => (IReadOnlyList<object?>)[
        list, line.Name, cards.KindOf(entry.Kind), entry.Card.Value, cards.NameOf(entry), string.Join(", ", entry.Tables), entry.Text, line.Dots is { } dots ? dots.Exactly ?? (object)say["Nearly"].Value : report.Dots.IsWithheld ? say["Report.Hidden"].Value : null]));

    private Sheet Actions(WorkshopReport report) => new("actions", say["Report.Sheet.Actions"],
        [say["Report.Action"], say["Report.About"], say["Report.Owner"], say["Report.By"], say["Report.Noticing"], say["FollowUp.State"], say["FollowUp.WhyShort"], say["FollowUp.Noticed"], say["FollowUp.Kind"], say["FollowUp.Goal"]],
        [.. report.Lists.Actions.Select(one => (IReadOnlyList<object?>)[
            one.Action.Text, cards.NameOf(one.About), one.Action.Owner, report.FollowUp.Of(one.Action.Id).MovedTo ?? one.Action.By, one.Action.Noticing, .. Followed(report.FollowUp.Of(one.Action.Id))])]);

    private IEnumerable<object?> Followed(ActionFollowed action) =>
        [say[$"ActionState.{action.State}"].Value, action.Why, action.Noticed, action.Kind == ActionKind.Unsaid ? "" : say[$"ActionKind.{action.Kind}"].Value, action.Goal];

    private Sheet Answers(WorkshopReport report) => new("answers", say["Report.Sheet.Answers"],
        [say["Report.Question"], say["Report.Owner"], say["Report.Answer"]],
        [.. report.Lists.LeftOver.Select(line => (IReadOnlyList<object?>)[cards.NameOf(line), line.LeftOver!.Owner, line.LeftOver.Answer])]);

    private Sheet Questions(WorkshopReport report) => new("questions", say["Report.Sheet.Questions"],
        [say["Report.Question"], say["Report.PeopleAnswered"], say["Report.Text"], say["Report.HowMany"], say["Report.Learned.People"], say["Report.Learned.Answered"], say["Report.Learned.Partly"], say["Report.Learned.NotYet"], say["Choice.MeanPlace"]],
        [.. report.Questions.SelectMany(question => RowsOf(question).Prepend([question.Title, question.People, null, question.IsAboutChoosing && question.Result is null ? say[question.IsResultShown ? "Report.Hidden" : "Choice.NotShown"].Value : null, .. Learned(question), null]))]);

    private IEnumerable<IReadOnlyList<object?>> RowsOf(ReportedQuestion question) =>
    [
        .. question.Replies.Select(reply => Row(question, reply.Text, reply.Count, null)),
        .. question.RoomQuestions.Select(one => Row(question, one.Text, one.Seconds?.Exactly ?? (object?)say.SecondsOf(one), null)),
        .. question.Result is not { } result ? [] : result.Options.Select(option => Row(
            question, say.OptionOf(result, option), option.Recognised is not null ? say.Told(option) : option.Told?.Exactly ?? (object?)(option.Told is { } nearly ? say.Told(nearly) : result.NearlyAll is { } all ? say[option == all ? "Nearly" : "Report.Hidden"].Value : null),
            option.MeanPlace ?? (object?)(option.NearlyAllAt is null && !option.IsMeanWithheld ? null : say.Told(option)))),
    ];

    private static IReadOnlyList<object?> Row(ReportedQuestion question, string text, object? count, object? place) => [question.Title, null, text, count, null, null, null, null, place];

    private IEnumerable<object?> Learned(ReportedQuestion question) => question.Learned switch
    {
        null => Enumerable.Repeat<object?>(question.IsAboutLearning ? say["Report.Hidden"].Value : null, 4),
        { Counts: { } said } learned => [learned.People, said.Answered, said.Partly, said.NotYet],
        var learned => [learned.People, .. Enum.GetValues<Learned>().Select(one => say[one == learned.NearlyAll ? "Nearly" : "Report.Hidden"].Value)],
    };

    private string Word(Distribution pawns) => say[$"Closeness.{Agreement.Word(pawns)}"];
}
