using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Leerklimaat.Server.Live;

/// <summary>Draws regions with the same components that drew them in the page.</summary>
public sealed class Drawing(IServiceProvider services, ILoggerFactory loggers)
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

    // Our components draw at once and never wait, so the task is complete when it is given back.
    private byte[] Html(Region region) => Render(region).GetAwaiter().GetResult();

    private async Task<byte[]> Render(Region region)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var view = ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = region.View });
            var root = await renderer.RenderComponentAsync(region.Component, view);
            return Encoding.UTF8.GetBytes($"<template hx type=\"partial\" hx-target=\"#{region.Target}\" hx-swap=\"innerMorph\">{OnOneLine(root.ToHtmlString())}</template>");
        });
    }

    /// <summary>
    /// A message of the stream is one line. Line ends in what people wrote are drawn as character references, so those that stand here are the
    /// components' own, with the indentation behind them; to a browser they are one space.
    /// </summary>
    private static string OnOneLine(string html)
    {
        var line = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length; at++)
        {
            if (html[at] is not ('\n' or '\r')) line.Append(html[at]);
            else
            {
                while (at + 1 < html.Length && char.IsWhiteSpace(html[at + 1])) at++;
                line.Append(' ');
            }
        }

        return line.ToString();
    }

    /// <summary>Draws in a reader's language while it lasts.</summary>
    private readonly ref struct Reading
    {
        private readonly CultureInfo before = CultureInfo.CurrentUICulture;

        public Reading(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        public void Dispose() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
    }
}
