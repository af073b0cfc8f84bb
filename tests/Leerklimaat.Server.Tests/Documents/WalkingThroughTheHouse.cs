namespace Leerklimaat.Server.Tests.Documents;

/// <summary>Rooms of people use the rooms below them, and each other in one direction only; <c>docs/rooms.md</c> shows how.</summary>
public class WalkingThroughTheHouse
{
    [Fact]
    public void No_room_uses_another_that_is_not_in_its_list()
    {
        var allowed = House.Lower.ToDictionary(room => room.Name, room => room.Uses.ToHashSet());
        foreach (var room in House.Upper) allowed[room.Name] = [.. room.Uses, .. House.Lower.Select(lower => lower.Name)];
        var arrows = RoomsInUse.Arrows();
        Assert.True(arrows.Count > 500, $"Only {arrows.Count} arrows were found: is the code still read?");
        Assert.DoesNotContain(arrows.Concat(RoomsInUse.Imports()), arrow => !allowed[arrow.From].Contains(arrow.To));
    }

    [Fact]
    public void Each_arrow_in_the_list_is_used()
    {
        var used = RoomsInUse.Arrows().Concat(RoomsInUse.Imports()).Select(arrow => (arrow.From, arrow.To)).ToHashSet();
        Assert.DoesNotContain(House.All.SelectMany(room => room.Uses.Select(other => (room.Name, other))), arrow => !used.Contains(arrow));
    }

    [Fact]
    public void A_room_uses_only_what_stands_before_it()
    {
        var before = new HashSet<string>();
        foreach (var room in House.All)
        {
            Assert.Empty(room.Uses.Except(before).Select(used => $"{room.Name} -> {used}"));
            before.Add(room.Name);
        }
    }

    [Fact]
    public void Each_folder_is_a_room_and_each_file_says_in_which_it_lies()
    {
        Assert.Equal(RoomsInUse.Folders().Order(), House.All.Select(room => room.Name).Order());
        Assert.Empty(RoomsInUse.Astray());
    }

    [Fact]
    public void What_keeps_pages_live_knows_no_state_by_name() => Assert.DoesNotContain(RoomsInUse.OfTheDomain("Live"), type => type.Count(character => character == '.') > 2);

    [Fact]
    public void The_document_tells_what_the_code_does()
    {
        var made = RoomsDocument.Of(House.Lower, House.Upper);
        if (Environment.GetEnvironmentVariable("WRITE_DOCUMENTS") == "1") File.WriteAllText(RoomsDocument.Place, made);
        Assert.Equal(made, File.ReadAllText(RoomsDocument.Place));
    }
}
