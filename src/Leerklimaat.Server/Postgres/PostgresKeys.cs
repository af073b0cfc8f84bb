using System.Text;
using System.Xml.Linq;
using Leerklimaat.Server.Keeping;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Leerklimaat.Server.Postgres;

/// <summary>The keys that sign cookies, the same for every process: a cookie that one gave is read by each.</summary>
public sealed class PostgresKeys(PostgresFiles files) : IXmlRepository
{
    private const string Folder = "keys";

    // The framework asks for them at the start and once a day, and can wait in no other way.
    public IReadOnlyCollection<XElement> GetAllElements() => Read().GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) =>
        files.Change(Folder, $"{friendlyName}.xml", _ => Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting))).GetAwaiter().GetResult();

    private async Task<IReadOnlyCollection<XElement>> Read()
    {
        var keys = new List<XElement>();
        foreach (var kept in await files.List(Folder))
        {
            if (await files.Read(Folder, kept.Name) is not { } written) continue;

            // One that came from a folder begins with what says how it is written.
            using var read = new MemoryStream(written);
            keys.Add(XElement.Load(read));
        }

        return keys;
    }
}
