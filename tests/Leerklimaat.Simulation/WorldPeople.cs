using System.Collections.Immutable;
using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Following;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Playing;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Questions;

namespace Leerklimaat.Simulation;

// Who is there: at the tables, at home, before the wall; and who leads them through the programme.
public sealed partial class World
{
    private void Sit(Guid table, string name, string language)
    {
        var phone = Add(name, PageAt);
        var (device, whims, answers, own) = (new DeviceId(ChanceOf($"{name} device").NewId()), new PlayerWhims(ChanceOf($"{name} whims"), Deck, $"{Promises.Secret}-{name}"), AnswersOf(name), ChanceOf($"{name} pace"));
        Acts(own, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(27), () =>
        {
            if (QuestionViews.KindOf(now) is not null) phone.Do(Kinds.Question, now.Id.Value, answers.Next(now));
            else if (now.Kind == PartKind.Plenary && own.Of(.5) && phone.Known<Plenary>(Workshop)?.Dots is { IsOpen: true } dots) phone.Do(Kinds.Plenary, Workshop, answers.Dot(dots, own.Of(Entries)));
            else phone.Do(Kinds.Table, table, whims.Next(phone.Known<Table>(table) ?? Table.Empty, device));
        });

        Audience PageAt(Part part) => QuestionViews.KindOf(part) is not null ? new Answerers(new(Workshop), part.Id, language) : Honest(new TablePlayers(new(table), language, tableViews, partViews));

        Audience Honest(Audience page) => Broken == Broken.ShowsWhatLiesFaceDown ? new Peeking(page, table) : page;
    }

    private void Follow(string name)
    {
        var phone = Add(name, part => QuestionViews.KindOf(part) is not null ? new QuestionFollowers(new(Workshop), part.Id, "nl") : new Followers(new(Workshop), "nl", screenViews));
        var answers = AnswersOf(name);
        Acts(ChanceOf($"{name} pace"), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), () =>
        {
            if (QuestionViews.KindOf(now) is not null) phone.Do(Kinds.Question, now.Id.Value, answers.Next(now));
        });
    }

    private AnswererWhims AnswersOf(string name) => new(ChanceOf($"{name} answers"), $"{Promises.Secret}-{name}", Broken == Broken.TellsWhatIsPrivate);

    private Phone Add(string name, Func<Part, Audience> pageAt, bool sleeps = true)
    {
        var (phone, own) = (new Phone(this, name, PageOf(pageAt(now))), ChanceOf($"{name} rest"));
        phones.Add(phone);
        if (sleeps) Often(Fault.PhoneSleeps, own, () =>
        {
            if (Misfortune.Strikes(Fault.PageReloaded, own)) phone.GoTo(phone.Page);
            phone.Sleep();
            phone.Site.In(own.Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2)), phone.Wake);
            return true;
        });
        moving.Add(part => phone.Site.In(own.Between(TimeSpan.Zero, TimeSpan.FromSeconds(4)), () => phone.GoTo(PageOf(pageAt(part)))));
        return phone;
    }

    private void Lead(TimeSpan time)
    {
        leader = Add("leader", part => QuestionViews.KindOf(part) is not null ? new QuestionOnDesk(new(Workshop), part.Id, "nl") : new LeadingPlenary(new(Workshop), "nl", plenaryViews, HasSteps: false, clock));
        var (whims, own, at) = (new LeaderWhims(ChanceOf("leader whims")), ChanceOf("leader pace"), TimeSpan.Zero);
        foreach (var (part, share) in programme)
        {
            Agenda.In(at, () => GoTo(part));
            at += time * share;
        }

        Acts(own, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(40), () =>
        {
            if (QuestionViews.KindOf(now) is not null) leader.Do(Kinds.Question, now.Id.Value, whims.AtQuestion(leader.Known<Question>(now.Id.Value)));
            else if (own.Of(.2)) Publish();
            else if (now.Kind == PartKind.Plenary && Entries is { Count: > 0 } entries) leader.Do(Kinds.Plenary, Workshop, whims.AtPlenary(leader.Known<Plenary>(Workshop), entries));
        });
    }

    private void GoTo(Part part)
    {
        if (QuestionViews.KindOf(part) is { } kind) leader!.Do(Kinds.Question, part.Id.Value, QuestionViews.Opening(new(Workshop), part, kind, default));
        leader!.Do(Kinds.Workshop, Workshop, new GoToPart(part.Id, default), () =>
        {
            now = part;
            foreach (var go in moving) go(part);
        });
    }

    // What who leads sees is what is published: tables that are not known yet are not in it.
    private void Publish()
    {
        if (leader!.Known<Workshop>(Workshop) is not { } workshop) return;

        var tables = Tables.Select(table => (Id: new TableId(table), State: leader.Known<Table>(table))).Where(table => table.State is not null).ToDictionary(table => table.Id, table => table.State!);
        leader.Do(
            Publications, Workshop,
            new ShowGroups(PlayedCards.Told(workshop, tables), Disclosure.Minimum, workshop.Board, clock.GetUtcNow()) { Stories = PlayedCards.Stories(workshop, tables), Rounds = PlayedCards.Rounds(workshop, tables) },
            Promises.NobodyIsFoundInAReport);
    }

    private IReadOnlyList<EntryId> Entries => Gathering.From(Truth(), new(Workshop)) is { } gathered ? [.. gathered.Entries.Select(entry => entry.Id)] : [];

    private Audience PageOf(Audience whole) => IsDrawn ? whole : new Bare(whole);

    private Audience WallAt(Part part) => QuestionViews.KindOf(part) is not null
        ? new QuestionOnScreen(new(Workshop), part.Id, "nl") : new Wall(new(Workshop), "nl", screenViews, HasSteps: false, IsForeseen: false, clock);

    private Part PartOf(PartKind kind, QuestionKind? question = null) =>
        new(new(luck.NewId()), kind, question, "Wat valt op?", 10, "", "", 0, question?.IsChoosing() == true ? "een\ntwee\ndrie\nvier" : "");

    private void Acts(Chance own, TimeSpan shortest, TimeSpan longest, Action what) => Agenda.In(own.Between(shortest, longest) * (IsDrawn ? 1 : Slower), () =>
    {
        if (!Misfortune.Rests) what();
        Acts(own, shortest, longest, what);
    });
}
