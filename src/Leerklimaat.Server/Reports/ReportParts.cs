using Leerklimaat.Domain.Reports;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Reports;

/// <summary>What a report is made of, and what was published of it.</summary>
public static class ReportParts
{
    public static void AddReports(this WebApplicationBuilder builder) => builder.Services.AddOutlines()
        .AddWatched<Publications, PublicationCommand, IPublicationsGrain>(PublicationsGrain.Folding)
        .AddSingleton<ReportMaker>().AddSingleton<ShowingDesk>().AddSingleton<IConsequence, PublishingAtTheClosing>();

    /// <summary>What puts a report into words, chapter by chapter; it needs texts and nothing else.</summary>
    public static IServiceCollection AddOutlines(this IServiceCollection services) => services
        .AddSingleton<ReportOutline>().AddSingleton<FrontOutline>().AddSingleton<CardOutline>().AddSingleton<ListsOutline>().AddSingleton<QuestionsOutline>().AddSingleton<PurposeOutline>();
}
