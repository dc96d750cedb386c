using System.Globalization;
using System.Runtime.CompilerServices;

namespace Demarche.Language;

/// <summary>What the tokenizer tells apart in characters.</summary>
static class CharacterClass
{
    public const byte Space = 0;
    public const byte Lower = 1;
    public const byte Upper = 2;
    /// <summary>Letters of scripts without case.</summary>
    public const byte Letter = 3;
    public const byte Digit = 4;
    public const byte Hyphen = 5;
    public const byte Dash = 6;
    public const byte Apostrophe = 7;
    public const byte Quote = 8;
    public const byte Stop = 9;
    public const byte Comma = 10;
    public const byte Colon = 11;
    public const byte Question = 12;
    public const byte Open = 13;
    public const byte Close = 14;
    public const byte Slash = 15;
    public const byte Currency = 16;
    public const byte Symbol = 17;
    /// <summary>Combining marks, joiners, variation selectors, low surrogates: never cut off from what stands before.</summary>
    public const byte Mark = 18;
    public const byte Ellipsis = 19;

    // One byte for each UTF-16 code unit: 64 KB that answer every question without a branch.
    static readonly byte[] Classes = [.. Enumerable.Range(0, 0x10000).Select(code => Classify((char)code))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Of(char character) => Classes[character];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLetter(byte kind) => kind is >= Lower and <= Letter;

    /// <summary>Letters, digits and the marks on them: what words are made of.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWord(byte kind) => kind is >= Lower and <= Digit or Mark;

    static byte Classify(char character)
    {
        switch (character)
        {
            case '-' or '\u2010' or '\u2011': return Hyphen;
            case '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212': return Dash;
            case '\'' or '\u2018' or '\u2019' or '`' or '\u00b4' or '\u02bc': return Apostrophe;
            case '"' or '\u201c' or '\u201d' or '\u201e' or '\u00ab' or '\u00bb' or '\u2039' or '\u203a' or '\u300c' or '\u300d': return Quote;
            case '.' or '\u3002': return Stop;
            case ',' or '\u060c' or '\u3001' or '\uff0c': return Comma;
            case ':' or ';' or '\uff1a' or '\uff1b': return Colon;
            case '?' or '!' or '\u061f' or '\uff1f' or '\uff01': return Question;
            case '/' or '\\' or '|': return Slash;
            case '\u2026': return Ellipsis;
            case '\ufeff' or '\u200b': return Space;
            case '\u200c' or '\u200d': return Mark;
        }
        if (char.IsWhiteSpace(character))
            return Space;
        if (char.IsLowSurrogate(character))
            return Mark;
        return char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.LowercaseLetter => Lower,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => Upper,
            UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => Letter,
            UnicodeCategory.DecimalDigitNumber => Digit,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Mark,
            UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation => Open,
            UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation => Close,
            UnicodeCategory.CurrencySymbol => Currency,
            _ => Symbol,
        };
    }
}
