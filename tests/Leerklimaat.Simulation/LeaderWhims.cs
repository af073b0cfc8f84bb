using Leerklimaat.Domain.Plenaries;
using Leerklimaat.Domain.Questions;

namespace Leerklimaat.Simulation;

/// <summary>What who leads does while people answer, and to the lists of the plenary.</summary>
public sealed class LeaderWhims(Chance chance)
{
    private readonly List<EntryId> bundles = [];

    public QuestionCommand AtQuestion(Question? question) => question?.Replies.ToList() is { Count: > 0 } replies && chance.Of(.6)
        ? chance.Of(.6) ? new HideAnswer(chance.Of(replies).Id, default) : new ShowAnswer(chance.Of(replies).Id, default)
        : chance.Below(4) switch { 0 => new FreezeQuestion(default), 1 => new ShowResult(default), _ => new ThawQuestion(default) };

    public PlenaryCommand AtPlenary(Plenary? plenary, IReadOnlyList<EntryId> entries)
    {
        var (one, other) = (chance.Of(entries), chance.Of(entries));
        var dots = plenary?.Dots;
        return chance.Below(16) switch
        {
            0 => new BundleEntries(New(), $"Bundel {chance.Below(100)}", List(), [one, other], default),
            1 when bundles.Count > 0 => new AddToBundle(chance.Of(bundles), [one], default),
            2 => new TakeFromBundle([one], default),
            3 when bundles.Count > 0 => new RenameBundle(chance.Of(bundles), $"Anders {chance.Below(100)}", default),
            4 when bundles.Count > 0 => new DissolveBundle(chance.Of(bundles), default),
            5 => new MoveEntries(List(), [one, other], default),
            6 => new HideEntries([one], default),
            7 => new ShowEntries([one], default),
            8 => new PlanAction(new(chance.NewId(), one, "Wekelijks samen kijken", "team", null, "in maart"), default),
            9 => new AssignQuestion(one, "de directie", default),
            10 => new AnswerQuestion(one, "Ja", default),
            11 => new UndoStep(default),
            12 => new DraftWording(one, "Hoe dan?", default),
            13 => new ApproveWording(one, "Hoe dan?", default),
            14 when dots is { IsOpen: true } => new CloseDots(dots.Number, default),
            _ => new OpenDots((dots?.Number ?? 0) + 1, entries.Count, default),
        };
    }

    private PlenaryList List() => chance.Of(Enum.GetValues<PlenaryList>());

    private EntryId New()
    {
        bundles.Add(EntryId.OfBundle(chance.NewId()));
        return bundles[^1];
    }
}
