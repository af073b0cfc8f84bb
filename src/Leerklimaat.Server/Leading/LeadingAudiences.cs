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

    private static Fragment Draw(FacilitatorView view, long version) => new([Region.Of<NowFragment>("now", view.Now), Region.Of<RadarBoard>("radar", view with { Programme = null, Pace = null })], version);
}
