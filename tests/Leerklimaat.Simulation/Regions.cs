using System.Text.RegularExpressions;

namespace Leerklimaat.Simulation;

/// <summary>The regions in a message of a stream, as htmx takes them.</summary>
public static partial class Regions
{
    public static IEnumerable<(string Target, string Html)> In(string message) => Templates().Matches(message).Select(found => (found.Groups[1].Value, found.Groups[2].Value));

    [GeneratedRegex("""<template hx type="partial" hx-target="#([A-Za-z0-9-]+)"[^>]*>(.*?)</template>""", RegexOptions.Singleline)]
    private static partial Regex Templates();
}
