using System.Globalization;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Parting;

/// <summary>Brings together what is one person's own, from all rooms where they left something, for the browser with which they did.</summary>
public sealed class PartingRoom(IGrainFactory grains, QuestionSeats seats, TableViews tables, PlenaryViews plenary, Gathering gathering, DeckShelf shelf, LiveLink link, TimeProvider time, IStringLocalizer<Phrases> say)
{
    public async Task<IResult> Show(HttpContext http)
    {
        var entrance = Entrance.Of(http);
        return Page.Of(new PartingPage { View = await Of(entrance.Id, entrance.Workshop, entrance.OwnTable, entrance.Visitor!), Frame = PageFrame.Of(http) });
    }

    private async Task<PartingView> Of(WorkshopId id, Workshop workshop, TableId? table, Visitor visitor)
    {
        var own = await seats.Of(id, workshop, visitor);
        // Who followed is not counted as that any more when the link has ended; what they wrote is still theirs.
        if (own.Count == 0) own = [Answering.Follower];
        var state = table is { } sat ? (await grains.GetGrain<ITableGrain>(sat.Value).Look()).State : null;
        var view = new PartingView(id, workshop.Title, workshop.HeldAt?.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) ?? "", IsShared: own.Count > 1 || state?.WasShared(visitor.Device) == true)
        {
            IsClosed = workshop.ClosedAt is not null,
            Until = workshop.IsKeptAt(time.GetUtcNow()) ? workshop.ReadLink!.Until.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) : "",
            Minutes = link.Left(workshop) is { } left ? (int)Math.Ceiling(left.TotalMinutes) : null,
        };
        if (!view.IsShared) view = await WithOwnWords(view, workshop, visitor, own[0]);
        if (state is not null) view = WithTable(view, workshop, state, view.IsShared ? null : visitor);
        return WithWhatWasAgreed(view, await gathering.Now(id));
    }

    private async Task<PartingView> WithOwnWords(PartingView view, Workshop workshop, Visitor visitor, Answering own)
    {
        var asked = workshop.Programme.Take(workshop.Reached + 1).Where(part => QuestionViews.KindOf(part) is not null).ToList();
        var questions = await Task.WhenAll(asked.Select(part => grains.GetGrain<IQuestionGrain>(part.Id.Value).Look()));
        var words = asked.Zip(questions, (part, question) => question.State.OwnOf(own.WriterOf(visitor, part.Id))
            .Where(answer => !answer.IsWithdrawn).OrderBy(answer => answer.Number)
            .Select(answer => (question.State.Kind, Words: new TakenAlong(part.Title, answer.Text, answer.Learned)))).SelectMany(answers => answers).ToLookup(answer => answer.Kind == AnswerKind.LearningQuestion, answer => answer.Words);
        var chosen = asked.Zip(questions).Select(one => new TakenAlong(one.First.Title, say.ChosenBy(one.Second.State, own.WriterOf(visitor, one.First.Id)), null)).Where(one => one.Text.Length > 0);
        return view with { Learning = [.. words[true]], Said = [.. words[false], .. chosen] };
    }

    /// <param name="visitor">Whose notes are looked for; nothing on a device that several share.</param>
    private PartingView WithTable(PartingView view, Workshop workshop, Table table, Visitor? visitor)
    {
        var deck = shelf.Find(workshop.Played, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        return view with
        {
            Table = table.Setting?.Number ?? 0,
            Cards = [.. table.Played.Where(round => round is { Pile: not null, Kind: not RoundKind.Practice }).Select(round => new TakenCard(tables.CardOf(round, deck), round.Pile!.Value))],
            Taken = visitor is null ? [] :
            [
                .. table.Played.Where(round => round is { IsJudged: true, IsHeld: false } && table.Holds(visitor.Device, round.Case!.Bringer))
                    .Select(round => new TakenNotes(tables.CardOf(round, deck), [.. TableViews.GivenTo(table, round).Where(given => given.IsTaken).Select(given => given.Note)])).Where(one => one.Notes.Count > 0),
            ],
            Notes = visitor is null ? [] :
            [
                .. table.Rounds
                    .Select(round => new TakenNotes(tables.CardOf(round, deck), [.. table.NotesOf(round).Where(note => !note.IsWithdrawn && note.Proof == visitor.ProofFor(note.Id)).Select(note => new NoteView(note.Id.Value, note.Kind, note.Text, note.SignedBy))]))
                    .Where(card => card.Notes.Count > 0),
            ],
        };
    }

    private PartingView WithWhatWasAgreed(PartingView view, Gathered now)
    {
        var lines = now.Lists.All.Where(line => line.Actions.Length > 0 || line.LeftOver is { Owner.Length: > 0 } or { Answer.Length: > 0 }).Select(line => plenary.EntryOf(now, line.Id)!).ToLookup(line => line.Actions.Count > 0);
        return view with { Agreed = [.. lines[true]], Answered = [.. lines[false]] };
    }
}
