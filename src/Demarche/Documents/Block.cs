namespace Demarche.Documents;

/// <summary>What a stretch of a page is for. Only <see cref="Body"/> is coded by default.</summary>
public enum BlockKind
{
    Body,
    Title,
    Standfirst,
    Byline,
    Dateline,
    Heading,
    Caption,
    Quote,
    Table,
    Biography,
    Teaser,
    Related,
    Appeal,
    Comment,
    Legal,
    Other,
}

/// <summary>A stretch of an article's text with its kind. Blocks do not overlap and stand in text order.</summary>
public readonly record struct Block(BlockKind Kind, TextSpan Span);
