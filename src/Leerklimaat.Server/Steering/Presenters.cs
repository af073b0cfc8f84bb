using Leerklimaat.Domain.Reports;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Steering;

/// <summary>Who leads, on the small page with two buttons.</summary>
public sealed record Presenters(WorkshopId Workshop, string Language, TimeProvider Time) : WholeWorkshop(Workshop, Language)
{
    protected override Fragment Draw(Workshop workshop, IReadOnlyDictionary<TableId, Table> states, Publications shown, long version) =>
        new([Region.Of<PresenterBoard>("presenter", SteeringView.Of(Workshop, workshop, states.Values, Time.GetUtcNow()))], version);
}
