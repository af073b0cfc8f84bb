using System.Security.Cryptography;
using System.Text;
using Leerklimaat.Server.Keeping;

namespace Leerklimaat.Server.People;

/// <summary>
/// Names of grains that say nothing. Orleans logs the id of a grain when something goes wrong with it: where that would be a code or whom it is about, it is what these
/// processes alone can make of it.
/// </summary>
public sealed class HiddenNames(IFiles files)
{
    private byte[]? key;

    public async ValueTask<string> Of(string kind, string what)
    {
        key ??= await files.Change("secrets", "names", before => before ?? RandomNumberGenerator.GetBytes(32));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{kind}/{what}")));
    }
}
