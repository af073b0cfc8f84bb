using Leerklimaat.Domain;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Doors;
using Leerklimaat.Server.Pages;
using Leerklimaat.Server.Texts;
using Microsoft.Extensions.Localization;

namespace Leerklimaat.Server.Joining;

/// <summary>A code that leads nowhere: the first page again, with what was typed still in its field.</summary>
public sealed class UnknownCode(IStringLocalizer<Phrases> say) : ISign
{
    public IResult? For(Entrance at, HttpContext http)
    {
        var typed = http.Request.RouteValues["code"]?.ToString() ?? "";
        return at is { Admission: Admission.Unknown, Door: Door.WithTheCode } && JoinCode.TryRead(typed, out _)
            ? Page.Of(new HomePage { Frame = PageFrame.Of(http), Wrong = say.Why(new(Reason.CodeUnknown)), Typed = typed }, StatusCodes.Status404NotFound)
            : null;
    }
}
