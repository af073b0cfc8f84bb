namespace Leerklimaat.Server.Doors;

/// <summary>A room's own page for somebody who is not let in, where a sentence is not enough.</summary>
public interface ISign
{
    /// <returns>Nothing where this is not the sign for them.</returns>
    IResult? For(Entrance at, HttpContext http);
}
