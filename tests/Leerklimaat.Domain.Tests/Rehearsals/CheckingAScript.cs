using Leerklimaat.Domain.Rehearsals;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Tests;

namespace Leerklimaat.Domain.Tests.Rehearsals;

public class CheckingAScript : ARehearsal
{
    [Fact, Rule("W11")]
    public void A_good_script_has_no_findings() => Assert.Empty(Script.Check(Deck));

    [Fact, Rule("W11")]
    public void Every_factor_has_notes_of_every_kind() => Finds("tijd", Script with { Notes = [.. Script.Notes.Where(note => note is not { Factor: "tijd", Kind: NoteKind.Need })] });

    [Fact, Rule("W11")]
    public void A_note_belongs_to_a_factor_of_the_deck() => Finds("moed", Script with { Notes = [.. Script.Notes, new("moed", NoteKind.Green, "Dapper.")] });

    [Fact, Rule("W11")]
    public void Nothing_is_longer_than_people_may_write()
    {
        Finds(new('a', 281), Script with { Notes = [.. Script.Notes, new("tijd", NoteKind.Green, new('a', 281))] });
        Finds(new('a', 61), Script with { Words = [.. Script.Words, new('a', 61)] });
        Finds(new('a', 281), Script with { TakeAlongs = [.. Script.TakeAlongs, new('a', 281)] });
        Finds(new('a', 41), Script with { Names = [.. Script.Names, new('a', 41)] });
    }

    [Fact, Rule("W11")]
    public void There_is_enough_for_a_whole_table_and_nothing_twice()
    {
        Finds("names", Script with { Names = ["Sanne"] });
        Finds("WordCloud", Script with { Words = ["tijd"] });
        Finds("Rust.", Script with { Answers = [.. Script.Answers, "Rust.", "Rust."] });
    }

    [Fact, Rule("W11")]
    public void On_a_factor_that_it_does_not_know_it_has_something_to_say() => Assert.NotEmpty(Script.NotesOn("moed", NoteKind.Green));

    private static void Finds(string where, Script script) => Assert.Contains(script.Check(Deck), finding => finding.Where == where);
}
