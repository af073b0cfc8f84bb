using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Steering;

/// <summary>Who leads, on the small page with two buttons.</summary>
public sealed record Presenters(WorkshopId Workshop, string Language, TimeProvider Time) : Audience(Language)
{
    public override TimeSpan Pace => TimeSpan.FromMilliseconds(20);

    public override IEnumerable<Subject> Subjects(Newest newest) => [Subject.Of<Workshop>(Workshop.Value)];

    public override Fragment? Draw(Newest newest) => newest.Of<Workshop>(Workshop.Value, out var version) is { Exists: true } workshop
        ? new([Region.Of<PresenterBoard>("presenter", SteeringView.Of(Workshop, workshop, Time.GetUtcNow()))], version + workshop.ErasedEvents)
        : null;
}
