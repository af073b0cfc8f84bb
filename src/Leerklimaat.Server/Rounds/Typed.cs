namespace Leerklimaat.Server.Rounds;

/// <summary>What somebody had typed when a form was refused.</summary>
public sealed record Typed(string Note, string Case, string HappensNow, string Asks);
