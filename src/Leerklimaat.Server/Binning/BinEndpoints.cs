using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Binning;

/// <summary>Laying a workshop in the bin, and taking it out again.</summary>
public static class BinEndpoints
{
    public static void AddBinning(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<Folding<Bin>>(BinGrain.Folding).AddSingleton<BinDesk>().AddSingleton<ISign>(services => services.GetRequiredService<BinDesk>()).AddSingleton<IConsequence, LayingInTheBin>().AddSingleton<BinSweep>().AddHostedService(services => services.GetRequiredService<BinSweep>());

    public static void MapBinning(this IEndpointRouteBuilder app)
    {
        var bin = app.MapGroup("/workshops/{id:guid}/bin").Behind(Door.KeepsTheBin);
        bin.MapGet("", (HttpContext http, BinDesk desk) => desk.Show(http));
        bin.MapPost("", (Guid id, HttpContext http, BinDesk desk) => desk.Ask(new(id), http, at => new BinWorkshop(at)));
        bin.MapPost("/restorations", (Guid id, HttpContext http, BinDesk desk) => desk.Ask(new(id), http, at => new RestoreWorkshop(at)));
    }
}
