using System.Globalization;
using Leerklimaat.Domain.OwnDecks;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Decks;
using Leerklimaat.Server.Events;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Leerklimaat.Server.Doors;

/// <summary>Each door as a policy, and none as a closed one: an address without a policy lets nobody in.</summary>
public static class Policies
{
    public static void AddDoors(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Folding<CodeOwner>>(CodeGrain.Folding).AddSingleton<CodeBook>().AddSingleton<LiveLink>().AddSingleton<OwnTables>().AddSingleton<Porter>().AddSingleton<DeckKeys>().AddSingleton<DeckPorter>().AddSingleton<IPorter>(services => services.GetRequiredService<Porter>()).AddSingleton<Refusals>();
        builder.Services.AddSingleton<IAuthorizationHandler, AtTheDoor>().AddSingleton<IAuthorizationMiddlewareResultHandler, BehindTheDoor>();
        builder.Services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, VisitorScheme>(VisitorScheme.Name, null)
            .AddScheme<AuthenticationSchemeOptions, FacilitatorScheme>(FacilitatorScheme.Name, null);
        builder.Services.AddAuthorization(policies =>
        {
            foreach (var door in Enum.GetValues<Door>()) policies.AddPolicy(door.ToString(), policy => policy.AddAuthenticationSchemes(door.IsAtATable() ? [VisitorScheme.Name] : [VisitorScheme.Name, FacilitatorScheme.Name]).AddRequirements(new MayPass(door)));
            policies.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
            policies.FallbackPolicy = policies.DefaultPolicy;
        });
    }

    public static TBuilder Behind<TBuilder>(this TBuilder addresses, Door door) where TBuilder : IEndpointConventionBuilder => addresses.RequireAuthorization(door.ToString());
}

/// <summary>One may pass this door.</summary>
public sealed record MayPass(Door Door) : IAuthorizationRequirement;

/// <summary>Has the porter look who stands there.</summary>
public sealed class AtTheDoor(Porter porter, DeckPorter decks) : AuthorizationHandler<MayPass, HttpContext>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, MayPass requirement, HttpContext resource)
    {
        var entrance = requirement.Door.IsAtADeck() ? await decks.Meet(resource, requirement.Door) : await porter.Meet(resource, requirement.Door, context.User);
        resource.Features.Set(entrance);
        if (entrance.Admission == Admission.In) context.Succeed(requirement);
    }
}

/// <summary>Lets in, or says in a sentence why not. What is behind a door is for this one reader and kept by no browser and no proxy.</summary>
public sealed class BehindTheDoor(Refusals refusals, DeckShelf shelf) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        // An address that is not there is nobody's; the answer to it is written further on.
        if (context.GetEndpoint() is null)
        {
            await next(context);
            return;
        }

        if (Entrance.Find(context) is { } entrance)
        {
            context.Response.Headers.CacheControl = "no-store";
            // What a workshop keeps of its deck is there before anything is drawn of it.
            shelf.Lay(entrance.Workshop);
            if (entrance.Workshop.Exists) Tongues.Here = new(entrance.Workshop.Language, shelf.LanguageOf(entrance.Workshop.Played, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
            if (entrance.Deck is { Deck.Draft: { } draft }) Tongues.Here = new(draft.Language, draft.Language);
            if (authorizeResult.Succeeded) await next(context);
            else await (await refusals.Answer(entrance, context)).ExecuteAsync(context);
        }
        // Without a policy nobody comes in; a test fails on such an address.
        else await Troubles.Say(context, "NotFound", StatusCodes.Status404NotFound);
    }
}
