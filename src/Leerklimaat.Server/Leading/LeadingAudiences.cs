using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Leading;

/// <summary>Who leads the workshop.</summary>
public sealed record Facilitating(WorkshopId Workshop, string Language, LeadingViews Views) : WholeWorkshop(Workshop, Language)
{
    protected override Fragment Draw(Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version) =>
        Draw(Views.ForFacilitator(Workshop, workshop, states, version: 0), version);

    private static Fragment Draw(FacilitatorView view, long version) => new(
    [
        Region.Of<LeadSaid>("said", view.Said),
        Region.Of<TitleFragment>("title", view.Title),
        Region.Of<StageFragment>("stage", view.Steps),
        Region.Of<ClockFragment>("clock", view.Clock),
        Region.Of<NowFragment>("now", view.Now),
        Region.Of<DoingFragment>("doing", view.Doing),
        Region.Of<RadarBoard>("radar", view.Room),
        Region.Of<PathFragment>("path", view.Path),
        Region.Of<LeadSteps>("steps", view.Steps),
    ], version);
}
