using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;

namespace Leerklimaat.Server.Workshops;

/// <summary>What every room needs that has to do with a workshop as a whole.</summary>
public static class WorkshopParts
{
    public static void AddWorkshops(this WebApplicationBuilder builder) => builder.Services
        .AddWatched<Workshop, WorkshopCommand, IWorkshopGrain>(WorkshopGrain.Folding, namesOthers: true)
        .AddSingleton<PartViews>().AddSingleton<Leaders>().AddSingleton<WorkshopStates>().AddSingleton<LinkBook>();
}
