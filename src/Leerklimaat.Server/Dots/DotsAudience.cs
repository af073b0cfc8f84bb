using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Workshops;

namespace Leerklimaat.Server.Dots;

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
