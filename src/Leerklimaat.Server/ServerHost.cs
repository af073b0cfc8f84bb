using System.Net.Sockets;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Binning;
using Leerklimaat.Server.Cluster;
using Leerklimaat.Server.Composing;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Dots;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Expecting;
using Leerklimaat.Server.Keeping;
using Leerklimaat.Server.Following;
using Leerklimaat.Server.FollowUps;
using Leerklimaat.Server.Helping;
using Leerklimaat.Server.Inviting;
using Leerklimaat.Server.Joining;
using Leerklimaat.Server.Laying;
using Leerklimaat.Server.Leading;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Mirroring;
using Leerklimaat.Server.Operating;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Parting;
using Leerklimaat.Server.Paper;
using Leerklimaat.Server.People;
using Leerklimaat.Server.Playing;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Postgres;
using Leerklimaat.Server.Programmes;
using Leerklimaat.Server.Questions;
using Leerklimaat.Server.Reading;
using Leerklimaat.Server.Rehearsals;
using Leerklimaat.Server.Reports;
using Leerklimaat.Server.Settings;
using Leerklimaat.Server.Steering;
using Leerklimaat.Server.Tables;
using Leerklimaat.Server.Texts;
using Leerklimaat.Server.Workshops;
using Microsoft.AspNetCore.Connections;

namespace Leerklimaat.Server;

/// <summary>The server, put together: what it is made of, and how a request goes through it.</summary>
public static class ServerHost
{
    /// <param name="adjust">For tests: changes what the server is made of.</param>
    /// <returns>Nothing when it cannot start; what is wrong has been said in one sentence.</returns>
    public static WebApplication? Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(ServerHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
            builder.AddSettings(out var settings);
            builder.AddPorts(settings);
            builder.AddDecks(settings);
            builder.AddJournal(settings);
            builder.AddKeeping(settings);
            builder.AddPostgres(settings);
            builder.AddCluster(settings);
            builder.AddPeople(settings);
            builder.AddProxies(settings);
            builder.AddDoors();
            builder.AddGate();
            builder.AddHealth();
            builder.AddTelemetry();
            builder.AddTexts();
            builder.AddPages();
            builder.AddLive(settings);
            builder.AddWorkshops();
            builder.AddTables();
            builder.AddPlaying();
            builder.AddQuestions();
            builder.AddReports();
            builder.AddReading();
            builder.AddPlenary();
            builder.AddDots();
            builder.AddProgrammes();
            builder.AddHelping();
            builder.AddJoining();
            builder.AddFollowing();
            builder.AddParting();
            builder.AddSteering();
            builder.AddLeading();
            builder.AddLaying();
            builder.AddExpecting();
            builder.AddComposing();
            builder.AddInviting();
            builder.AddPaper();
            builder.AddRehearsals();
            builder.AddBinning();
            builder.AddFollowUps();
            adjust?.Invoke(builder);

            var app = builder.Build();
            // Opened before anybody is let in: a journal that cannot be used must stop the start, not the first workshop.
            app.Services.GetRequiredService<IEventStore>();
            app.Services.GetRequiredService<ScriptShelf>();
            app.UseGate();
            app.MapHealth();
            app.MapHouseStyle();
            app.MapLanguages().Behind(Door.Anybody);
            app.MapPlaying();
            app.MapHelping();
            app.MapMirroring();
            app.MapJoining();
            app.MapSteering();
            app.MapLeading();
            app.MapLaying();
            app.MapExpecting();
            app.MapComposing();
            app.MapProgrammes();
            app.MapFollowing();
            app.MapParting();
            app.MapInviting();
            app.MapBinning();
            app.MapFollowUps();
            app.MapQuestions();
            app.MapReading();
            app.MapPlenary();
            app.MapDots();
            app.MapPaper();
            app.MapRehearsals();
            app.Lifetime.ApplicationStarted.Register(() => _ = FirstWorkshop.Announce(app));
            return app;
        }
        catch (Exception cannotStart) when (cannotStart is BrokenDeckException or BrokenProgrammeException or BrokenScriptException or StoreUnavailableException or SettingsException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"Leerklimaat cannot start. {cannotStart.Message}");
            return null;
        }
    }

    /// <returns>What the process ends with: 0 when it was stopped, 1 when it could not listen where it was told to.</returns>
    public static async Task<int> Run(WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (Exception cannotListen) when (cannotListen is IOException { InnerException: AddressInUseException } or SocketException)
        {
            Console.Error.WriteLine($"Leerklimaat cannot start. {Ports.Sentence(cannotListen)}");
            return 1;
        }
    }
}
