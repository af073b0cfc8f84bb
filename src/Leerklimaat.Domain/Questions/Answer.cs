namespace Leerklimaat.Domain.Questions;

/// <summary>What one person answered.</summary>
/// <param name="Number">The order in which answers came.</param>
/// <param name="Writer">A hash of a secret that only the writer's browser has, the same for all their answers to this question and to no other.</param>
/// <param name="IsShared">False: nobody but the writer ever sees it.</param>
/// <param name="Learned">Whether a learning question was answered, once its owner has said so.</param>
public sealed record Answer(AnswerId Id, int Number, string Text, string Writer, bool IsShared, bool IsWithdrawn, Learned? Learned);

/// <summary>An answer, or a phrase of the cloud, as everybody may see it.</summary>
/// <param name="Count">How many people wrote it.</param>
public sealed record Reply(ReplyId Id, string Text, int Count, bool IsHidden);
