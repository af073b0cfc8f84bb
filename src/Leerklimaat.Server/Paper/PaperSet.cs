using System.Globalization;
using System.Text;
using Leerklimaat.Domain.Decks;
using Leerklimaat.Domain.Workshops;

namespace Leerklimaat.Server.Paper;

/// <summary>What may be printed.</summary>
public enum PaperPart { Poster, Board, Cards, Cases, Notes, Score }

/// <summary>What somebody chose to print, as they typed it.</summary>
/// <param name="IsPlain">For a printer without colours: no areas of ink; borders and words say which is which.</param>
public sealed record PaperChoice(IReadOnlyList<PaperPart> Parts, int Tables, bool IsPlain, string Network, string Password)
{
    public const int MostTables = 30;

    public bool HasNetwork => Network.Length > 0;

    /// <summary>The key of the sentence about the network that cannot be; nothing where it can.</summary>
    public string? NetworkFault =>
        !HasNetwork ? Password.Length > 0 ? "Wifi.NameEmpty" : null
        : Encoding.UTF8.GetByteCount(Network) > WifiCode.LongestName ? "Wifi.NameTooLong"
        : Password.Length is > 0 and < WifiCode.ShortestPassword or > WifiCode.LongestPassword ? "Wifi.PasswordLength"
        : null;

    public static PaperChoice Default(int tables) => new(Enum.GetValues<PaperPart>(), Math.Clamp(tables, 1, MostTables), false, "", "");

    /// <summary>A network's name and password are taken as they are: spaces can be part of them.</summary>
    public static PaperChoice Of(IFormCollection form) => new(
        [.. Enum.GetValues<PaperPart>().Where(part => form["part"].Contains(part.ToString()))],
        int.TryParse(form["tables"], NumberStyles.None, CultureInfo.InvariantCulture, out var tables) ? Math.Clamp(tables, 1, MostTables) : 1,
        form["plain"] == "true", form["network"].ToString(), form["password"].ToString());
}

/// <summary>All that is printed for one workshop.</summary>
public sealed record PaperSetView(
    WorkshopId Id, string Title, Board Board, IReadOnlyList<PrintedCard> Cards, PrintedCard? Practice, JoinCode Code, string Join, int Seats, PaperChoice Choice)
{
    public const int OnASheet = 8;

    /// <summary>Whose cards these are is printed with them.</summary>
    public required Deck Deck { get; init; }

    /// <summary>The board on which a case is judged, printed on the blank card itself.</summary>
    public Board? Cases { get; init; }

    public bool Has(PaperPart part) => Choice.Parts.Contains(part);

    /// <summary>The statements, the practice card, and blank cards until the last sheet is full.</summary>
    public IEnumerable<PrintedCard?[]> CardSheets => Cards.Append(Practice).Where(card => card is not null).Chunk(OnASheet).Select(sheet => (PrintedCard?[])[.. sheet, .. Enumerable.Repeat<PrintedCard?>(null, OnASheet - sheet.Length)]);

    /// <summary>How many sheets of paper come out of the printer.</summary>
    public int Sheets => (Has(PaperPart.Poster) ? 1 : 0) + Choice.Tables * (
        (Has(PaperPart.Board) ? 1 : 0) + (Has(PaperPart.Cards) ? CardSheets.Count() : 0) + (Has(PaperPart.Cases) ? 1 : 0) + (Has(PaperPart.Notes) ? 2 : 0) + (Has(PaperPart.Score) ? 2 : 0));

    /// <summary>What people type by hand: the address without what browsers add themselves.</summary>
    public string ShortAddress => new Uri(Join).Authority;
}
