using System.Globalization;
using System.Runtime.InteropServices;
using Leerklimaat.Server.Pages;

namespace Leerklimaat.Server.Live;

/// <summary>Draws regions with the same markup that drew them in the page.</summary>
/// <param name="mark">
/// What this process puts behind the version in the id of each message, where there are several; empty when it is alone. Two processes that have heard of the same things heard of them in another order, and one
/// may have passed over what the other told: of a page that comes from another process its version says too little, and it gets everything.
/// </param>
public sealed class Drawing(Pens pens, string mark = "")
{
    /// <summary>The version that a page shows already, by the id of the message that it saw last; below zero when it must get everything.</summary>
    public long Seen(string? id) => id is not null && id.EndsWith(mark, StringComparison.Ordinal) && long.TryParse(id.AsSpan(0, id.Length - mark.Length), CultureInfo.InvariantCulture, out var seen) ? seen : -1;

    /// <param name="before">The frame before this one: what did not change is taken from it and not drawn again.</param>
    /// <returns>Nothing while the states that the audience looks at are not there.</returns>
    public Frame? Frame(Audience audience, Newest newest, Frame? before)
    {
        using var _ = new Reading(audience);
        if (audience.Draw(newest) is not { } fragment) return null;

        ReadOnlySpan<DrawnRegion> known = before is null ? [] : before.Regions.AsSpan();
        var regions = new List<DrawnRegion>(fragment.Regions.Count + known.Length);
        foreach (var region in fragment.Regions) regions.Add(Draw(region, fragment.Version, DrawnRegion.Find(known, region.Target)));
        foreach (var one in known)
        {
            if (one.Region.Lasts && DrawnRegion.Find(CollectionsMarshal.AsSpan(regions), one.Region.Target) is null) regions.Add(one);
        }

        var ownChangedAt = before is not null && before.OwnStamp == fragment.OwnStamp ? before.OwnChangedAt : fragment.Version;
        return new(fragment.Version, fragment.OwnStamp, ownChangedAt, [.. regions], mark);
    }

    /// <summary>What of one page's own part is new to it, in its reader's language: drawn once for all pages of this audience that have the same.</summary>
    /// <param name="shown">What the page shows of it already.</param>
    public (IReadOnlyList<Region> Shown, byte[] News) Own(Audience audience, Func<IReadOnlyList<Region>> regions, Frame frame, IReadOnlyList<Region> shown)
    {
        using var _ = new Reading(audience);
        var now = regions();
        return (now, [.. now.Where(region => !region.Lasts || !shown.Contains(region)).SelectMany(region => frame.Own(region, Html))]);
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
        private readonly Tongues tongues = Tongues.Here;

        public Reading(Audience audience)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(audience.Language);
            Tongues.Here = audience.Tongues;
        }

        public void Dispose()
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
            Tongues.Here = tongues;
        }
    }
}
