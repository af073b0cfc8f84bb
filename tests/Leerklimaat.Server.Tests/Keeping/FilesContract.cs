using System.Text;
using Leerklimaat.Server.Keeping;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Keeping;

/// <summary>What is kept beside the journal, wherever it lies. One suite for the data folder and for PostgreSQL.</summary>
[Rule("L1"), Rule("K4")]
public abstract class FilesContract
{
    protected abstract IFiles Files { get; }

    protected AClock Clock { get; } = new();

    [Fact]
    public async Task What_is_not_there_is_nothing()
    {
        Assert.Null(await Files.Read("kept", "niets"));
        Assert.Empty(await Files.List("kept"));
        await Files.Remove("kept", "niets");
        await Files.Remove("pictures");
    }

    [Fact]
    public async Task What_is_changed_is_read_back_byte_for_byte_with_its_time()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        await Files.Change("pictures/een", "a.png", known =>
        {
            Assert.Null(known);
            return all;
        });
        Assert.Equal(all, await Files.Read("pictures/een", "a.png"));
        Clock.Advance(TimeSpan.FromHours(1));
        var before = Clock.GetUtcNow();
        Assert.Equal([1, 2], await Files.Change("pictures/een", "a.png", known => known!.Length == 256 ? [1, 2] : []));
        var (folder, name, written) = Assert.Single(await Files.List("pictures"));
        Assert.Equal(("pictures/een", "a.png"), (folder, name));
        Assert.InRange(written, before - TimeSpan.FromMilliseconds(1), Clock.GetUtcNow());
    }

    [Fact]
    public async Task Many_who_change_one_file_at_once_overwrite_nobody()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => Files.Change("kept", "samen", before => [.. before ?? [], 1]))));
        Assert.Equal(40, (await Files.Read("kept", "samen"))!.Length);
    }

    [Fact]
    public async Task A_change_that_fails_leaves_all_as_it_was()
    {
        await Files.Change("kept", "een", _ => [1]);
        await Assert.ThrowsAsync<FormatException>(() => Files.Change("kept", "een", _ => throw new FormatException()));
        Assert.Equal([1], await Files.Read("kept", "een"));
        Assert.Equal([2], await Files.Change("kept", "een", _ => [2]));
    }

    [Fact]
    public async Task A_folder_takes_no_more_than_it_may_also_of_many_at_once()
    {
        var kept = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => Files.Add($"pictures/{number % 4}", $"{number}.png", new byte[100], ($"pictures/{number % 4}", 300), ("pictures", 1_000)))));
        Assert.Equal(10, kept.Count(full => full is null));
        Assert.All(kept.OfType<string>(), full => Assert.StartsWith("pictures", full, StringComparison.Ordinal));
        Assert.Equal(10, (await Files.List("pictures")).Count);
        Assert.InRange((await Files.List("pictures/1")).Count, 0, 3);
    }

    [Fact]
    public async Task A_folder_is_removed_with_what_is_in_it_and_nothing_else_is()
    {
        foreach (var folder in new[] { "pictures/een", "pictures/eentje", "pictures/twee" }) await Files.Change(folder, "a.png", _ => Encoding.UTF8.GetBytes(folder));
        await Files.Remove("pictures/een");
        Assert.Equal(["pictures/eentje", "pictures/twee"], (await Files.List("pictures")).Select(file => file.Folder).Order());
        await Files.Remove("pictures/twee", "a.png");
        Assert.Equal("pictures/eentje", Assert.Single(await Files.List("pictures")).Folder);
    }
}
