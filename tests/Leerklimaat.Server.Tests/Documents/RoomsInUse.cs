using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Leerklimaat.Server.Tests.Running;

namespace Leerklimaat.Server.Tests.Documents;

/// <summary>One room uses another: this type needs that one.</summary>
public sealed record Arrow(string From, string To, string By, string Of);

/// <summary>Which room uses which, read from what was compiled: no comment and no import can hide it, and none can feign it.</summary>
public static partial class RoomsInUse
{
    private const string Server = "Leerklimaat.Server.";

    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The types of each room that another room's types name in a signature, a field, an attribute or the body of a method.</summary>
    public static IReadOnlyList<Arrow> Arrows() =>
        [.. Types().SelectMany(type => Used(type).Select(used => (Of: type, Used: used))).Where(pair => RoomOf(pair.Used) is { } to && to != RoomOf(pair.Of)).Select(pair => new Arrow(RoomOf(pair.Of)!, RoomOf(pair.Used)!, Outer(pair.Of).Name, Outer(pair.Used).Name)).Distinct()];

    /// <summary>The same by what files import: what is only a constant of another room leaves no trace in what was compiled.</summary>
    public static IReadOnlyList<Arrow> Imports() =>
    [
        .. from file in Files("*.cs").Concat(Files("*.razor"))
           let room = Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar)
           where room.Length > 1
           from Match import in AnImport().Matches(File.ReadAllText(file))
           where import.Groups[1].Value != room[0]
           select new Arrow(room[0], import.Groups[1].Value, Path.GetFileName(file), "using"),
    ];

    /// <summary>The types of the domain that a room names.</summary>
    public static IEnumerable<string> OfTheDomain(string room) =>
        Types().Where(type => RoomOf(type) == room).SelectMany(Used).Where(used => used.Assembly.GetName().Name == "Leerklimaat.Domain").Select(used => used.FullName!).Distinct();

    /// <summary>Files whose types are said to belong to another room than the folder that they lie in.</summary>
    public static IEnumerable<string> Astray() =>
        from file in Files("*.cs")
        let said = ANamespace().Match(File.ReadAllText(file)).Groups[1].Value
        // What Razor files are compiled into has to bear the names of the framework.
        where !said.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal)
        let path = Path.GetDirectoryName(Path.GetRelativePath(Folder, file))!.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
        where path.Length > 0 && said != Server + string.Join('.', path)
        select Path.GetRelativePath(Folder, file);

    public static IEnumerable<string> Folders() => Files("*.cs").Concat(Files("*.razor")).Select(file => Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar)).Where(path => path.Length > 1).Select(path => path[0]).Distinct();

    private static string Folder => Path.Combine(Repository.Root, "src", "Leerklimaat.Server");

    private static IEnumerable<string> Files(string pattern) => Directory.EnumerateFiles(Folder, pattern, SearchOption.AllDirectories)
        .Where(file => Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj" or "wwwroot" or "Properties"));

    private static IEnumerable<Type> Types() => typeof(ServerHost).Assembly.GetTypes().Where(type => RoomOf(type) is not null);

    /// <returns>Nothing for the server as a whole, for what the compiler adds, and for what is not ours.</returns>
    private static string? RoomOf(Type type) =>
        type.Assembly == typeof(ServerHost).Assembly && Outer(type).Namespace is { } space && space.StartsWith(Server, StringComparison.Ordinal) ? space[Server.Length..].Split('.')[0] : null;

    private static Type Outer(Type type) => type.DeclaringType is { } around ? Outer(around) : type;

    private static IEnumerable<Type> Used(Type type)
    {
        IEnumerable<Type?> named =
        [
            type.BaseType, .. type.GetInterfaces(), .. type.GetGenericArguments().SelectMany(argument => argument.IsGenericParameter ? argument.GetGenericParameterConstraints() : []),
            .. type.GetFields(Own).Select(field => field.FieldType), .. type.GetProperties(Own).Select(property => property.PropertyType),
            .. ((IEnumerable<MemberInfo>)[type, .. type.GetMembers(Own)]).SelectMany(member => member.GetCustomAttributesData()).SelectMany(Named),
            .. type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)).SelectMany(Named),
        ];
        return named.OfType<Type>().SelectMany(Parts).Distinct();
    }

    private static IEnumerable<Type> Named(CustomAttributeData attribute) =>
        attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.TypedValue)).Select(argument => argument.Value).OfType<Type>().Append(attribute.AttributeType);

    private static IEnumerable<Type?> Named(MethodBase method) =>
    [
        (method as MethodInfo)?.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType),
        .. method.IsGenericMethodDefinition ? method.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()) : [],
        .. method.GetMethodBody() is { } body ? Named(method, body) : [],
    ];

    private static IEnumerable<Type?> Named(MethodBase method, MethodBody body)
    {
        foreach (var local in body.LocalVariables) yield return local.LocalType;
        foreach (var clause in body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)) yield return clause.CatchType;
        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            var member = method.Module.ResolveMember(token, method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
            yield return member as Type ?? member?.DeclaringType;
            if (member is MethodInfo { IsGenericMethod: true } generic)
            {
                foreach (var argument in generic.GetGenericArguments()) yield return argument;
            }

            if (member is MethodInfo called) yield return called.ReturnType;
            if (member is FieldInfo field) yield return field.FieldType;
        }
    }

    /// <summary>What the instructions of a method name: types, fields and methods.</summary>
    private static IEnumerable<int> Tokens(byte[] body)
    {
        for (var at = 0; at < body.Length;)
        {
            var code = body[at] == 0xFE ? Codes[unchecked((short)(0xFE00 | body[at + 1]))] : Codes[body[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType) yield return BitConverter.ToInt32(body, at);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(body, at),
                _ => 4,
            };
        }
    }

    /// <summary>A type with what it is made of: an array's, a list's, a nullable's.</summary>
    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericParameter: true } => [],
        { IsConstructedGenericType: true } => [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)],
        _ => [type],
    };

    [GeneratedRegex(@"^@?using (?:static )?Leerklimaat\.Server\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex AnImport();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex ANamespace();
}
