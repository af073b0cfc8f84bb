namespace Leerklimaat.Load;

/// <summary>A table of phones that takes one action after another.</summary>
public abstract class LoadedTable(IReadOnlyList<Phone> phones)
{
    public IReadOnlyList<Phone> Phones => phones;

    /// <summary>The next action of this table, by whoever's turn it is.</summary>
    /// <returns>The version that all screens must show.</returns>
    public abstract Task<long> Act();

    public void Leave()
    {
        foreach (var phone in phones) phone.Dispose();
    }
}

/// <summary>A table on the bare server: everybody in turn sends a number.</summary>
public sealed class BareTable(int id, IReadOnlyList<Phone> phones) : LoadedTable(phones)
{
    private int next;

    public static async Task<IReadOnlyList<LoadedTable>> OpenAll(Network network, int tables, int players) =>
        await Task.WhenAll(Enumerable.Range(0, tables).Select(number => Open(network, number, players)));

    private static async Task<LoadedTable> Open(Network network, int id, int players)
    {
        var phones = Enumerable.Range(0, players).Select(_ => network.NewPhone()).ToList();
        await Task.WhenAll(phones.Select(phone => phone.Listen($"/tables/{id}/live")));
        return new BareTable(id, phones);
    }

    public override async Task<long> Act() => (await Phones[next++ % Phones.Count].Ask($"/tables/{id}/actions", ("square", $"{next % 5 + 1}"))).Version;
}
