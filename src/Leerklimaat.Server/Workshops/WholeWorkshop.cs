using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Workshops;

/// <summary>Those who look at a workshop as a whole: it names its tables, and a change of any of them counts.</summary>
public abstract record WholeWorkshop(WorkshopId Workshop, string Language) : Audience(Language)
{
    // Sixty tables together change all the time; four times a second is as quick as an eye that goes over them.
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(250);

    public override IEnumerable<Subject> Subjects(Newest newest) =>
        [Subject.Of<Workshop>(Workshop.Value), Subject.Of<Publications>(Workshop.Value), .. Tables(newest).Select(table => Subject.Of<Table>(table.Id.Value))];

    public override Fragment? Draw(Newest newest)
    {
        if (newest.Of<Workshop>(Workshop.Value, out var version) is not { Exists: true } workshop) return null;

        version += workshop.ErasedEvents;
        var states = new Dictionary<TableId, Table>();
        foreach (var laid in workshop.Tables)
        {
            if (newest.Of<Table>(laid.Id.Value, out var tableVersion) is { } table) states[laid.Id] = table.AsGiven();
            version += tableVersion;
        }

        var shown = ShownOf(newest, out var shownVersion);
        return Draw(workshop, states, shown, version + shownVersion);
    }

    /// <summary>What was shown of people so far: the garden shows no more of them.</summary>
    protected Publications ShownOf(Newest newest, out long version) => newest.Of<Publications>(Workshop.Value, out version) ?? Publications.Empty;

    protected abstract Fragment Draw(Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version);

    private IEnumerable<WorkshopTable> Tables(Newest newest) => newest.Of<Workshop>(Workshop.Value, out _)?.Tables ?? [];
}
