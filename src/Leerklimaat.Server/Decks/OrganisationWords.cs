using System.Text.RegularExpressions;
using Leerklimaat.Domain.Decks;

namespace Leerklimaat.Server.Decks;

/// <summary>The kinds of organisation in whose words our deck and our programmes can speak (G16).</summary>
public enum Organisation { Municipality, WaterBoard, Province, Care, Education, Other }

/// <summary>
/// Our deck and our programmes are written for a municipality, as their source is. For another kind of organisation they speak in its words. What the source
/// found at municipalities stays said of municipalities: the names and sources of its lists, and the research that a programme tells of.
/// </summary>
public static class OrganisationWords
{
    // By language: what stands in our texts, and what the others say for it, in the order of the kinds. What is longer goes before what it begins with.
    private static readonly Dictionary<string, (string Ours, string[] Theirs)[]> Words = new()
    {
        ["nl"] =
        [
            ("De gemeente als lerende organisatie", ["Het waterschap als lerende organisatie", "De provincie als lerende organisatie", "De zorgorganisatie als lerende organisatie", "De school als lerende organisatie", "Onze organisatie als lerende organisatie"]),
            ("de buurgemeente", ["het buurwaterschap", "de buurprovincie", "de zorgorganisatie verderop", "de school verderop", "de buren"]),
            ("De gemeente", ["Het waterschap", "De provincie", "De zorgorganisatie", "De school", "De organisatie"]),
            ("de gemeente", ["het waterschap", "de provincie", "de zorgorganisatie", "de school", "de organisatie"]),
            ("als gemeente", ["als waterschap", "als provincie", "als zorgorganisatie", "als school", "als organisatie"]),
            ("andere gemeenten", ["andere waterschappen", "andere provincies", "andere zorgorganisaties", "andere scholen", "andere organisaties"]),
            ("Inwoners en klanten", ["Inwoners en klanten", "Inwoners en klanten", "Cliënten en hun naasten", "Leerlingen, studenten en ouders", "Klanten"]),
            ("voor een inwoner", ["voor een inwoner", "voor een inwoner", "voor een cliënt", "voor een leerling", "voor een klant"]),
            ("Inwoners", ["Inwoners", "Inwoners", "Cliënten", "Leerlingen en studenten", "Klanten"]),
            ("inwoners", ["inwoners", "inwoners", "cliënten", "leerlingen en studenten", "klanten"]),
            ("Na een raadsvergadering", ["Na een vergadering van het algemeen bestuur", "Na een vergadering van Provinciale Staten", "Na een overleg met de cliëntenraad", "Na een overleg met de medezeggenschap", "Na een groot overleg"]),
            ("Na de raad", ["Na het bestuur", "Na de Staten", "Na het overleg", "Na het overleg", "Na het overleg"]),
            ("van het college", ["van het bestuur", "van Gedeputeerde Staten", "van de directie", "van het bestuur", "van de directie"]),
            ("Het wijkteam", ["Het team", "Het team", "Het zorgteam", "Het docententeam", "Het team"]),
            ("Een wijkteam", ["Een team", "Een team", "Een zorgteam", "Een docententeam", "Een team"]),
            ("de balie", ["de buitendienst", "de balie", "de afdeling", "de conciërge", "de balie"]),
        ],
        ["en"] =
        [
            ("The municipality as a learning organisation", ["The water board as a learning organisation", "The province as a learning organisation", "The care organisation as a learning organisation", "The school as a learning organisation", "Our organisation as a learning organisation"]),
            ("the neighbouring municipality", ["the neighbouring water board", "the neighbouring province", "the care organisation down the road", "the school down the road", "the neighbours"]),
            ("The municipality", ["The water board", "The province", "The care organisation", "The school", "The organisation"]),
            ("the municipality", ["the water board", "the province", "the care organisation", "the school", "the organisation"]),
            ("as a municipality", ["as a water board", "as a province", "as a care organisation", "as a school", "as an organisation"]),
            ("other municipalities", ["other water boards", "other provinces", "other care organisations", "other schools", "other organisations"]),
            ("Citizens and customers", ["Citizens and customers", "Citizens and customers", "Clients and those near to them", "Pupils, students and parents", "Customers"]),
            ("for a resident", ["for a resident", "for a resident", "for a client", "for a pupil", "for a customer"]),
            ("Residents", ["Residents", "Residents", "Clients", "Pupils and students", "Customers"]),
            ("residents", ["residents", "residents", "clients", "pupils and students", "customers"]),
            ("a council meeting", ["a meeting of the general board", "a meeting of the provincial council", "a meeting with the client council", "a meeting with the participation council", "a large meeting"]),
            ("After the council", ["After the board", "After the provincial council", "After that meeting", "After that meeting", "After that meeting"]),
            ("the executive's plans", ["the board's plans", "the provincial executive's plans", "the management's plans", "the board's plans", "the management's plans"]),
            ("the front desk", ["the field staff", "the front desk", "the ward", "the caretaker", "the front desk"]),
            ("The neighbourhood team", ["The team", "The team", "The care team", "The team of teachers", "The team"]),
            ("A neighbourhood team", ["A team", "A team", "A care team", "A team of teachers", "A team"]),
        ],
    };

    // By which the deck is told apart where its title stands: on what is printed, and in the report.
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["nl"] = ["waterschap", "provincie", "zorg", "onderwijs", "andere organisatie"],
        ["en"] = ["water board", "province", "care", "education", "another organisation"],
    };

    /// <summary>A text of ours in the words of this kind of organisation.</summary>
    public static string Said(this Organisation kind, string text, string language) => kind == Organisation.Municipality || !Words.TryGetValue(language, out var words) ? text
        : Regex.Replace(text, string.Join('|', words.Select(one => $@"\b{Regex.Escape(one.Ours)}\b")), found => words.First(one => one.Ours == found.Value).Theirs[(int)kind - 1]);

    /// <summary>Our deck in these words, under an id and a title of its own: cards with other words are never counted, or taken, for those of ours.</summary>
    public static Deck Said(this Organisation kind, Deck deck) => kind == Organisation.Municipality ? deck : deck with
    {
        Id = $"{deck.Id}.{kind}",
        Title = Names.TryGetValue(deck.Language, out var names) ? $"{deck.Title} ({names[(int)kind - 1]})" : deck.Title,
        Cards = [.. deck.Cards.Select(card => card with { Text = kind.Said(card.Text, deck.Language), Plain = kind.Said(card.Plain, deck.Language) })],
    };
}
