using Leerklimaat.Domain.Questions;
using Leerklimaat.Domain.Workshops;
using Leerklimaat.Server.Live;
using Leerklimaat.Server.Plenaries;
using Leerklimaat.Server.Tables;

namespace Leerklimaat.Server.Parting;

/// <summary>What one person takes along from a workshop: their own words, the cards of their table, and what everybody agreed.</summary>
/// <param name="Held">The day; empty when it was not held.</param>
/// <param name="IsShared">Several people play on this device, or did: nobody's own words are shown to the others.</param>
public sealed record PartingView(WorkshopId Id, string Title, string Held, bool IsShared)
{
    public bool IsClosed { get; init; }

    /// <summary>The day until which it can be found again; empty where who leads gave no read link.</summary>
    public string Until { get; init; } = "";

    /// <summary>For so many minutes it can still be looked at, where there is no such day.</summary>
    public int? Minutes { get; init; }

    public Sequence<TakenAlong> Learning { get; init; } = [];

    public Sequence<TakenAlong> Said { get; init; } = [];

    public Sequence<TakenNotes> Notes { get; init; } = [];

    /// <summary>What others gave to a case that one brought oneself, and that one takes along.</summary>
    public Sequence<TakenNotes> Taken { get; init; } = [];

    /// <summary>The number of one's table; 0 for who only looked on.</summary>
    public int Table { get; init; }

    public Sequence<TakenCard> Cards { get; init; } = [];

    /// <summary>What was agreed about what is to be developed.</summary>
    public Sequence<EntryPageView> Agreed { get; init; } = [];

    /// <summary>The questions left over that somebody answers, or has answered.</summary>
    public Sequence<EntryPageView> Answered { get; init; } = [];

    public bool HasOwn => Learning.Count + Said.Count + Notes.Count + Taken.Count > 0;
}

/// <summary>One's own words at a part of the programme.</summary>
/// <param name="Learned">Of a learning question: whether it was answered.</param>
public sealed record TakenAlong(string Part, string Text, Learned? Learned);

/// <summary>One's own notes on a card.</summary>
public sealed record TakenNotes(CardView Card, Sequence<NoteView> Notes);

/// <summary>A card that one's table played, and the pile on which it landed.</summary>
public sealed record TakenCard(CardView Card, Domain.Tables.Pile Pile);
