using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Leerklimaat.Server.Workshops;

/// <summary>How a slide is laid out.</summary>
public enum SlideShape { Text, Title, Statement, List, Steps, Picture, Beside, Quote, Columns, Table }

/// <summary>Chooses how a slide is laid out by what stands on it, so that nobody who writes has to.</summary>
public static class SlideLayout
{
    public const int LongestStatement = 140;

    public static SlideShape Of(MarkdownDocument document)
    {
        var blocks = BlocksOf(document);
        var lists = blocks.OfType<ListBlock>().ToList();
        if (blocks.Count == 0) return SlideShape.Title;
        if (blocks.SelectMany(PicturesOf).Any()) return blocks.All(IsPicture) ? SlideShape.Picture : SlideShape.Beside;
        if (blocks.OfType<Table>().Count() == 1 && blocks.All(block => block is Table or ParagraphBlock)) return SlideShape.Table;
        if (StartsOf(blocks).Count > 0) return SlideShape.Columns;
        if (blocks.Any(block => block is QuoteBlock) && blocks.All(block => block is QuoteBlock or ParagraphBlock or HeadingBlock)) return SlideShape.Quote;
        if (lists.Count == 1 && blocks.All(block => block is ListBlock or ParagraphBlock)) return lists[0].IsOrdered ? SlideShape.Steps : SlideShape.List;
        return blocks is [ParagraphBlock only] && SlidePicture.TextOf(only.Inline).Length <= LongestStatement ? SlideShape.Statement : SlideShape.Text;
    }

    /// <summary>Puts together what stands together: what is beside a picture, and what is in one column.</summary>
    public static void Arrange(MarkdownDocument document, SlideShape shape)
    {
        if (shape == SlideShape.Beside) PutBeside(document);
        if (shape == SlideShape.Columns) PutInColumns(document);
    }

    private static List<Block> BlocksOf(MarkdownDocument document) => [.. document.Where(block => block is not LinkReferenceDefinitionGroup)];

    /// <summary>The pictures that have a line of their own.</summary>
    private static IEnumerable<LinkInline> PicturesOf(Block block) => (block as ParagraphBlock)?.Inline?.OfType<LinkInline>()
        .Where(link => link is { IsImage: true, PreviousSibling: null or LineBreakInline, NextSibling: null or LineBreakInline }) ?? [];

    private static bool IsPicture(Block block) => block is ParagraphBlock { Inline: { } inline } && inline.All(one => one is LinkInline { IsImage: true } or LineBreakInline);

    /// <returns>Where each column begins: at a heading of two or three, or at a list of two; none where there are no columns.</returns>
    private static List<int> StartsOf(List<Block> blocks)
    {
        var headings = Places(blocks, block => block is HeadingBlock);
        var levels = blocks.OfType<HeadingBlock>().Select(heading => heading.Level).Distinct().Count();
        if (headings.Count is 2 or 3 && levels == 1 && headings[0] <= 1 && headings.Append(blocks.Count).Zip(headings.Skip(1).Append(blocks.Count)).Take(headings.Count).All(column => column.Second - column.First > 1)) return headings;

        var lists = Places(blocks, block => block is ListBlock);
        if (lists.Count != 2 || headings.Count > 0) return [];
        // What stands right above each list is its heading; above the first alone it is for both.
        return lists.All(at => at > 0 && blocks[at - 1] is ParagraphBlock) ? [.. lists.Select(at => at - 1)] : lists[1] == lists[0] + 1 ? lists : [];
    }

    private static List<int> Places(List<Block> blocks, Func<Block, bool> isIt) => [.. Enumerable.Range(0, blocks.Count).Where(at => isIt(blocks[at]))];

    private static void PutInColumns(MarkdownDocument document)
    {
        var blocks = BlocksOf(document);
        var starts = StartsOf(blocks);
        var columns = starts.Zip(starts.Skip(1).Append(blocks.Count), (from, to) => blocks[from..to]).ToList();
        Group(document, "slide-columns", columns.ConvertAll<Block>(column => Group(document, "slide-column", column)));
    }

    private static void PutBeside(MarkdownDocument document)
    {
        var blocks = BlocksOf(document);
        var pictures = blocks.SelectMany(PicturesOf).ToList();
        // Before the text where it stands first, or where its writer says so in the words of Marp.
        var isFirst = SlidePicture.IsLeft(pictures[0]) || (PicturesOf(blocks[0]).Any() && !SlidePicture.IsBehind(pictures[0]));
        var texts = new List<Block>();
        foreach (var block in blocks)
        {
            foreach (var picture in PicturesOf(block).ToList()) Take(picture);
            if (block is ParagraphBlock { Inline.FirstChild: null }) document.Remove(block);
            else texts.Add(block);
        }

        var text = Group(document, "beside-text", texts);
        var shown = new SlideGroup("beside-pictures");
        foreach (var picture in pictures) shown.Add(new ParagraphBlock { Inline = new ContainerInline().AppendChild(picture) });
        document.Insert(isFirst ? document.IndexOf(text) : document.IndexOf(text) + 1, shown);
    }

    private static void Take(LinkInline picture)
    {
        (picture.PreviousSibling ?? picture.NextSibling)?.Remove();
        picture.Remove();
    }

    /// <summary>Stands where the first of them stood.</summary>
    private static SlideGroup Group(MarkdownDocument document, string name, List<Block> blocks)
    {
        var (group, place) = (new SlideGroup(name), document.IndexOf(blocks[0]));
        foreach (var block in blocks)
        {
            document.Remove(block);
            group.Add(block);
        }

        document.Insert(place, group);
        return group;
    }
}
