using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace Leerklimaat.Server.Pages;

/// <summary>What markup of one kind asks of the server, and how its parameters are set; worked out once for each kind.</summary>
internal sealed class MarkupKind
{
    private readonly Action<Markup>[] equip;
    private readonly FrozenDictionary<string, Parameter> parameters;

    public MarkupKind(Type type, IServiceProvider services)
    {
        equip = [.. With<InjectAttribute>(type).Select(property => Equipping(Parameter.Of(type, property), services.GetRequiredService(property.PropertyType)))];
        parameters = With<ParameterAttribute>(type).ToFrozenDictionary(property => property.Name, property => Parameter.Of(type, property));
    }

    public Markup Equip(Markup markup)
    {
        foreach (var one in equip) one(markup);
        return markup;
    }

    public void Set<TValue>(Markup markup, string name, TValue value)
    {
        if (parameters[name] is Parameter<TValue> parameter) parameter.Set(markup, value);
        else parameters[name].Set(markup, (object?)value);
    }

    private static Action<Markup> Equipping(Parameter parameter, object service) => markup => parameter.Set(markup, service);

    private static IEnumerable<PropertyInfo> With<TAttribute>(Type type) where TAttribute : Attribute =>
        type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(property => property.IsDefined(typeof(TAttribute)));

    private abstract class Parameter
    {
        public static Parameter Of(Type type, PropertyInfo property) =>
            (Parameter)Activator.CreateInstance(typeof(Parameter<,>).MakeGenericType(type, property.PropertyType), property)!;

        public abstract void Set(Markup markup, object? value);
    }

    private abstract class Parameter<TValue> : Parameter
    {
        public abstract void Set(Markup markup, TValue value);

        public override void Set(Markup markup, object? value) => Set(markup, (TValue)value!);
    }

    private sealed class Parameter<TMarkup, TValue>(PropertyInfo property) : Parameter<TValue> where TMarkup : Markup
    {
        private readonly Action<TMarkup, TValue> set = property.GetSetMethod(nonPublic: true)!.CreateDelegate<Action<TMarkup, TValue>>();

        public override void Set(Markup markup, TValue value) => set((TMarkup)markup, value);
    }
}
