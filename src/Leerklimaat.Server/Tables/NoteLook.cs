using Leerklimaat.Domain.Tables;

namespace Leerklimaat.Server.Tables;

/// <summary>The paper and the sign of a note: never the colour alone.</summary>
public static class NoteLook
{
    public static string Of(NoteKind kind) => kind.IsGreen() ? "note-green" : "note-pink";

    public static string Icon(NoteKind kind) => kind switch
    {
        _ when kind.IsGreen() => "note-green",
        NoteKind.Question => "note-question",
        _ => "note-need",
    };
}
