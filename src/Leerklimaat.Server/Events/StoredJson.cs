using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Events;

/// <summary>How events are written in the journal: JSON with stable names, an id as just its value, nothing that says nothing.</summary>
public static class StoredJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JoinCodeConverter(), new IdConverters(), new JsonStringEnumConverter() },
    };

    /// <summary>An id type is a record struct around one <c>Value</c>; it is stored as that value.</summary>
    private sealed class IdConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert is { IsValueType: true, Namespace: { } name }
            && name.StartsWith("Leerklimaat.Domain", StringComparison.Ordinal)
            && typeToConvert.GetConstructors() is [var only] && only.GetParameters() is [var _];

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        {
            var value = typeToConvert.GetConstructors()[0].GetParameters()[0].ParameterType;
            return (JsonConverter)Activator.CreateInstance(typeof(IdConverter<,>).MakeGenericType(typeToConvert, value))!;
        }
    }

    private sealed class IdConverter<TId, TValue> : JsonConverter<TId> where TId : struct
    {
        private static readonly ConstructorInfo Constructor = typeof(TId).GetConstructors()[0];
        private static readonly Func<TId, TValue> Value = Getter();

        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (TId)Constructor.Invoke([JsonSerializer.Deserialize<TValue>(ref reader, options)]);

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, Value(value), options);

        private static Func<TId, TValue> Getter()
        {
            var property = typeof(TId).GetProperty(Constructor.GetParameters()[0].Name!)!;
            return id => (TValue)property.GetValue(id)!;
        }
    }

    private sealed class JoinCodeConverter : JsonConverter<JoinCode>
    {
        public override JoinCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JoinCode.TryRead(reader.GetString(), out var code) ? code.Value : throw new JsonException("This is not a join code.");

        public override void Write(Utf8JsonWriter writer, JoinCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
