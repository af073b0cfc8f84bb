using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Leerklimaat.Server.Tests.Events;

/// <summary>A state as plain JSON: everything that it holds, nothing that it works out of that.</summary>
internal static class Canonical
{
    public static JsonNode? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        bool yes => yes,
        int or long or double => JsonValue.Create(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)),
        DateTimeOffset time => time.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        Enum or Guid or TimeSpan or DateOnly => value.ToString(),
        IDictionary map => new JsonArray([.. map.Cast<object>().Select(OfPair).OrderBy(pair => pair["key"]!.ToJsonString(), StringComparer.Ordinal)]),
        IEnumerable many when IsSet(many) => new JsonArray([.. many.Cast<object?>().Select(Of).OrderBy(one => one!.ToJsonString(), StringComparer.Ordinal)]),
        IEnumerable many => new JsonArray([.. many.Cast<object?>().Select(Of)]),
        _ when value.GetType() is { Namespace: { } name } && (name.StartsWith("Leerklimaat.Domain", StringComparison.Ordinal) || name == "System") => OfRecord(value),
        _ => throw new NotSupportedException($"{value.GetType()} in a state"),
    };

    /// <summary>Where these differ. What is only in the newer one was added since and is no difference.</summary>
    public static IEnumerable<string> Differences(JsonNode? before, JsonNode? now, string at = "") => (before, now) switch
    {
        (JsonObject old, JsonObject young) => old.SelectMany(one => young.ContainsKey(one.Key) ? Differences(one.Value, young[one.Key], $"{at}.{one.Key}") : [$"{at}.{one.Key} is gone"]),
        (JsonArray old, JsonArray young) when old.Count == young.Count => old.SelectMany((one, place) => Differences(one, young[place], $"{at}[{place}]")),
        (JsonArray old, JsonArray young) => [$"{at} had {old.Count} and has {young.Count}"],
        _ => JsonNode.DeepEquals(before, now) ? [] : [$"{at} was {before?.ToJsonString() ?? "nothing"} and is {now?.ToJsonString() ?? "nothing"}"],
    };

    private static JsonObject OfPair(object pair) => new()
    {
        ["key"] = Of(pair.GetType().GetProperty("Key")!.GetValue(pair)),
        ["value"] = Of(pair.GetType().GetProperty("Value")!.GetValue(pair)),
    };

    private static JsonObject OfRecord(object value)
    {
        var record = new JsonObject();
        foreach (var field in FieldsOf(value.GetType()).OrderBy(NameOf, StringComparer.Ordinal)) record[NameOf(field)] = Of(field.GetValue(value));
        return record;
    }

    // What a state holds are its fields, also those of private properties; everything else is worked out.
    private static IEnumerable<FieldInfo> FieldsOf(Type? type) => type is null ? [] : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Concat(FieldsOf(type.BaseType));

    private static string NameOf(FieldInfo field) => field.Name.Split('<', '>') is [_, var property, _] ? property : field.Name;

    private static bool IsSet(IEnumerable many) => many.GetType().GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));
}
