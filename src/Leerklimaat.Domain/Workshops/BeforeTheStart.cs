namespace Leerklimaat.Domain.Workshops;

/// <summary>What a facilitator looks over before the programme begins. It tells, and stops nobody.</summary>
public static class BeforeTheStart
{
    /// <param name="isNamed">Whether somebody gave the workshop a title of its own.</param>
    /// <param name="cards">How many statements the deck has.</param>
    /// <param name="people">How many people are there already.</param>
    public static IReadOnlyList<StartFinding> Check(Workshop workshop, bool isNamed, int cards, int people)
    {
        var (seats, minutes) = (workshop.Seats, workshop.Programme.Sum(part => part.Minutes));
        return
        [
            new(StartCheck.Title, isNamed),
            new(StartCheck.Goal, workshop.Purpose.Goal.Length > 0),
            new(StartCheck.Tables, seats > 0 && people <= seats, workshop.Tables.Length, seats),
            new(StartCheck.Cards, cards > 0, cards),
            new(StartCheck.Times, minutes == workshop.Minutes, minutes, workshop.Minutes),
            new(StartCheck.Privacy, workshop.Welcome is { Text.Length: > 0 }),
        ];
    }
}

/// <summary>What is looked over before the start.</summary>
public enum StartCheck { Title, Goal, Tables, Cards, Times, Privacy }

/// <summary>One of them, and whether it is as it usually is.</summary>
public sealed record StartFinding(StartCheck Check, bool IsFine, int Number = 0, int Other = 0);
