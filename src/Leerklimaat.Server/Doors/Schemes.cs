using System.Security.Claims;
using System.Text.Encodings.Web;
using Leerklimaat.Server.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Leerklimaat.Server.Doors;

/// <summary>Knows a browser again by its signed cookie.</summary>
public sealed class VisitorScheme(Visitors visitors, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "visitor", Device = "device";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(visitors.Find(Context) is { } visitor
        ? AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new(Device, visitor.Device.Value.ToString("N"))], Name)), Name))
        : AuthenticateResult.NoResult());
}

/// <summary>Knows by its cookie that a browser leads, or led, the workshop of the address. Whether it still does is the workshop's to say.</summary>
public sealed class FacilitatorScheme(Facilitators facilitators, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "facilitator", Proof = "key-proof";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Guid.TryParse(Request.RouteValues["id"]?.ToString(), out var id) && await facilitators.Known(Context, new(id)) is { } leading
            ? AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new(Proof, leading.KeyProof)], Name)), Name))
            : AuthenticateResult.NoResult();
}
