using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.ObjectPool;

namespace Leerklimaat.Server.Pages;

/// <summary>Hands out what draws, and knows how each kind of markup is made.</summary>
public sealed class Pens : IPooledObjectPolicy<RenderTreeBuilder>
{
    private readonly ConcurrentDictionary<Type, MarkupKind> kinds = new();
    private readonly IServiceProvider services;
    private readonly ObjectPool<RenderTreeBuilder> resting;

    public Pens(IServiceProvider services)
    {
        this.services = services;
        resting = new DefaultObjectPool<RenderTreeBuilder>(this);
    }

    /// <summary>To be given back by disposing of it.</summary>
    public RenderTreeBuilder Take() => resting.Get();

    internal void GiveBack(RenderTreeBuilder builder) => resting.Return(builder);

    internal MarkupKind Of(Type type) => kinds.GetOrAdd(type, static (one, from) => new(one, from), services);

    RenderTreeBuilder IPooledObjectPolicy<RenderTreeBuilder>.Create() => new(this);

    bool IPooledObjectPolicy<RenderTreeBuilder>.Return(RenderTreeBuilder builder)
    {
        builder.Clear();
        return true;
    }
}
