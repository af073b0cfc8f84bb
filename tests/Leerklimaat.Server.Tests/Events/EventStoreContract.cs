using System.Text;
using Leerklimaat.Server.Events;

namespace Leerklimaat.Server.Tests.Events;

/// <summary>What every event store must do. One suite for each of them.</summary>
[Rule("L1")]
public abstract class EventStoreContract
{
    protected abstract IEventStore Store { get; }

    [Fact]
    public async Task What_was_written_is_read_back_in_order_byte_for_byte()
    {
        await Store.Append("table/1", 0, [Event("één 🎉"), Event("twee")]);
        await Store.Append("table/1", 2, [Event("drie")]);

        var read = await Store.Read("table/1");
        Assert.Equal(["één 🎉", "twee", "drie"], read.Select(Text));
        Assert.All(read, stored => Assert.Equal((Command, Monday), (stored.Command, stored.At)));
    }

    [Fact]
    public async Task What_was_written_is_counted()
    {
        await Store.Append("table/1", 0, [Event("een"), Event("twee")]);
        await Store.Append("table/2", 0, [Event("drie")]);
        foreach (var (stream, count) in new[] { ("table/1", 2), ("table/2", 1), ("table/404", 0) }) Assert.Equal(count, await Store.Count(stream));
    }

    [Fact]
    public async Task An_unknown_stream_is_empty() => Assert.Empty(await Store.Read("table/404"));

    [Fact]
    public async Task Who_writes_second_is_told_so_and_nothing_of_it_is_stored()
    {
        await Store.Append("table/1", 0, [Event("eerst")]);
        await Assert.ThrowsAsync<VersionConflictException>(() => Store.Append("table/1", 0, [Event("te laat"), Event("ook te laat")]));

        Assert.Equal(["eerst"], (await Store.Read("table/1")).Select(Text));
    }

    [Fact]
    public async Task A_gap_is_a_conflict_too() =>
        await Assert.ThrowsAsync<VersionConflictException>(() => Store.Append("table/1", 3, [Event("zwevend")]));

    [Fact]
    public async Task A_conflict_fails_alone_while_the_others_land()
    {
        await Store.Append("table/1", 0, [Event("eerst")]);
        var appends = Enumerable.Range(1, 200).Select(number => Store.Append(number == 100 ? "table/1" : $"table/n{number}", 0, [Event($"{number}")])).ToList();

        await Assert.ThrowsAsync<VersionConflictException>(() => Task.WhenAll(appends));
        Assert.Equal(199, appends.Count(append => append.IsCompletedSuccessfully));
        Assert.Single(await Store.Read("table/n200"));
    }

    [Fact]
    public async Task Appends_to_one_stream_that_wait_together_both_land()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(version => Store.Append("table/1", version, [Event($"{version}")])).ToList());
        Assert.Equal(Enumerable.Range(0, 50).Select(version => $"{version}"), (await Store.Read("table/1")).Select(Text));
    }

    [Fact, Rule("W9")]
    public async Task What_is_removed_is_gone_for_good_and_nothing_else_is()
    {
        await Store.Append("table/1", 0, [Event("weg"), Event("ook weg")]);
        await Store.Append("table/2", 0, [Event("weg")]);
        await Store.Append("table/3", 0, [Event("blijft")]);
        await Store.Delete(["table/1", "table/2", "table/404"]);

        Assert.Empty(await Store.Read("table/1"));
        Assert.Empty(await Store.Read("table/2"));
        Assert.Single(await Store.Read("table/3"));
        await Store.Append("table/1", 0, [Event("nieuw")]);
        Assert.Equal(["nieuw"], (await Store.Read("table/1")).Select(Text));
    }

    protected static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    protected static readonly Guid Command = new("00000000-0000-0000-0000-00000000000c");

    protected static StoredEvent Event(string text) => new(Encoding.UTF8.GetBytes(text), Command, Monday);

    protected static string Text(StoredEvent stored) => Encoding.UTF8.GetString(stored.Body.Span);
}
