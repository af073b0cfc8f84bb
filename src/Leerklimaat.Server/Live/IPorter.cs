namespace Leerklimaat.Server.Live;

/// <summary>Whoever lets people in to where they look at something live.</summary>
public interface IPorter
{
    /// <returns>Whether who asked this may look on: it is asked again with each change.</returns>
    Func<bool> StillAdmits(HttpContext http);
}
