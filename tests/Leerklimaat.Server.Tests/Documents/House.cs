namespace Leerklimaat.Server.Tests.Documents;

/// <summary>A room of the server: a folder, with what people do there or what is in it, and the rooms that it may use.</summary>
public sealed record Room(string Name, string What, params string[] Uses);

/// <summary>
/// The list of rooms and of the arrows between them, which <c>docs/rooms.md</c> shows. From below to above: a room uses only rooms that stand
/// before it, so that no two need each other.
/// </summary>
public static class House
{
    /// <summary>Each of the upper rooms may use all of these.</summary>
    public static readonly IReadOnlyList<Room> Lower =
    [
        new("Settings", "what a host sets, checked at the start; addresses and files that follow from it"),
        new("Events", "the journal, and the grain that runs what is written there", "Settings"),
        new("Keeping", "what is kept beside the journal: pictures, and what browsers left here", "Settings", "Events"),
        new("Postgres", "everything that several processes keep together", "Settings", "Events", "Keeping"),
        new("People", "who a browser is, by its cookie; words that are drawn, guesses that are counted", "Settings", "Events", "Keeping"),
        new("Texts", "Dutch and English", "People"),
        new("Decks", "the cards that can be played with: those read from files, those that people make, and every edition that was played", "Settings", "Events", "Texts"),
        new("Pages", "what draws pages, and what every page has: layout, forms, notices", "Settings", "Texts"),
        new("Live", "what is watched, drawn again and sent to open pages; states are known by their type alone", "Settings", "Events", "Pages"),
        new("Cluster", "where what is in the journal comes to life: in one process, or in several that know of each other", "Settings", "Events", "Postgres", "Live"),
        new("Doors", "who may come in where, what each request goes through before, and what is said to whom is not let in", "Settings", "Decks", "Events", "People", "Texts", "Pages", "Live"),
        new("Tending", "what a host does with what is stored while no server is at it, or beside one: takes it out, takes it in, backs it up", "Settings", "Events", "Keeping", "Postgres", "Doors"),
        new("Operating", "what the server tells of itself to whoever watches over it: whether it lives and is ready, and figures, traces and logs by OTLP", "Settings", "Events", "Doors"),
    ];

    public static readonly IReadOnlyList<Room> Upper =
    [
        new("Workshops", "the workshop itself: who asks something of it, the part that everybody is at, its links"),
        new("Steering", "the facilitator goes through the programme: from a phone, and by the steps that stand on the wall and in the plenary", "Workshops"),
        new("Tables", "the table itself: who sits at it, what everybody may see of it, and how its board is drawn", "Workshops"),
        new("Rounds", "a card is chosen, placed on, told about and laid on a pile: what all at the table see of it", "Workshops", "Tables"),
        new("Playing", "a player plays: the page of a table with their own part and the notes, and what they ask of the table", "Workshops", "Tables", "Rounds"),
        new("Questions", "everybody answers a question of the programme, and looks back at the closing", "Workshops", "Tables"),
        new("Reports", "the facilitator publishes the numbers, and what came out is put into words and drawings, chapter by chapter", "Workshops", "Tables"),
        new("Reading", "people read what came out, as a page and as files to keep: the facilitator, and whoever has the link", "Reports"),
        new("Plenaries", "the room brings it together in three lists, bundles, and agrees what will be done", "Workshops", "Steering", "Tables", "Reports"),
        new("Dots", "everybody sets dots on what matters most to them, and sees where their own are", "Workshops", "Plenaries"),
        new("Programmes", "the facilitator makes the programme: parts, slides and pictures", "Workshops"),
        new("Mirroring", "the mirror of a learning professional, which no server sees", "Decks"),
        new("Helping", "each page is explained, and how a workshop is led", "Workshops"),
        new("Expecting", "who leads pastes the names of who are expected, and each of them has a table", "Workshops", "Tables"),
        new("Joining", "people come in with the code, find a seat or wait for one, and find theirs again", "Workshops", "Tables", "Expecting"),
        new("Following", "people look on: at the wall, without a pawn, and back at what was", "Workshops", "Steering", "Tables", "Questions", "Plenaries"),
        new("Parting", "everybody who was there takes along what is theirs, also afterwards", "Tables", "Questions", "Plenaries"),
        new("Leading", "a facilitator starts a workshop and leads it from the large page", "Workshops", "Steering", "Tables", "Questions", "Plenaries", "Programmes", "Joining", "Following"),
        new("Laying", "the facilitator lays the tables, and sees what each of them played and wrote", "Workshops", "Tables", "Leading"),
        new("Inviting", "the facilitator gives links away and takes them back: the code, the role, the report, the wall", "Workshops", "Leading"),
        new("Paper", "a table plays on paper: what is printed before, and entered afterwards", "Workshops", "Tables"),
        new("Rehearsals", "the facilitator practises with stand-ins, or somebody looks at the demo", "Workshops", "Tables", "Questions", "Plenaries", "Leading"),
        new("FollowUps", "what became of what was agreed: for who leads, and for the owner of one action", "Workshops", "Reports", "Leading", "Inviting"),
        new("Binning", "a workshop is deleted, taken back, or removed for good with all that belongs to it", "Workshops", "Tables", "Questions", "Reports", "Plenaries", "Programmes", "Expecting", "FollowUps"),
        new("Composing", "people make a deck of their own: its cards, editions and links, and they start a workshop with it", "Tables", "Joining", "Leading", "Binning"),
    ];

    public static IEnumerable<Room> All => Lower.Concat(Upper);
}
