using System.Security.Cryptography;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Settings;

namespace Leerklimaat.Server.Live;

/// <summary>What keeps pages live, and what a room says of the states that it keeps.</summary>
public static class LiveParts
{
    public static void AddLive(this WebApplicationBuilder builder, ServerSettings settings) => builder.Services
        .AddSingleton<Newest>().AddSingleton(parts => new Drawing(parts.GetRequiredService<Pens>(), Mark(settings)))
        .AddSingleton<Watching>().AddSingleton<OpenStreams>().AddSingleton<StreamMeter>().AddSingleton<LiveFeed>().AddHostedService(services => services.GetRequiredService<LiveFeed>());

    public static IServiceCollection AddWatched<TState, TCommand, TGrain>(this IServiceCollection services, Folding<TState> folding, bool namesOthers = false)
        where TState : class
        where TGrain : IGrainWithGuidKey, IAggregateGrain<TState, TCommand> => services
        .AddSingleton(folding)
        .AddSingleton<Watched<TState>>(parts => new Watched<TState, TCommand, TGrain>(parts.GetRequiredService<IGrainFactory>(), parts.GetRequiredService<ILocalSiloDetails>(), parts.GetRequiredService<Replicas>(), parts.GetRequiredService<ILogger<Watched<TState>>>(), namesOthers))
        .AddSingleton<Watched>(parts => parts.GetRequiredService<Watched<TState>>());

    private static string Mark(ServerSettings settings) => settings.Storage.Length == 0 ? "" : $"-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
}
