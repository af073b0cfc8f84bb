using System.Globalization;
using System.Text;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Following;

/// <summary>The workshop as plain text, as it grows: the parts that were shown and what the tables played. Nothing that is still hidden.</summary>
public sealed class Transcript(IGrainFactory grains, Leaders leaders, TableViews tables, DeckShelf shelf, IStringLocalizer<Phrases> say)
{
    public async Task<string> Of(WorkshopId id, Workshop workshop)
    {
        var text = new StringBuilder().AppendLine(workshop.Title).AppendLine(new string('=', Math.Max(3, workshop.Title.Length))).AppendLine();
        if (workshop.Purpose.Occasion.Length > 0) text.AppendLine(CultureInfo.InvariantCulture, $"{say["Purpose.Occasion"]}: {workshop.Purpose.Occasion.ReplaceLineEndings(" ")}").AppendLine();
        if (workshop.Purpose.Goal.Length > 0) text.AppendLine(CultureInfo.InvariantCulture, $"{say["Purpose.Goal"]}: {workshop.Purpose.Goal.ReplaceLineEndings(" ")}").AppendLine();
        if (workshop.Reached < 0 && workshop.Game == GameState.NotOpened) text.AppendLine(say["Transcript.Nothing"]);
        for (var place = 0; place <= workshop.Reached; place++)
        {
            var part = workshop.Programme[place];
            text.AppendLine(CultureInfo.InvariantCulture, $"{place + 1}. {part.Title}").AppendLine();
            if (part.Text.Length > 0) text.AppendLine(part.Text).AppendLine();
            if (part.Kind == PartKind.Game) await Play(text, workshop);
            if (QuestionViews.KindOf(part) is not null) await Answer(text, part);
        }

        if (workshop.Programme.IsEmpty) await Play(text, workshop);
        return text.ToString();
    }

    /// <summary>What people answered, without what they keep to themselves.</summary>
    private async Task Answer(StringBuilder text, Part part)
    {
        var question = (await grains.GetGrain<IQuestionGrain>(part.Id.Value).Look()).State.WithoutRehearsal;
        if (question.Kind.IsChoosing()) Choose(text, question);
        foreach (var one in question.RoomQuestions(question.Seconds)) text.AppendLine(CultureInfo.InvariantCulture, $"- {one.Text.ReplaceLineEndings(" ")}{(say.AboutRoomQuestion(one) is { Length: > 0 } about ? $" ({about})" : "")}");
        if (question.Kind == AnswerKind.RoomQuestions)
        {
            if (!question.LetThrough.IsEmpty) text.AppendLine();
            return;
        }

        foreach (var reply in question.Replies.Where(reply => !reply.IsHidden)) text.AppendLine(CultureInfo.InvariantCulture, $"- {reply.Text.ReplaceLineEndings(" ")}{(reply.Count > 1 ? $" ({reply.Count} ×)" : "")}");
        if (question.Replies.Any()) text.AppendLine();
    }

    private void Choose(StringBuilder text, Question question)
    {
        var result = ChoiceResult.Of(question, question.Result);
        if (result.NearlyAll is { } nearly) text.AppendLine(say["Choice.Nearly", say.OptionOf(result, nearly)]);
        foreach (var option in result.Options) text.AppendLine(CultureInfo.InvariantCulture, $"- {say.OptionOf(result, option)}{(say.Told(option) is { Length: > 0 } told ? $": {told}" : "")}");
        if (result.Mean is { } mean) text.AppendLine(say.Mean(mean));
        text.AppendLine(result.MayBeShown ? say["Choice.People", result.People] : say[question.IsResultShown ? "Choice.Withheld" : "Choice.NotShown"]).AppendLine();
    }

    private async Task Play(StringBuilder text, Workshop workshop)
    {
        var deck = shelf.Find(workshop.Played, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        foreach (var (laid, table) in workshop.Tables.Zip(await leaders.TablesOf(workshop)).Where(table => !workshop.IsRehearsed(table.First.Id)))
        {
            foreach (var round in table.Played.Where(round => round.Pile is not null || round is { IsJudged: true, IsHeld: false }))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{say["Table.Number", laid.Number]} · {say.LaidAs(tables.CardOf(round, deck).Text, round.IsReversed, round.Pile)} · {(round.Pile is { } pile ? say.PileName(pile) : say["Case"].Value)}{(round.IsOnPaper ? $" ({say["OnPaper"]})" : "")}");
                foreach (var note in table.NotesOf(round).Where(note => !note.IsWithdrawn)) text.AppendLine(CultureInfo.InvariantCulture, $"  - {say[round.IsJudged ? $"Given.{note.Kind}" : $"Note.{note.Kind}"]}: {note.Text.ReplaceLineEndings(" ")}");
            }
        }

        text.AppendLine();
    }
}
