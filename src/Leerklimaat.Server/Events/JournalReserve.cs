using Leerklimaat.Server.Settings;

namespace Leerklimaat.Server.Events;

/// <summary>
/// Room that is set apart on the disk for the journal. When the disk is full it is given back, so that what people are doing can still be written
/// while the host makes room; it is set apart again at the next start.
/// </summary>
internal sealed class JournalReserve(string path, long bytes)
{
    public void SetApart()
    {
        if (bytes == 0 || (File.Exists(path) && new FileInfo(path).Length >= bytes)) return;

        try
        {
            File.Delete(path);
            using var file = new FileStream(path, PrivateFiles.New(bytes));
            file.SetLength(bytes);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // No room to set apart now; the journal itself may still fit.
            File.Delete(path);
        }
    }

    /// <returns>Whether there is more room now.</returns>
    public bool Release()
    {
        if (bytes == 0 || !File.Exists(path)) return false;

        File.Delete(path);
        return true;
    }
}
