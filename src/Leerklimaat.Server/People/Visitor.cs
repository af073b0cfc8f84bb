using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Leerklimaat.Domain.Tables;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.People;

/// <summary>A browser that was here before, by its signed cookie. There is no account behind it.</summary>
/// <param name="Secret">Stays between the browser and the server and is in no journal: it proves that a note is one's own.</param>
public sealed record Visitor(DeviceId Device, Guid Secret)
{
    /// <summary>
    /// The hash of the secret and the note's id. The journal holds the hash only, so that nobody who reads it finds out who wrote a note,
    /// not even with the list of devices beside it.
    /// </summary>
    public string ProofFor(NoteId note) => ProofFor(note.Value);

    /// <summary>Whose dots these are, so that nobody who reads the journal finds out which dots somebody set.</summary>
    public string ProofOfDots(WorkshopId workshop) => ProofFor(workshop.Value);

    /// <summary>A key that only this browser's cookie gives: what is encrypted with it cannot be read from the disk alone.</summary>
    public byte[] KeyFor(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, [.. Device.Value.ToByteArray(), .. Secret.ToByteArray()], 32, info: Encoding.UTF8.GetBytes(purpose));

    private string ProofFor(Guid id)
    {
        Span<byte> both = stackalloc byte[32];
        Secret.TryWriteBytes(both);
        id.TryWriteBytes(both[16..]);
        return Convert.ToHexStringLower(SHA256.HashData(both).AsSpan(0, 16));
    }

    /// <summary>Who answers a question: the same for all their answers to it, and another for each question.</summary>
    /// <param name="place">Which of the seats of this device, from 0; a table with one tablet has several.</param>
    public string WriterOf(Guid question, int place)
    {
        Span<byte> all = stackalloc byte[36];
        Secret.TryWriteBytes(all);
        question.TryWriteBytes(all[16..]);
        BinaryPrimitives.WriteInt32LittleEndian(all[32..], place);
        return Convert.ToHexStringLower(SHA256.HashData(all).AsSpan(0, 16));
    }
}
