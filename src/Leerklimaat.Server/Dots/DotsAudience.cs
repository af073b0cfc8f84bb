using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Dots;

/// <summary>Who is at the plenary with a phone: whether dots are set now, and nothing of where.</summary>
public sealed record CalledToDots(WorkshopId Workshop, string Language) : InPlenary(Workshop, Language)
{
    protected override Fragment Draw(Gathered now)
    {
        // How many set a dot and how many lines there are changes all the time, and is nothing that is shown here.
        var dots = PlenaryViews.DotsOf(now, lines: 0) with { People = 0 };
        return new([Region.Of<DotsCall>("dots-call", dots), Region.Of<DotsSaid>("said-dots", dots)], now.Version);
    }
}

/// <summary>Everybody who sets dots. Where the others set theirs is in nothing that they get; their own part comes to each by itself.</summary>
public sealed record SettingDots(WorkshopId Workshop, string Language, PlenaryViews Views) : InPlenary(Workshop, Language)
{
    protected override Fragment Draw(Gathered now)
    {
        var lists = Views.ListsOf(now);
        var dots = PlenaryViews.DotsOf(now, lists.Count) with { People = 0 };
        return new([Region.Of<DotsStatus>("dots-status", dots), Region.Of<FollowBar>("bar", BarView.Of(now.Id, now.Workshop))], now.Version, $"{dots.Round} {dots.IsOpen} {lists.GetHashCode()}");
    }
}
