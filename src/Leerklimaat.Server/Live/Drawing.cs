using System.Globalization;
using Leerklimaat.Server.Pages;

namespace Leerklimaat.Server.Live;

/// <summary>Draws regions with the same markup that drew them in the page.</summary>
public sealed class Drawing(Pens pens)
{
    /// <param name="before">The frame before this one: what did not change is taken from it and not drawn again.</param>
    /// <returns>Nothing while the states that the audience looks at are not there.</returns>
    public Frame? Frame(Audience audience, Newest newest, Frame? before)
    {
        using var _ = new Reading(audience.Language);
        if (audience.Draw(newest) is not { } fragment) return null;

        var regions = fragment.Regions.Select(region => Draw(region, fragment.Version, before?.Find(region.Target))).ToList();
        var ownChangedAt = before is not null && before.OwnStamp == fragment.OwnStamp ? before.OwnChangedAt : fragment.Version;
        return new(fragment.Version, fragment.OwnStamp, ownChangedAt, regions);
    }

    /// <summary>One page's own part, in its reader's language.</summary>
    public byte[] Own(string language, Func<Region?> region)
    {
        using var _ = new Reading(language);
        return region() is { } own ? Html(own) : [];
    }

    private DrawnRegion Draw(Region region, long version, DrawnRegion? before) =>
        before is not null && before.Region == region ? before : new(region, Html(region), version);

    private byte[] Html(Region region)
    {
        using var pen = pens.Take();
        pen.Write("<template hx type=\"partial\" hx-target=\"#"u8);
        pen.Write(region.Target);
        pen.Write("\" hx-swap=\"innerMorph\">"u8);
        pen.Draw(region.Markup, region.View);
        pen.Write("</template>"u8);
        return pen.Drawn.ToArray();
    }

    /// <summary>Draws in a reader's language while it lasts.</summary>
    private readonly ref struct Reading
    {
        private readonly CultureInfo before = CultureInfo.CurrentUICulture;

        public Reading(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        public void Dispose() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
    }
}
