using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.People;

/// <summary>
/// How often a secret may be guessed: ten times a minute for one workshop, whoever asks and however they write its code. Each workshop has a
/// count of its own, so that who guesses at one locks nobody out of another.
/// </summary>
public sealed class Guesses : IDisposable
{
    public const int PerMinute = 10;

    private readonly PerMinute<string> counts = new(PerMinute);

    /// <exception cref="TooManyGuessesException">It was guessed too often in this minute.</exception>
    public void CountPersonalCode(JoinCode workshop) => Count($"personal {workshop}");

    /// <inheritdoc cref="CountPersonalCode"/>
    public void CountRecoveryCode(JoinCode workshop) => Count($"recovery {workshop}");

    /// <summary>For a wrong key only: who has the right one gets in, whatever others try.</summary>
    /// <inheritdoc cref="CountPersonalCode"/>
    public void CountWrongKey(WorkshopId workshop) => Count($"key {workshop.Value}");

    public void Dispose() => counts.Dispose();

    private void Count(string secret)
    {
        if (!counts.TryCount(secret)) throw new TooManyGuessesException();
    }
}

/// <summary>Somebody is trying codes; they are asked to wait a minute.</summary>
public sealed class TooManyGuessesException : Exception
{
    public TooManyGuessesException() { }

    public TooManyGuessesException(string message) : base(message) { }

    public TooManyGuessesException(string message, Exception inner) : base(message, inner) { }
}
