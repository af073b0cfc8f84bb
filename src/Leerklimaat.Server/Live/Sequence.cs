using System.Collections;
using System.Runtime.CompilerServices;

namespace Leerklimaat.Server.Live;

/// <summary>A list that equals another when their items do, so that views can be compared whole.</summary>
[CollectionBuilder(typeof(Sequence), nameof(Sequence.Of))]
public sealed class Sequence<T>(T[] items) : IReadOnlyList<T>, IEquatable<Sequence<T>>
{
    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(Sequence<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.Items);

    public override bool Equals(object? obj) => Equals(obj as Sequence<T>);

    public override int GetHashCode() => items.Aggregate(items.Length, HashCode.Combine);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T[] Items => items;
}

/// <summary>Makes sequences of collection expressions.</summary>
public static class Sequence
{
    public static Sequence<T> Of<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
