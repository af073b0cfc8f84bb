using Xunit.v3;

namespace Leerklimaat.Tests;

/// <summary>Names the rule of <c>docs/rules.md</c> that a test proves.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RuleAttribute(string number) : Attribute, ITraitAttribute
{
    public string Number { get; } = number;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Rule", Number)];
}
