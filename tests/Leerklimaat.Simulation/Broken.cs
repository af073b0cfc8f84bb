using Leerklimaat.Domain;
using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Simulation;

/// <summary>What is made wrong on purpose, to see that it is found.</summary>
public enum Broken
{
    Nothing,

    /// <summary>The journal answers before it stores.</summary>
    AnswersBeforeItStores,

    /// <summary>Players are shown the pawns that lie face down.</summary>
    ShowsWhatLiesFaceDown,

    /// <summary>What is published has the numbers of each table, however few sit there.</summary>
    PublishesEachTable,

    /// <summary>What somebody keeps to themselves is told as if they shared it.</summary>
    TellsWhatIsPrivate,
}

/// <summary>Those who see a table as if its pawns were turned over.</summary>
public sealed record Peeking(Audience Honest, Guid Table) : Audience(Honest.Language)
{
    public override TimeSpan Pace => Honest.Pace;

    public override IEnumerable<Subject> Subjects(Newest newest) => Honest.Subjects(newest);

    public override Fragment? Draw(Newest newest)
    {
        if (newest.Of<Table>(Table, out var version) is not { Round: { IsPlacing: true } round, Setting: { } setting } table) return Honest.Draw(newest);

        var turned = new Newest();
        turned.Keep(Subject.Of<Table>(Table), version, version, table with { Round = round with { Phase = Phase.Telling } });
        if (newest.Of<Workshop>(setting.Workshop, out version) is { } workshop) turned.Keep(Subject.Of<Workshop>(setting.Workshop), version, version, workshop);
        return Honest.Draw(turned);
    }
}

/// <summary>Publications in which anybody can be found.</summary>
public static class Indiscreet
{
    public static readonly Kind<Publications, PublicationCommand, PublicationEvent> Kind = Kinds.Publications with { Decide = Decide };

    private static Decision<PublicationEvent> Decide(Publications publications, PublicationCommand command) =>
        (PublicationEvent[])[.. Publications.Decide(publications, command).Events, .. ((ShowGroups)command).Cards.SelectMany(card => card.Pawns.GroupBy(pawn => pawn.Table).Select(table => new GroupShown(card.Card, Sample.All, table.Key, [.. table])))];
}
